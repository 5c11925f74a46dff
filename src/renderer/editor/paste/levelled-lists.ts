import { nestedLists, type FlatItem } from './nested-lists'

const list = 'ul, ol'
const wrapper = '.ListContainerWrapper'

/**
 * Nests lists whose items say their level in an attribute but lie side by side: Word for the web puts each item into a list of its
 * own, and Google Docs writes some lists flat.
 */
export function levelledListsToLists(body: HTMLElement): void {
  body.querySelectorAll(wrapper).forEach((element) => element.replaceWith(...element.childNodes))
  for (const first of body.querySelectorAll<HTMLElement>(list)) {
    if (!first.isConnected || first.parentElement?.closest(list) !== null) continue
    const run = [first]
    for (let next = nextElement(first); next !== null && next.matches(list); next = nextElement(next)) run.push(next)
    const items = run.flatMap((one) => [...one.querySelectorAll<HTMLElement>('li')])
    if (!items.some((item) => levelOf(item) > depthOf(item) || (run.length > 1 && saysLevel(item)))) continue
    const flat = items.map(flatItem)
    // What lies in an item as a list of its own is on the list of items, too.
    for (const { entry } of flat) entry.querySelectorAll(list).forEach((inner) => inner.remove())
    const place = body.ownerDocument.createElement('div')
    first.before(place)
    run.forEach((one) => one.remove())
    place.replaceWith(...nestedLists(flat))
  }
}

/** The next element beside another, unless there are words between them. */
function nextElement(element: Element): HTMLElement | null {
  for (let next = element.nextSibling; next !== null; next = next.nextSibling) {
    if (next instanceof HTMLElement) return next
    if ((next.textContent ?? '').trim() !== '') return null
  }
  return null
}

const saysLevel = (item: Element): boolean => item.hasAttribute('aria-level') || item.hasAttribute('data-aria-level')
const levelOf = (item: Element): number => Number(item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level') ?? 0)

function depthOf(item: Element): number {
  let depth = 0
  for (let around = item.parentElement?.closest(list); around != null; around = around.parentElement?.closest(list)) depth += 1
  return depth
}

function flatItem(item: HTMLElement): FlatItem {
  const parent = item.parentElement
  const ordered = parent?.localName === 'ol'
  const start = ordered && parent.firstElementChild === item ? Number(parent.getAttribute('start') ?? 1) : null
  return { level: Math.max(1, levelOf(item), saysLevel(item) ? 1 : depthOf(item)), ordered, start, entry: item }
}
