import { nestedLists, type FlatItem } from './nested-lists'

/** Word writes the items of a list as paragraphs that say their level in a style; browsers see no list. */
const itemStyle = /mso-list:\s*l\d+\s+level(\d)/i

/** Turns each run of Word's list paragraphs into lists within lists. A heading with a number keeps its words alone. */
export function wordListsToLists(body: HTMLElement): void {
  for (const first of body.querySelectorAll('p')) {
    if (!first.isConnected || levelOf(first) === 0) continue
    const run = [first]
    for (let next = first.nextElementSibling; next instanceof HTMLParagraphElement && levelOf(next) > 0; next = next.nextElementSibling) run.push(next)
    const place = first.ownerDocument.createElement('div')
    first.before(place)
    place.replaceWith(...nestedLists(run.map(itemOf)))
  }
  body.querySelectorAll(markerSelector).forEach((marker) => marker.remove())
}

/** The level of a list item from 1 on; 0 for what is none. */
function levelOf(paragraph: HTMLParagraphElement): number {
  return Number(itemStyle.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? 0)
}

const markerSelector = 'span[style*="mso-list:Ignore" i], span[style*="mso-list: Ignore" i]'

/** What a numbered item begins with: a number or a letter and a sign, or several of them (1.2.). */
const number = /^\s*\(?(?:(\d+)(?:\.\d+)*|[a-z]|[ivxlc]+)[.)]/i

function itemOf(paragraph: HTMLParagraphElement): FlatItem {
  const marker = paragraph.querySelector(markerSelector)?.textContent ?? ''
  const found = number.exec(marker)
  return { level: levelOf(paragraph), ordered: found !== null, start: found?.[1] === undefined ? null : Number(found[1]), entry: entryOf(paragraph) }
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
