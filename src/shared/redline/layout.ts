import { mostColumns } from '../document/column-widths'
import type { CellPlace, RedlineBlock, RedlineTable, ValueChange } from './redline-shape'
import { isGone } from './standing'

/** A cell of a table as it is drawn: where it begins, how far it reaches, and the blocks in it. */
export interface ShownCell {
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly header: boolean
  /** Whether the cell itself came or went, with its row or column or alone. */
  readonly change: RedlineTable['rows'][number]
  readonly blocks: readonly RedlineBlock[]
}

export interface ShownRow {
  readonly row: number
  readonly change: RedlineTable['rows'][number]
  /** From the first column to the last. Where no cell begins and none reaches, there is an empty one without blocks. */
  readonly cells: readonly ShownCell[]
}

/** What a redline is drawn as: blocks one by one, tables as such, and what is not shown as a run of blocks that were kept. */
export type Shown =
  | { readonly kind: 'block'; readonly block: RedlineBlock; readonly index: number; /** Whether it belongs to what was moved with the block before it. */ readonly continues: boolean }
  | { readonly kind: 'table'; readonly blocks: readonly RedlineBlock[]; readonly caption: string; readonly values: readonly ValueChange[]; readonly rows: readonly ShownRow[]; readonly index: number }
  | { readonly kind: 'hidden'; readonly blocks: readonly RedlineBlock[]; readonly index: number }

interface Told {
  readonly blocks: readonly RedlineBlock[]
  readonly tables: readonly RedlineTable[]
}

/**
 * What to draw, in reading order. Unless in full, blocks and tables in which nothing changed are put together as hidden.
 * @param level In how many tables the blocks stand that are no question any more: for the blocks of a cell one more than around it.
 */
export function layoutOf({ blocks, tables }: Told, full: boolean, level = 0): Shown[] {
  const shown: Shown[] = []
  for (let index = 0; index < blocks.length; ) {
    const block = blocks[index]
    if (block === undefined) break
    const end = endOf(blocks, index, level)
    const some = blocks.slice(index, end)
    const last = shown.at(-1)
    const place = block.cells?.[level]
    if (!full && some.every(({ change }) => change === 'kept')) {
      if (last?.kind === 'hidden') shown[shown.length - 1] = { ...last, blocks: [...last.blocks, ...some] }
      else shown.push({ kind: 'hidden', blocks: some, index })
    } else if (place === undefined) {
      const before = blocks[index - 1]
      shown.push({ kind: 'block', block, index, continues: block.part !== undefined && before?.part === block.part && before.change === block.change })
    } else {
      const values = some.flatMap((cell) => cell.values.filter(isOfTable))
      shown.push({ kind: 'table', blocks: some, caption: captionOf(some, level), values, rows: rowsOf(some.map(withoutTable), tables[place.table], level), index })
    }
    index = end
  }
  return shown
}

/** Where the table ends that begins with a block; what is in none ends with itself. */
function endOf(blocks: readonly RedlineBlock[], start: number, level: number): number {
  const table = blocks[start]?.cells?.[level]?.table
  if (table === undefined) return start + 1
  const next = blocks.findIndex((block, index) => index > start && block.cells?.[level]?.table !== table)
  return next === -1 ? blocks.length : next
}

function rowsOf(blocks: readonly RedlineBlock[], table: RedlineTable | undefined, level: number): ShownRow[] {
  const cells = cellsOf(blocks, level)
  const width = Math.min(mostColumns, table?.columns.length ?? 0)
  const begins = new Map(cells.map((cell) => [`${cell.place.row} ${cell.place.column}`, cell]))
  const taken = new Set<string>()
  return (table?.rows ?? []).map((change, row): ShownRow => {
    const shown: ShownCell[] = []
    for (let column = 0; column < width; column += 1) {
      if (taken.has(`${row} ${column}`)) continue
      const cell = begins.get(`${row} ${column}`)
      const room = cell === undefined ? { rows: 1, columns: 1 } : roomOf(cell.place, begins, taken)
      for (let down = 0; down < room.rows; down += 1) for (let along = 0; along < room.columns; along += 1) taken.add(`${row + down} ${column + along}`)
      shown.push({ column, ...room, header: cell?.place.header ?? false, change: cell === undefined ? 'kept' : changeOf(cell.blocks, change, table?.columns[column]), blocks: cell?.blocks ?? [] })
    }
    return { row, change, cells: shown }
  })
}

interface Placed {
  readonly place: CellPlace
  readonly blocks: readonly RedlineBlock[]
}

function cellsOf(blocks: readonly RedlineBlock[], level: number): Placed[] {
  const cells = new Map<string, { readonly place: CellPlace; readonly blocks: RedlineBlock[] }>()
  for (const block of blocks) {
    const place = block.cells?.[level]
    if (place === undefined) continue
    const name = `${place.row} ${place.column}`
    const known = cells.get(name)
    if (known === undefined) cells.set(name, { place, blocks: [block] })
    else known.blocks.push(block)
  }
  return [...cells.values()]
}

/** How far a cell may reach: two cells may want the same place where only one of the revisions has the line between them. */
function roomOf({ row, column, rows, columns }: CellPlace, begins: ReadonlyMap<string, unknown>, taken: ReadonlySet<string>): { readonly rows: number; readonly columns: number } {
  const isFree = (at: number, along: number): boolean => !taken.has(`${at} ${along}`) && !begins.has(`${at} ${along}`)
  let wide = 1
  while (wide < columns && isFree(row, column + wide)) wide += 1
  let high = 1
  while (high < rows && Array.from({ length: wide }, (_, step) => column + step).every((along) => isFree(row + high, along))) high += 1
  return { rows: high, columns: wide }
}

function changeOf(blocks: readonly RedlineBlock[], row: RedlineTable['rows'][number], column: RedlineTable['rows'][number] | undefined): RedlineTable['rows'][number] {
  if (row !== 'kept') return row
  if (column !== undefined && column !== 'kept') return column
  const [first] = blocks
  return first !== undefined && (first.change === 'inserted' || first.change === 'deleted') && blocks.every(({ change }) => change === first.change) ? first.change : 'kept'
}

const isOfTable = ({ id }: ValueChange): boolean => id.startsWith('table.')

/** A cell's block without what the table says: changed only where it changed itself. */
function withoutTable(block: RedlineBlock): RedlineBlock {
  if (!block.values.some(isOfTable)) return block
  const values = block.values.filter((value) => !isOfTable(value))
  const isChanged = block.reshaped || values.length > 0 || block.pieces.some(({ kind, marksBefore }) => kind !== 'same' || marksBefore !== undefined)
  return { ...block, values, ...(block.change === 'changed' && !isChanged && { change: 'kept' as const }) }
}

/** The caption of the newer text, or of the older one where there is no newer. */
function captionOf(blocks: readonly RedlineBlock[], level: number): string {
  for (const { within, shared, opens = [] } of [...blocks.filter((block) => !isGone(block)), ...blocks]) {
    const depth = within.flatMap((type, place) => (type === 'table' ? [place] : []))[level] ?? -1
    const caption = opens[depth - shared]?.attrs['caption']
    if (depth >= shared) return typeof caption === 'string' ? caption : ''
  }
  return ''
}
