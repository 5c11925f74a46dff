import { mostColumns } from '../document/column-widths'
import { columnLabel, rowLabel, type LineLabel } from './line-labels'
import type { CellPlace, Line, RedlineBlock, RedlineTable } from './redline-shape'

/** A cell of a table as it is drawn: where it begins, how far it reaches, and the blocks in it. */
export interface ShownCell {
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly header: boolean
  /** Whether the cell itself came, went or was moved, with its row or column or alone. */
  readonly change: Line
  /** What became of the row or the column that begins with it. */
  readonly labels: readonly LineLabel[]
  readonly blocks: readonly RedlineBlock[]
}

export interface ShownRow {
  readonly row: number
  readonly change: Line
  /** From the first column to the last. Where no cell begins and none reaches, there is an empty one without blocks. */
  readonly cells: readonly ShownCell[]
}

/**
 * The rows of a table as they are drawn.
 * @param isOne Whether the table came, went or was moved as a whole, so that nothing is to be said of its rows.
 */
export function rowsOf(blocks: readonly RedlineBlock[], table: RedlineTable | undefined, level: number, isOne: boolean): ShownRow[] {
  const { rows = [], columns = [] } = table ?? {}
  const cells = cellsOf(blocks, level)
  const width = Math.min(mostColumns, columns.length)
  const begins = new Map(cells.map((cell) => [`${cell.place.row} ${cell.place.column}`, cell]))
  const taken = new Set<string>()
  return rows.map((change, row): ShownRow => {
    const shown: ShownCell[] = []
    for (let column = 0; column < width; column += 1) {
      if (taken.has(`${row} ${column}`)) continue
      const cell = begins.get(`${row} ${column}`)
      const room = cell === undefined ? { rows: 1, columns: 1 } : roomOf(cell.place, begins, taken)
      for (let down = 0; down < room.rows; down += 1) for (let along = 0; along < room.columns; along += 1) taken.add(`${row + down} ${column + along}`)
      const inLine = (line: 'row' | 'column', index: number): RedlineBlock[] => cells.filter(({ place }) => place[line] === index).flatMap((one) => one.blocks)
      const labels = isOne ? [] : [...(shown.length === 0 ? rowLabel(change, inLine('row', row)) : []), ...(row === 0 ? columnLabel(columns[column], inLine('column', column)) : [])]
      shown.push({ column, ...room, header: cell?.place.header ?? false, change: cell === undefined ? 'kept' : changeOf(cell.blocks, change, columns[column]), labels, blocks: cell?.blocks ?? [] })
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

function changeOf(blocks: readonly RedlineBlock[], row: Line, column: Line | undefined): Line {
  if (row !== 'kept') return row
  if (column !== undefined && column !== 'kept') return column
  const [first] = blocks
  return first !== undefined && (first.change === 'inserted' || first.change === 'deleted') && blocks.every(({ change }) => change === first.change) ? first.change : 'kept'
}
