import { numberOfAttribute, textOfAttribute } from '../../document/attributes'
import { columnWidths } from '../../document/column-widths'
import type { DocumentNode } from '../../story/revision'
import { plainText } from '../../story/text'
import { escapeHtml } from '../escape'
import type { Page } from './page'

/** A table with its caption. It has the width of the text: given widths of columns are parts of it. */
export function table(node: DocumentNode, page: Page): string {
  const rows = (node.content ?? []).filter((row) => (row.content ?? []).length > 0)
  if (rows.length === 0) return ''
  const heads = headRowCount(rows)
  const split = endOfHead(rows, heads)
  const all = rows.map((row, index) => tableRow(row, index < heads ? 'col' : 'row', page))
  const [head, body] = [all.slice(0, split).join(''), all.slice(split).join('')]
  const words = textOfAttribute(node, 'caption').trim()
  const caption = words && `<caption>${escapeHtml(words)}</caption>\n`
  // A wide table scrolls by itself; the page does not.
  return `<div class="table">\n<table>\n${caption}${columns(rows)}${head && `<thead>\n${head}</thead>\n`}${body && `<tbody>\n${body}</tbody>\n`}</table>\n</div>\n`
}

/** Widths as parts of the whole when all are given, so that they fit a phone; `data-width` is what was given, in pixels. */
function columns(rows: readonly DocumentNode[]): string {
  const widths = columnWidths(rows)
  if (widths.every((width) => width === 0)) return ''
  const sum = widths.reduce((total, width) => total + width, 0)
  const areAllGiven = widths.every((width) => width > 0)
  const style = (width: number): string => (areAllGiven ? `${Math.round((width / sum) * 1000) / 10}%` : `${Math.round((width / 16) * 100) / 100}rem`)
  return `<colgroup>\n${widths.map((width) => (width === 0 ? '<col>\n' : `<col data-width="${width}" style="width: ${style(width)}">\n`)).join('')}</colgroup>\n`
}

/** The rows at the top that hold nothing but headings; a corner may be empty. */
function headRowCount(rows: readonly DocumentNode[]): number {
  const first = rows.findIndex((row) => !isHeadRow(row.content ?? []))
  return first === -1 ? 1 : first
}

function isHeadRow(cells: readonly DocumentNode[]): boolean {
  return cells.at(-1)?.type === 'tableHeader' && cells.every((cell) => cell.type === 'tableHeader' || plainText(cell).trim() === '')
}

/** Where `thead` can end: a cell that reaches from it into the rows below would be cut there. */
function endOfHead(rows: readonly DocumentNode[], heads: number): number {
  const reaches = rows.slice(0, heads).some((row, index) => (row.content ?? []).some((cell) => index + numberOfAttribute(cell, 'rowspan', 1) > heads))
  return reaches && heads < rows.length ? 0 : heads
}

function tableRow(row: DocumentNode, scope: 'col' | 'row', page: Page): string {
  return `<tr>\n${(row.content ?? []).map((cell) => tableCell(cell, scope, page)).join('')}</tr>\n`
}

function tableCell(cell: DocumentNode, scope: 'col' | 'row', page: Page): string {
  const tag = cell.type === 'tableHeader' ? 'th' : 'td'
  const content = cell.content ?? []
  const only = content.length === 1 && content[0]?.type === 'paragraph' ? content[0] : undefined
  const attributes = (tag === 'th' ? ` scope="${scope}"` : '') + span(cell, 'colspan') + span(cell, 'rowspan') + alignment(cell)
  return `<${tag}${attributes}>${only === undefined ? `\n${page.blocks(content)}` : page.inline(only.content ?? [])}</${tag}>\n`
}

function span(cell: DocumentNode, name: 'colspan' | 'rowspan'): string {
  const cells = numberOfAttribute(cell, name, 1)
  return cells === 1 ? '' : ` ${name}="${cells}"`
}

function alignment(cell: DocumentNode): string {
  const align = textOfAttribute(cell, 'align')
  return ['left', 'center', 'right'].includes(align) ? ` style="text-align: ${align}"` : ''
}
