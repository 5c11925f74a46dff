import { nestedLists, type FlatItem, type ListKind } from './nested-lists'
import { nextElement } from './next-element'

const list = 'ul, ol'
const wrapper = '.ListContainerWrapper'

/**
 * Nests lists whose items say their level in an attribute but lie side by side (Word for the web puts each item into a list of its
 * own, and Google Docs writes some lists flat), and those that begin with a list within a list, as one copied from its middle does.
 */
export function levelledListsToLists(body: HTMLElement): void {
  body.querySelectorAll(wrapper).forEach((element) => element.replaceWith(...element.childNodes))
  const seen = new Set<Element>()
  for (const first of body.querySelectorAll<HTMLElement>(list)) {
    if (seen.has(first) || !first.isConnected || first.parentElement?.closest(list) !== null) continue
    const run = [first]
    for (let next = nextElement(first); next !== null && next.matches(list); next = nextElement(next)) run.push(next)
    run.forEach((one) => seen.add(one))
    const items = run.flatMap((one) => [...one.querySelectorAll<HTMLElement>('li')])
    if (!items.some((item) => levelOf(item) > depthOf(item) || (run.length > 1 && saysLevel(item))) && !run.some(beginsWithin)) continue
    const place = body.ownerDocument.createElement('div')
    first.before(place)
    const flat = flatItems(items)
    run.forEach((one) => one.remove())
    place.replaceWith(...nestedLists(flat))
  }
}

/** Items out of their lists, in their order. What lies in an item as a list of its own is among them, too. */
export function flatItems(items: readonly HTMLElement[], level: (item: HTMLElement) => number = levelOf): FlatItem[] {
  const flat = items.map((item) => ({ level: Math.max(1, level(item)), kind: kindOf(item), number: numberOf(item), entry: item }))
  for (const { entry } of flat) entry.querySelectorAll(list).forEach((inner) => inner.remove())
  return flat
}

const beginsWithin = (one: HTMLElement): boolean => [one, ...one.querySelectorAll(list)].some((around) => around.firstElementChild?.matches(list))

const saysLevel = (item: Element): boolean => item.hasAttribute('aria-level') || item.hasAttribute('data-aria-level')
const levelOf = (item: Element): number => (saysLevel(item) ? Number(item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level')) || 1 : depthOf(item))

function depthOf(item: Element): number {
  let depth = 0
  for (let around = item.parentElement?.closest(list); around != null; around = around.parentElement?.closest(list)) depth += 1
  return depth
}

function kindOf(item: Element): ListKind {
  if (item.getAttribute('data-type') === 'taskItem') return 'tasks'
  return item.parentElement?.localName === 'ol' ? 'numbers' : 'bullets'
}

/** The numbers that a list may start with, as in Markdown. */
export const listStart = /^\d{1,9}$/

/** The number of an item whose list says where it starts. */
function numberOf(item: Element): number | null {
  const around = item.parentElement
  const start = around?.localName === 'ol' ? around.getAttribute('start') : null
  if (start === null || !listStart.test(start)) return null
  return Number(start) + [...(around?.children ?? [])].filter((child) => child.localName === 'li').indexOf(item)
}
