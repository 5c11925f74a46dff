import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { faintBoxes } from './contrast'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What breaks WCAG 2.2, levels A and AA, in the window as it is shown: each as its rule and the elements. Empty when nothing does. */
export async function violations(page: Page): Promise<string[]> {
  await atRest(page)
  // Electron opens no second page, which the other way of running the rules would need.
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze()
  const found = await Promise.all(violations.map(async (violation) => ({ ...violation, nodes: violation.id === 'scrollable-region-focusable' ? await notEdited(page, violation.nodes) : violation.nodes })))
  const said = found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary?.split('\n').slice(1, 3).join(' ').trim() ?? ''})`))
  return [...said, ...(await faintBoxes(page))]
}

/** Resolves when no colour is on its way to another one: after a change of appearance buttons and links take a moment to have theirs. A window behind another draws no frames; nobody waits for it. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const orSoon = (moment: Promise<unknown>): Promise<unknown> => Promise.race([moment, new Promise((resolve) => setTimeout(resolve, 500))])
    await orSoon(new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await orSoon(Promise.allSettled(ending.map(({ finished }) => finished)))
  })
}

/** Without what is scrolled by the cursor in it: the rule knows nothing of text that can be edited. */
async function notEdited<N extends { readonly target: unknown }>(page: Page, nodes: readonly N[]): Promise<N[]> {
  const edited = await Promise.all(nodes.map(({ target }) => page.locator(String(target)).first().evaluate((element) => element instanceof HTMLElement && element.isContentEditable)))
  return nodes.filter((_, index) => edited[index] !== true)
}
