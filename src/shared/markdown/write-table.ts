import { textOfAttribute } from '../document/attributes'
import type { DocumentNode } from '../story/revision'

const delimiters: Readonly<Record<string, string>> = { left: ':--', center: ':-:', right: '--:' }

/**
 * A table in GFM's form. It always has a head there: one without headings gets a head of empty cells, which the parser
 * takes away again.
 */
export function writeTable(table: DocumentNode, cellText: (cell: DocumentNode) => string): string {
  const rows = (table.content ?? []).map((row) => row.content ?? [])
  const first = rows[0] ?? []
  const hasHead = first.some(({ type }) => type === 'tableHeader')
  const delimiter = line(first.map((cell) => delimiters[textOfAttribute(cell, 'align')] ?? '---'))
  const written = rows.map((cells) => line(cells.map(cellText)))
  return hasHead ? [written[0], delimiter, ...written.slice(1)].join('\n') : [line(first.map(() => '')), delimiter, ...written].join('\n')
}

function line(cells: readonly string[]): string {
  return `|${cells.map((cell) => (cell === '' ? '  |' : ` ${cell} |`)).join('')}`
}
