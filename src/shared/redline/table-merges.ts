import type { Line } from './redline-shape'
import { placeOf, type BothCells, type SideCell } from './table-cells'

/** Cells of both tables that are told together: one of each, or those that became one, or those that one became. */
export interface CellGroup {
  readonly main: BothCells
  /** In the row where it begins, from left to right. */
  readonly was: readonly SideCell[]
  readonly is: readonly SideCell[]
  /** Cells of rows below that became a part of it, or that it became: they are groups of their own, whose words may have gone up or down. */
  readonly below: readonly BothCells[]
}

/** The cells in groups, by their reach: a cell that begins where another one reaches over now was merged into that one. */
export function cellGroups(cells: readonly BothCells[], rows: readonly Line[], columns: readonly Line[]): CellGroup[] {
  const groups: CellGroup[] = []
  for (let index = 0; index < cells.length; ) {
    const main = cells[index]
    if (main === undefined) break
    const isTaken = reachOf(main)
    const isPart = (cell: BothCells): boolean => isTaken(cell) && rows[placeOf(cell).row] === 'kept' && columns[placeOf(cell).column] === 'kept'
    let end = index + 1
    while (end < cells.length && placeOf(cells[end] ?? main).row === placeOf(main).row && isPart(cells[end] ?? main)) end += 1
    const row = cells.slice(index, end)
    groups.push({ main, was: row.flatMap(({ was }) => was ?? []), is: row.flatMap(({ is }) => is ?? []), below: cells.slice(end).filter((cell) => placeOf(cell).row > placeOf(main).row && isPart(cell)) })
    index = end
  }
  return groups
}

/** Whether a cell that only one table has stands where this one reaches over in the other table. */
function reachOf({ was, is, moved }: BothCells): (cell: BothCells) => boolean {
  const [old, now] = [was?.place ?? null, is?.place ?? null]
  if (moved !== undefined || old === null || now === null || (old.rows === now.rows && old.columns === now.columns)) return () => false
  return (cell) => {
    if (cell.moved !== undefined || (cell.was !== undefined && cell.is !== undefined)) return false
    const { rows, columns } = cell.is === undefined ? now : old
    const { row, column } = placeOf(cell)
    return row >= now.row && row < now.row + rows && column >= now.column && column < now.column + columns
  }
}
