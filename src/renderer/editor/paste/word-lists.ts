/** Word writes the items of a list as paragraphs that say their level in a style; browsers see no list. */
const itemStyle = /mso-list:\s*l\d+\s+level(\d)/i
const itemClass = /^MsoListParagraph/

/** Turns each run of Word's list paragraphs into lists within lists. */
export function wordListsToLists(body: HTMLElement): void {
  for (const first of body.querySelectorAll('p')) {
    if (!first.isConnected || levelOf(first) === 0) continue
    const run = [first]
    for (let next = first.nextElementSibling; next instanceof HTMLParagraphElement && levelOf(next) > 0; next = next.nextElementSibling) run.push(next)
    const place = first.ownerDocument.createElement('div')
    first.before(place)
    place.replaceWith(...listsOf(run))
  }
}

/** The level of a list item from 1 on; 0 for what is none. */
function levelOf(paragraph: HTMLParagraphElement): number {
  const level = itemStyle.exec(paragraph.getAttribute('style') ?? '')?.[1]
  return level !== undefined && itemClass.test(paragraph.className) ? Number(level) : 0
}

interface OpenList {
  readonly level: number
  readonly list: HTMLElement
}

function listsOf(items: readonly HTMLParagraphElement[]): HTMLElement[] {
  const tops: HTMLElement[] = []
  let open: OpenList[] = []
  for (const item of items) {
    const level = levelOf(item)
    const tag = isNumbered(item) ? 'ol' : 'ul'
    open = open.filter((list) => list.level <= level)
    let current = open.at(-1)
    if (current === undefined || current.level < level || (open.length === 1 && current.list.localName !== tag)) {
      const list = item.ownerDocument.createElement(tag)
      if (current !== undefined && current.level < level) (current.list.lastElementChild ?? current.list).append(list)
      else {
        tops.push(list)
        open = []
      }
      current = { level, list }
      open.push(current)
    }
    current.list.append(entryOf(item))
  }
  return tops
}

const markerSelector = 'span[style*="mso-list:Ignore" i], span[style*="mso-list: Ignore" i]'

function isNumbered(item: HTMLElement): boolean {
  return /^\s*\(?([0-9]+|[a-z]|[ivxlc]+)[.)]/i.test(item.querySelector(markerSelector)?.textContent ?? '')
}

function entryOf(item: HTMLElement): HTMLElement {
  item.querySelectorAll(markerSelector).forEach((marker) => marker.remove())
  const entry = item.ownerDocument.createElement('li')
  const paragraph = item.ownerDocument.createElement('p')
  paragraph.append(...item.childNodes)
  entry.append(paragraph)
  item.remove()
  return entry
}
