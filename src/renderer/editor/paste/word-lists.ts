import { flatItems } from './levelled-lists'
import { isBare } from './is-bare'
import { readMarker } from './list-number'
import { nestedLists, type FlatItem, type FurtherBlock } from './nested-lists'
import { nextElement } from './next-element'
import type { WordStyles } from './word-styles'

const markerSelector = 'span[style*="mso-list:Ignore" i]'
const list = 'ul, ol'

/**
 * Word writes the items of a list as paragraphs that say list and level in a style; browsers see no list. Turns each run of them into
 * lists within lists. A heading with a number keeps its words alone.
 */
export function wordListsToLists(body: HTMLElement, styles: WordStyles): void {
  for (const first of body.querySelectorAll<HTMLElement>('p, ul, ol')) {
    if (!first.isConnected || placeOf(first, styles) === null) continue
    const place = first.ownerDocument.createElement('div')
    first.before(place)
    place.replaceWith(...nestedLists(partsFrom(first, styles)))
  }
  body.querySelectorAll(markerSelector).forEach((marker) => marker.remove())
}

interface ItemPlace {
  /** The list's name in Word's style sheet. */
  readonly list: string
  readonly level: number
}

/** Where a paragraph, or the first item of a real list, is among Word's lists; null for what is in none. */
function placeOf(element: Element, styles: WordStyles): ItemPlace | null {
  if (element.matches(list)) {
    const item = element.parentElement?.closest(list) === null ? element.querySelector('li') : null
    return item === null ? null : statedPlace(styles.valueOf(item, 'mso-list'))
  }
  if (element.localName !== 'p') return null
  const marked = element.querySelector(markerSelector) !== null
  if (!marked && !/mso-list/i.test(element.getAttribute('style') ?? '')) return null
  // What is numbered by its style alone says its level by the rule of the style, or by its name: List Bullet 2.
  return statedPlace(styles.valueOf(element, 'mso-list')) ?? (marked ? { list: element.classList[0] ?? '', level: Number(/^MsoList[a-z]+([2-5])/i.exec(element.className)?.[1] ?? 1) } : null)
}

function statedPlace(style: string): ItemPlace | null {
  const [, id, level] = /^(l\d+)\s+level(\d)/i.exec(style) ?? []
  return id === undefined ? null : { list: id, level: Number(level) }
}

/** An item that further paragraphs may belong to, and where its words begin, in points. */
interface OpenItem {
  readonly item: FlatItem
  readonly indent: number
}

/** Takes the items of a run out of the text, with the paragraphs that go on an item and the room between items. */
function partsFrom(first: HTMLElement, styles: WordStyles): (FlatItem | FurtherBlock)[] {
  const parts: (FlatItem | FurtherBlock)[] = []
  const room: HTMLElement[] = []
  let open: readonly OpenItem[] = []
  let last = ''
  let next: HTMLElement | null
  for (let part: HTMLElement | null = first; part !== null; part = next) {
    next = nextElement(part)
    const place = placeOf(part, styles)
    if (place === null && isEmpty(part)) {
      room.push(part)
      continue
    }
    const owner = place === null ? ownerOf(part, open, styles) : undefined
    if (place === null ? owner === undefined : room.length > 0 && place.level === 1 && place.list !== last) break
    room.splice(0).forEach((element) => element.remove())
    if (owner) {
      part.remove()
      parts.push({ of: owner.item, block: part })
      open = open.slice(0, open.indexOf(owner) + 1)
    }
    if (place === null) continue
    const indent = indentOf(part, styles)
    const found = part.matches(list) ? realItems(part, styles) : [writtenItem(part, place, styles)]
    for (const item of found) open = [...open.filter((other) => other.item.level < item.level), { item, indent: indent ?? 36 * item.level }]
    parts.push(...found)
    last = place.list
  }
  return parts
}

/** Where items have the indents that Word gives by itself, it writes lists as HTML does, with lists in lists beside the items. */
function realItems(part: HTMLElement, styles: WordStyles): FlatItem[] {
  const items = flatItems([...part.querySelectorAll<HTMLElement>('li')], (item) => statedPlace(styles.valueOf(item, 'mso-list'))?.level ?? 1)
  part.remove()
  return items
}

function writtenItem(paragraph: HTMLElement, { list, level }: ItemPlace, styles: WordStyles): FlatItem {
  const { ordered, number } = readMarker(paragraph.querySelector(markerSelector)?.textContent ?? '', styles.numberFormat(list, level))
  return { level, kind: ordered ? 'numbers' : 'bullets', number, entry: entryOf(paragraph) }
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

/** Bookmarks that lie between paragraphs, and paragraphs that are only room. */
const isEmpty = (part: HTMLElement): boolean => part.matches('p, span, a') && isBare(part)

/** The item that a paragraph goes on: the deepest one whose words begin where those of the paragraph do, or before. */
function ownerOf(part: HTMLElement, open: readonly OpenItem[], styles: WordStyles): OpenItem | undefined {
  if (part.localName !== 'p') return undefined
  const indent = indentOf(part, styles) ?? (ofList(part) ? 36 : 0)
  return indent <= 0 ? undefined : open.findLast((item) => item.indent <= indent + 1)
}

const ofList = (paragraph: Element): boolean => paragraph.className.startsWith('MsoList')

const points: Readonly<Record<string, number>> = { pt: 1, px: 0.75, in: 72, cm: 28.35, mm: 2.835 }

/** How far a paragraph is moved in, in points, by itself or by a style for lists; null where neither says it. */
function indentOf(paragraph: HTMLElement, styles: WordStyles): number | null {
  const side = paragraph.dir === 'rtl' ? 'margin-right' : 'margin-left'
  const value = paragraph.style.getPropertyValue(side) || (ofList(paragraph) ? styles.valueOf(paragraph, side) : '')
  const [, size, unit] = /^(-?[\d.]+)(pt|px|in|cm|mm)$/i.exec(value.trim()) ?? []
  return size === undefined || unit === undefined ? null : Number(size) * (points[unit.toLowerCase()] ?? 1)
}
