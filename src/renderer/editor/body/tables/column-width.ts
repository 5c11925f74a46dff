import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isInTable, selectedRect, type TableMap } from '@tiptap/pm/tables'

/** No column is narrower; CSS pixels. */
export const leastColumn = 60

/** CSS pixels. */
const step = 24

/** Makes the selected columns wider or narrower. Columns of which nothing was said start from the width that they have on the screen. Null outside of tables. */
export function resizedColumns(view: EditorView, direction: 1 | -1): Transaction | null {
  const { state } = view
  if (!isInTable(state)) return null
  const { left, right, map, table, tableStart } = selectedRect(state)
  const { tr } = state
  for (let column = left; column < right; column++) {
    const width = Math.max(leastColumn, (widthOf(map, table, column) ?? widthOnScreen(view, map, tableStart, column)) + direction * step)
    setColumnWidth(tr, map, table, tableStart, column, width)
  }
  return tr.docChanged ? tr : null
}

/** Whether someone has given a column of a table its width. */
export const isSized = (table: Node): boolean => table.content.content.some((row) => row.content.content.some(({ attrs }) => Array.isArray(attrs['colwidth'])))

/** Columns that are as wide as what is in them needs. Null where they are already. */
export function evenColumns(state: EditorState): Transaction | null {
  if (!isInTable(state)) return null
  const { map, table, tableStart } = selectedRect(state)
  const { tr } = state
  for (const position of new Set(map.map)) if (table.nodeAt(position)?.attrs['colwidth'] != null) tr.setNodeAttribute(tableStart + position, 'colwidth', null)
  return tr.docChanged ? tr : null
}

function widthOf(map: TableMap, table: Node, column: number): number | null {
  const position = map.map[column]
  const cell = position === undefined ? null : table.nodeAt(position)
  const widths: unknown = cell?.attrs['colwidth']
  const width: unknown = Array.isArray(widths) && position !== undefined ? widths[column - map.colCount(position)] : null
  return typeof width === 'number' && width > 0 ? width : null
}

function widthOnScreen(view: EditorView, map: TableMap, tableStart: number, column: number): number {
  const position = map.map[column]
  const cell = position === undefined ? null : view.nodeDOM(tableStart + position)
  return cell instanceof HTMLTableCellElement ? Math.round(cell.offsetWidth / cell.colSpan) : 120
}

/** The width of a column is said by each of its cells. */
export function setColumnWidth(tr: Transaction, map: TableMap, table: Node, tableStart: number, column: number, width: number): void {
  for (let row = 0; row < map.height; row++) {
    const position = map.map[row * map.width + column]
    if (position === undefined || (row > 0 && position === map.map[(row - 1) * map.width + column])) continue
    const cell = table.nodeAt(position)
    if (cell === null) continue
    const span = Number(cell.attrs['colspan'] ?? 1)
    const before: unknown = cell.attrs['colwidth']
    const widths = Array.from({ length: span }, (_, index): number => (Array.isArray(before) && typeof before[index] === 'number' ? before[index] : 0))
    widths[column - map.colCount(position)] = width
    tr.setNodeAttribute(tableStart + position, 'colwidth', widths)
  }
}
