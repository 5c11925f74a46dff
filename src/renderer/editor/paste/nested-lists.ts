export type ListKind = 'bullets' | 'numbers' | 'tasks'

/** One item of a list that is written flat: how deep it lies says an attribute or a style, not the element around it. */
export interface FlatItem {
  /** From 1 on. */
  readonly level: number
  readonly kind: ListKind
  /** The number that it is shown with; null when it has none, or that isn't known. */
  readonly number: number | null
  /** The item, ready to be put into a list. */
  readonly entry: HTMLElement
}

/** A paragraph that goes on an item, behind whatever the item holds by then. */
export interface FurtherBlock {
  readonly of: FlatItem
  readonly block: HTMLElement
}

interface OpenList {
  readonly level: number
  readonly kind: ListKind
  readonly list: HTMLElement
  /** The number that its next item has; null when that isn't known. */
  readonly next: number | null
}

/** Lists within lists from items in their order. Another kind of list on the same level, or another number than the next one, begins a new list. */
export function nestedLists(parts: readonly (FlatItem | FurtherBlock)[]): HTMLElement[] {
  const tops: HTMLElement[] = []
  let open: readonly OpenList[] = []
  for (const part of parts) {
    if ('block' in part) {
      part.of.entry.append(part.block)
      open = open.filter((list) => list.level <= part.of.level)
      continue
    }
    const around = openFor(part, open)
    const outer = around.at(-1)
    const current = outer?.level === part.level ? outer : begin(part, outer, tops)
    current.list.append(part.entry)
    const counted = part.number ?? current.next
    open = [...around.filter((list) => list.level < part.level), { ...current, next: counted === null ? null : counted + 1 }]
  }
  return tops
}

/** Those of the open lists that an item is in or goes on. A list that began deeper than it goes on, as a selection from its middle does, goes on all the same. */
function openFor(item: FlatItem, open: readonly OpenList[]): readonly OpenList[] {
  const around = open.filter((list) => list.level <= item.level)
  const last = around.at(-1)
  if (last?.level === item.level) return goesOn(last, item) ? around : around.slice(0, -1)
  const deeper = open[around.length]
  return deeper !== undefined && goesOn(deeper, item) ? [...around, { ...deeper, level: item.level }] : around
}

const goesOn = (list: OpenList, item: FlatItem): boolean => list.kind === item.kind && (item.number === null || list.next === null || item.number === list.next)

function begin({ level, kind, number, entry }: FlatItem, outer: OpenList | undefined, tops: HTMLElement[]): OpenList {
  const list = entry.ownerDocument.createElement(kind === 'numbers' ? 'ol' : 'ul')
  if (kind === 'tasks') list.setAttribute('data-type', 'taskList')
  if (kind === 'numbers' && number !== null && number !== 1) list.setAttribute('start', String(number))
  if (outer === undefined) tops.push(list)
  else (outer.list.lastElementChild ?? outer.list).append(list)
  return { level, kind, list, next: number }
}
