import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What breaks WCAG 2.2, levels A and AA, in the window as it is shown: each as its rule and the elements. Empty when nothing does. */
export async function violations(page: Page): Promise<string[]> {
  // Electron opens no second page, which the other way of running the rules would need.
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary?.split('\n').slice(1, 3).join(' ').trim() ?? ''})`))
}
