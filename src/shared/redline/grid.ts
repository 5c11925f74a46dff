import { numberOfAttribute } from '../document/attributes'
import { mostColumns, placedCells } from '../document/column-widths'
import type { DocumentNode } from '../story/revision'
import { plainText } from '../story/text'

/** A cell of a table: where it begins, how far it reaches, and its place among the cells of its row. */
export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly header: boolean
  readonly index: number
  readonly text: string
}

/** A table as rows and columns. */
export interface Grid {
  readonly rows: number
  readonly columns: number
  /** By rows, in each from left to right. */
  readonly cells: readonly GridCell[]
}

/** Where each cell of a table stands; of none there is an empty one. */
export function gridOf(table: DocumentNode | undefined): Grid {
  const rows = table?.content ?? []
  const counts = rows.map(() => 0)
  const cells = placedCells(rows).map(({ cell, row, column }): GridCell => {
    const index = counts[row] ?? 0
    counts[row] = index + 1
    return {
      row,
      column,
      rows: Math.min(numberOfAttribute(cell, 'rowspan', 1), rows.length - row),
      columns: Math.min(numberOfAttribute(cell, 'colspan', 1), mostColumns),
      header: cell.type === 'tableHeader',
      index,
      text: plainText(cell),
    }
  })
  return { rows: rows.length, columns: cells.reduce((most, { column, columns }) => Math.max(most, column + columns), 0), cells }
}
