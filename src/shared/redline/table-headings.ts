import type { DocumentNode } from '../story/revision'
import { placedCells } from '../document/column-widths'

/** Which cells of a table its heading row and heading column are made of. */
export interface TableHeadings {
  readonly row: boolean
  readonly column: boolean
  /** Whether a cell is a heading because of them. */
  readonly covers: (cell: DocumentNode) => boolean
}

const known = new WeakMap<DocumentNode, TableHeadings>()

/** Whether a table has a heading row, of which every cell is a heading, and such a column. A table of one row has no heading column. */
export function headingsOf(table: DocumentNode): TableHeadings {
  const found = known.get(table) ?? findHeadings(table)
  known.set(table, found)
  return found
}

function findHeadings({ content: rows = [] }: DocumentNode): TableHeadings {
  const cells = placedCells(rows)
  const [first, start] = [cells.filter(({ row }) => row === 0), cells.filter(({ column }) => column === 0)]
  const areHeadings = (some: typeof cells): boolean => some.length > 0 && some.every(({ cell }) => cell.type === 'tableHeader')
  const [row, column] = [areHeadings(first), rows.length > 1 && areHeadings(start)]
  const covered = new Set([...(row ? first : []), ...(column ? start : [])].map(({ cell }) => cell))
  return { row, column, covers: (cell) => covered.has(cell) }
}
