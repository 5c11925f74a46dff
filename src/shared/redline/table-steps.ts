import { gridOf, type Grid, type GridCell } from './grid'
import type { Leaf } from './leaves'
import { matchColumns, matchRows, type LinePair } from './match-lines'
import type { CellPlace, RedlineTable } from './redline-shape'
import type { Level, Step } from './step'
import type { Unit } from './units'

type TableLevel = Level & { readonly stepsOf: (before: readonly Leaf[], after: readonly Leaf[], level: Level) => Step[] }
type Line = RedlineTable['rows'][number]

/** The rows (or columns) of two tables as one sequence, with the place in it of each of them. */
interface Lines {
  readonly lines: readonly Line[]
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/**
 * Two tables as one, cell by cell: by rows, in each by columns, which is the reading order of both. What only one of them has
 * comes or goes as rows and columns; cells that begin at the same place stand for each other.
 * @param gone What the lines of a table are that is only in the older text.
 */
export function stepsOfTable(was: Unit | undefined, is: Unit | undefined, level: TableLevel, gone: Line): Step[] {
  const [old, now] = [gridOf(was?.table?.node), gridOf(is?.table?.node)]
  const rowPairs = was && is ? matchRows(old, now) : []
  const rows = merged(rowPairs, old.rows, now.rows, gone)
  const columns = merged(was && is ? matchColumns(old, now, rowPairs) : [], old.columns, now.columns, gone)
  const table = level.tables.push({ rows: [...rows.lines], columns: [...columns.lines] }) - 1
  const cells = new Map<string, BothCells>()
  collect(cells, was, old, rows.before, columns.before, 'was')
  collect(cells, is, now, rows.after, columns.after, 'is')
  return [...cells.values()].sort((one, other) => one.row - other.row || one.column - other.column).flatMap((both) => stepsOfCell(both, table, level))
}

function merged(pairs: readonly LinePair[], before: number, after: number, gone: Line): Lines {
  const lines: Line[] = []
  const [placesBefore, placesAfter]: [number[], number[]] = [[], []]
  for (const [b, a] of [...pairs, [before, after] as const]) {
    while (placesBefore.length < b) placesBefore.push(lines.push(gone) - 1)
    while (placesAfter.length < a) placesAfter.push(lines.push('inserted') - 1)
    if (b === before && a === after) break
    placesBefore.push(lines.length)
    placesAfter.push(lines.length)
    lines.push('kept')
  }
  return { lines, before: placesBefore, after: placesAfter }
}

interface SideCell {
  readonly leaves: readonly Leaf[]
  readonly place: Omit<CellPlace, 'table'> | null
}

/** What begins at one place in the older table, in the newer one, or in both. A row without cells is at the column -1. */
interface BothCells {
  readonly row: number
  readonly column: number
  readonly was?: SideCell
  readonly is?: SideCell
}

function collect(cells: Map<string, BothCells>, unit: Unit | undefined, grid: Grid, rows: readonly number[], columns: readonly number[], side: 'was' | 'is'): void {
  if (!unit?.table) return
  const { depth } = unit.table
  const byPlace = new Map(grid.cells.map((cell) => [`${cell.row} ${cell.index}`, cell]))
  const groups = new Map<string, Leaf[]>()
  for (const leaf of unit.leaves) {
    const name = `${leaf.path[depth + 1] ?? -1} ${leaf.path[depth + 2] ?? -1}`
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [leaf])
    else group.push(leaf)
  }
  for (const [name, leaves] of groups) {
    const cell = byPlace.get(name)
    const row = rows[cell?.row ?? leaves[0]?.path[depth + 1] ?? 0] ?? 0
    const column = cell === undefined ? -1 : (columns[cell.column] ?? 0)
    const place = cell === undefined ? null : { row, column, ...reach(cell, row, column, rows, columns), header: cell.header }
    cells.set(`${row} ${column}`, { ...(cells.get(`${row} ${column}`) ?? { row, column }), [side]: { leaves, place } })
  }
}

/** How far a cell reaches in the table of both: over lines that the other table has between its own, too. */
function reach(cell: GridCell, row: number, column: number, rows: readonly number[], columns: readonly number[]): Pick<CellPlace, 'rows' | 'columns'> {
  return { rows: (rows[cell.row + cell.rows - 1] ?? row) - row + 1, columns: (columns[cell.column + cell.columns - 1] ?? column) - column + 1 }
}

function stepsOfCell({ was, is }: BothCells, table: number, level: TableLevel): Step[] {
  const place = (is ?? was)?.place ?? null
  const inside: Level = { ...level, depths: [depthIn(was, level, 0), depthIn(is, level, 1)], cells: place === null ? level.cells : [...level.cells, { table, ...place }] }
  return level.stepsOf(was?.leaves ?? [], is?.leaves ?? [], inside)
}

/** The number of nodes around the leaves of a cell, down to it. */
function depthIn(side: SideCell | undefined, { depths }: Level, at: 0 | 1): number {
  const [leaf] = side?.leaves ?? []
  if (leaf === undefined) return depths[at]
  const table = leaf.within.findIndex(({ type }, place) => place >= depths[at] && type === 'table')
  return Math.min(leaf.within.length, table + 3)
}
