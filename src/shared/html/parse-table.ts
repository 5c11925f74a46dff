import type { Element } from 'hast'
import { mostColumns, placedCells } from '../document/column-widths'
import type { DocumentNode } from '../story/revision'
import { isElement, property, styleOf } from './elements'

type Cell = DocumentNode & { readonly attrs: { readonly colspan: number; readonly rowspan: number; readonly colwidth: readonly number[] | null; readonly align: string | null } }

/** A table whose rows all have the same number of columns; cells that reach past its end are cut back. */
export function tableOf(table: Element, contentOf: (cell: Element) => readonly DocumentNode[]): DocumentNode | undefined {
  const rows = rowsOf(table).map((row) => row.children.filter((child) => isElement(child, 'td', 'th')).map((cell) => cellOf(cell, contentOf)))
  const filled = rectangular(rows.filter((row) => row.length > 0))
  const content = filled.map((cells) => ({ type: 'tableRow', content: cells }))
  return filled.length === 0 ? undefined : { type: 'table', content: withWidths(content, widthsOf(table)) }
}

/** The widths that our own pages say of columns; 0 where they say none. Those of other pages fit their screens, not ours. */
function widthsOf(table: Element): number[] {
  const columns = table.children.flatMap((child) => (isElement(child, 'colgroup') ? child.children : [])).filter((child) => isElement(child, 'col'))
  return columns.map((column) => {
    const width = Number(property(column, 'dataWidth'))
    return Number.isSafeInteger(width) && width > 0 ? width : 0
  })
}

function withWidths(rows: readonly DocumentNode[], widths: readonly number[]): readonly DocumentNode[] {
  if (widths.every((width) => width === 0)) return rows
  const columns = new Map(placedCells(rows).map(({ cell, column }) => [cell, column]))
  return rows.map((row) => ({
    ...row,
    content: (row.content ?? []).map((cell) => {
      const start = columns.get(cell) ?? 0
      const own = Array.from({ length: Number(cell.attrs?.['colspan'] ?? 1) }, (_, step) => widths[start + step] ?? 0)
      return own.every((width) => width === 0) ? cell : { ...cell, attrs: { ...cell.attrs, colwidth: own } }
    }),
  }))
}

/** The rows in the order in which browsers show them: a `tfoot` last. */
function rowsOf(table: Element): Element[] {
  const parts = table.children.filter((child): child is Element => isElement(child, 'thead', 'tbody', 'tfoot', 'tr'))
  const rank = (part: Element): number => (part.tagName === 'thead' ? 0 : part.tagName === 'tfoot' ? 2 : 1)
  return parts.sort((a, b) => rank(a) - rank(b)).flatMap((part) => (part.tagName === 'tr' ? [part] : part.children.filter((row): row is Element => isElement(row, 'tr'))))
}

function cellOf(cell: Element, contentOf: (cell: Element) => readonly DocumentNode[]): Cell {
  const content = contentOf(cell)
  const attrs = { colspan: spanOf(cell, 'colSpan'), rowspan: spanOf(cell, 'rowSpan'), colwidth: null, align: alignOf(cell) }
  return { type: cell.tagName === 'th' ? 'tableHeader' : 'tableCell', attrs, content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function spanOf(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const cells = Number.parseInt(property(cell, name), 10)
  return Number.isFinite(cells) ? Math.min(Math.max(cells, 1), mostColumns) : 1
}

function alignOf(cell: Element): string | null {
  const align = styleOf(cell, 'text-align') || property(cell, 'align').toLowerCase()
  return ['left', 'center', 'right'].includes(align) ? align : null
}

/** Pads rows that are too short, and cuts spans to the rows that there are (the table model of HTML, 4.9.12). */
function rectangular(rows: readonly Cell[][]): Cell[][] {
  const down: number[] = []
  const placed = rows.map((row, index) => {
    const cells = row.map((cell) => ({ ...cell, attrs: { ...cell.attrs, rowspan: Math.min(cell.attrs.rowspan, rows.length - index) } }))
    return { cells, ...place(cells, down) }
  })
  const columns = Math.min(mostColumns, Math.max(0, ...placed.map((row) => row.reach)))
  return placed.map((row) => [...row.cells, ...Array.from({ length: Math.max(0, columns - row.taken) }, () => ({ ...emptyCell }))])
}

const emptyCell: Cell = { type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null }, content: [{ type: 'paragraph' }] }

/**
 * Puts a row's cells into the columns that cells from above leave free, and answers how far they then reach and how many
 * columns are taken.
 * @param down For each column, how many rows below are still taken from above; changed to what this row leaves.
 */
function place(cells: readonly Cell[], down: number[]): { reach: number; taken: number } {
  const taken = down.map((rows) => rows > 0)
  const next = down.map((rows) => Math.max(0, rows - 1))
  let column = 0
  for (const { attrs } of cells) {
    while (taken[column]) column += 1
    for (let step = 0; step < attrs.colspan; step += 1) {
      taken[column + step] = true
      next[column + step] = Math.max(next[column + step] ?? 0, attrs.rowspan - 1)
    }
    column += attrs.colspan
  }
  down.splice(0, down.length, ...next)
  return { reach: taken.lastIndexOf(true) + 1, taken: taken.filter((one) => one).length }
}
