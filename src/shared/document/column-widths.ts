import type { DocumentNode } from '../story/revision'
import { numberOfAttribute } from './attributes'

/** Beyond this a table is no table of ours: what HTML allows at most for `colspan`. */
export const mostColumns = 1000

/**
 * The widths of a table's columns in CSS pixels, 0 for those that nobody gave one: for each column the first cell that says
 * one decides.
 */
export function columnWidths(rows: readonly DocumentNode[]): number[] {
  const widths: number[] = []
  for (const { cell, column } of placedCells(rows)) {
    const given: unknown = cell.attrs?.['colwidth']
    for (let step = 0; step < columnsOf(cell); step += 1) {
      const width: unknown = Array.isArray(given) ? given[step] : undefined
      const isWidth = typeof width === 'number' && Number.isSafeInteger(width) && width > 0
      widths[column + step] = widths[column + step] || (isWidth ? width : 0)
    }
  }
  return Array.from(widths, (width) => width ?? 0)
}

/** Every cell of a table with the column that it starts in: cells from above take columns, too (the table model of HTML, 4.9.12). */
export function placedCells(rows: readonly DocumentNode[]): { readonly cell: DocumentNode; readonly row: number; readonly column: number }[] {
  const down: number[] = []
  return rows.flatMap(({ content = [] }, row) => {
    let column = 0
    const placed = content.map((cell) => {
      while ((down[column] ?? 0) > row) column += 1
      const start = column
      for (let step = 0; step < columnsOf(cell); step += 1) down[start + step] = row + numberOfAttribute(cell, 'rowspan', 1)
      column += columnsOf(cell)
      return { cell, row, column: start }
    })
    return placed
  })
}

const columnsOf = (cell: DocumentNode): number => Math.min(mostColumns, numberOfAttribute(cell, 'colspan', 1))
