/** One item of a list that is written flat: how deep it lies says an attribute or a style, not the element around it. */
export interface FlatItem {
  /** From 1 on. */
  readonly level: number
  readonly ordered: boolean
  /** The number of a first item that is not 1; null for any other. */
  readonly start: number | null
  /** The item, ready to be put into a list. */
  readonly entry: HTMLElement
}

interface OpenList {
  readonly level: number
  readonly list: HTMLElement
}

/** Lists within lists from items in their order. Another kind of list on the same level begins a new one. */
export function nestedLists(items: readonly FlatItem[]): HTMLElement[] {
  const tops: HTMLElement[] = []
  let open: OpenList[] = []
  for (const { level, ordered, start, entry } of items) {
    const tag = ordered ? 'ol' : 'ul'
    open = open.filter((list) => list.level <= level)
    if (open.at(-1)?.level === level && open.at(-1)?.list.localName !== tag) open = open.slice(0, -1)
    let current = open.at(-1)
    if (current === undefined || current.level < level) {
      const list = entry.ownerDocument.createElement(tag)
      if (start !== null && start !== 1) list.setAttribute('start', String(start))
      if (current === undefined) tops.push(list)
      else (current.list.lastElementChild ?? current.list).append(list)
      current = { level, list }
      open = [...open, current]
    }
    current.list.append(entry)
  }
  return tops
}
