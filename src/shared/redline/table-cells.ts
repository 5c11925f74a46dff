import type { Grid, GridCell } from './grid'
import type { Leaf } from './leaves'
import type { CellPlace } from './redline-shape'
import type { Lines } from './table-lines'
import type { Unit } from './units'

/** A cell of one of the two tables, with where it stands in the table of both. A row without cells is a cell at the column -1. */
export interface SideCell {
  readonly leaves: readonly Leaf[]
  /** Where it begins in the table of both. */
  readonly row: number
  readonly column: number
  /** Null for a row without cells. */
  readonly place: Omit<CellPlace, 'table'> | null
}

/** What begins at one place in the older table, in the newer one, or in both. */
export interface BothCells {
  readonly was?: SideCell
  readonly is?: SideCell
  /** For what stands elsewhere now: which move brought it, and whether this is its former or its new place. */
  readonly moved?: { readonly move: number; readonly place: 'from' | 'to' }
}

/** The cells of two tables in an order that is the reading order of both; those of rows and columns that were moved are there twice. */
export function cellsOfBoth(was: { readonly unit: Unit | undefined; readonly grid: Grid }, is: { readonly unit: Unit | undefined; readonly grid: Grid }, rows: Lines, columns: Lines): BothCells[] {
  const old = cellsOf(was.unit, was.grid, rows.before, columns.before)
  const now = cellsOf(is.unit, is.grid, rows.after, columns.after)
  const used = new Map<SideCell, BothCells['moved']>()
  const come = [...now.values()].map(({ at: [row, column], cell }): BothCells => {
    const partner = old.get(`${rows.former.get(row) ?? ''} ${column === -1 ? -1 : (columns.former.get(column) ?? '')}`)?.cell
    if (partner === undefined) return { is: cell }
    const move = rows.moves.get(row) ?? columns.moves.get(column)
    used.set(partner, move === undefined ? undefined : { move, place: 'from' })
    return { was: partner, is: cell, ...(move !== undefined && { moved: { move, place: 'to' } }) }
  })
  const gone = [...old.values()].flatMap(({ cell }): BothCells[] => {
    const moved = used.get(cell)
    return moved !== undefined ? [{ was: cell, moved }] : used.has(cell) ? [] : [{ was: cell }]
  })
  return [...gone, ...come].sort((one, other) => placeOf(one).row - placeOf(other).row || placeOf(one).column - placeOf(other).column)
}

/** Where a cell stands in the table of both. */
export const placeOf = ({ was, is }: BothCells): { readonly row: number; readonly column: number } => is ?? was ?? { row: 0, column: 0 }

interface Found {
  /** Row and column in its own table. */
  readonly at: readonly [row: number, column: number]
  readonly cell: SideCell
}

/** The cells of one table, by row and column in it. */
function cellsOf(unit: Unit | undefined, grid: Grid, rows: readonly number[], columns: readonly number[]): Map<string, Found> {
  const found = new Map<string, Found>()
  if (!unit?.table) return found
  const { depth } = unit.table
  const groups = new Map<string, Leaf[]>()
  for (const leaf of unit.leaves) {
    const name = `${leaf.path[depth + 1] ?? -1} ${leaf.path[depth + 2] ?? -1}`
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [leaf])
    else group.push(leaf)
  }
  const byPlace = new Map(grid.cells.map((cell) => [`${cell.row} ${cell.index}`, cell]))
  for (const [name, leaves] of groups) {
    const cell = byPlace.get(name)
    const own = cell?.row ?? leaves[0]?.path[depth + 1] ?? 0
    const row = rows[own] ?? 0
    const column = cell === undefined ? -1 : (columns[cell.column] ?? 0)
    const place = cell === undefined ? null : { row, column, ...reach(cell, row, column, rows, columns), header: cell.header }
    found.set(`${own} ${cell?.column ?? -1}`, { at: [own, cell?.column ?? -1], cell: { leaves, row, column, place } })
  }
  return found
}

/** How far a cell reaches in the table of both: over lines that the other table has between its own, too. */
function reach(cell: GridCell, row: number, column: number, rows: readonly number[], columns: readonly number[]): Pick<CellPlace, 'rows' | 'columns'> {
  return { rows: (rows[cell.row + cell.rows - 1] ?? row) - row + 1, columns: (columns[cell.column + cell.columns - 1] ?? column) - column + 1 }
}
