import type { Page } from '@playwright/test'

/** Where the keyboard is. */
interface Stop {
  readonly name: string
  /** Whether one sees that it is here. */
  readonly seen: boolean
  /** Whether it is in the topmost dialog, or there is none. */
  readonly inside: boolean
}

/**
 * Goes through all that can be reached with Tab, until it comes round.
 * @returns What is wrong with it: a stop that is not seen, one outside the dialog that is open, or a walk that never ends.
 */
export async function faultsOfTabbing(page: Page, most = 150): Promise<string[]> {
  const faults: string[] = []
  await page.evaluate(() => void document.querySelectorAll('[data-walked]').forEach((element) => element.removeAttribute('data-walked')))
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(whereFocusIs)
    // Out of the page and in again, which is how a walk comes round, or at a stop for the second time.
    if (stop === null) continue
    if (stop === 'again') return faults
    if (!stop.inside) faults.push(`${stop.name} is behind the dialog`)
    if (!stop.seen) faults.push(`${stop.name} does not show that it has the focus`)
  }
  return [...faults, `Tab does not come round in ${most} steps`]
}

function whereFocusIs(): Stop | 'again' | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  if (element.dataset['walked'] !== undefined) return 'again'
  element.dataset['walked'] = ''
  const outlined = (one: Element): boolean => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    // The edge of a pane shows it by the line that it is.
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || (one.role === 'separator' && parseFloat(getComputedStyle(one, '::after').width) > 1)
  }
  // A box may show it for the field in it, a list for the row that the keys are at, and a cursor shows itself.
  const rowWithKeys = element.getAttribute('aria-activedescendant')
  const shows = [element, element.parentElement, element.parentElement?.parentElement, rowWithKeys === null ? null : document.getElementById(rowWithKeys)].filter((one) => one instanceof Element)
  const writes = element.isContentEditable || element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && ['text', 'search'].includes(element.type))
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1)
  return {
    name: `${element.tagName.toLowerCase()}.${element.className} ‘${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}’`,
    seen: writes || shows.some(outlined),
    inside: dialog === undefined || dialog.contains(element),
  }
}
