import type { Table } from 'mdast'
import type { DocumentNode } from '../story/revision'
import { paragraphOf } from './read-paragraph'
import type { Reader } from './text-reader'

/** A table, as wide as its head, without the empty head that Markdown demands of one that has none. */
export function tableOf(node: Table, reader: Reader): DocumentNode[] {
  const rows = node.children.map((row, index) => {
    const cells = row.children.map((cell, column) => {
      const content = paragraphOf({ type: 'paragraph', children: cell.children }, reader)
      const attrs = { colspan: 1, rowspan: 1, colwidth: null, align: node.align?.[column] ?? null }
      return { type: index === 0 ? 'tableHeader' : 'tableCell', attrs, content: content.length > 0 ? content : [{ type: 'paragraph' }] }
    })
    return { type: 'tableRow', content: cells, isEmpty: row.children.every((cell) => cell.children.length === 0) }
  })
  const columns = rows[0]?.content.length ?? 0
  const attrs = (column: number) => ({ colspan: 1, rowspan: 1, colwidth: null, align: node.align?.[column] ?? null })
  // Markdown demands a head. One of nothing but empty cells stands for none.
  const shown = rows[0]?.isEmpty === true && rows.length > 1 ? rows.slice(1) : rows
  const content = shown.map((row) => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, (_, column) => row.content[column] ?? { type: 'tableCell', attrs: attrs(column), content: [{ type: 'paragraph' }] }),
  }))
  return columns === 0 ? [] : [{ type: 'table', content }]
}
