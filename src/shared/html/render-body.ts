import { assetOf, numberOfAttribute, textOfAttribute } from '../document/attributes'
import { inlineTree, type InlinePiece } from '../document/inline-tree'
import { wordingFor } from '../reader/wording'
import type { AssetHash, StoryId } from '../story/ids'
import type { DocumentMark, DocumentNode, RevisionAsset } from '../story/revision'
import { slugFrom } from '../story/slug'
import { plainText } from '../story/text'
import { escapeHtml } from './escape'
import { fileNote } from './file-note'

export interface RenderOptions {
  /** Where readers get a file of the desk from. */
  readonly assetAddress: (hash: AssetHash) => string
  /** What is known of the files: downloads then say their type and size. */
  readonly assets?: readonly RevisionAsset[]
  /** The story's language (BCP 47), for the words that are added to it. */
  readonly language?: string | null
  /** Stands before every id, so that several stories can be on one page. */
  readonly idPrefix?: string
  /** Where readers find another story of the desk; null when it is not published there: its words then stand without a link. */
  readonly storyAddress?: (story: StoryId) => string | null
}

/**
 * The HTML fragment of a body: what the schema says and nothing else, everything escaped, links only to safe addresses.
 * Headings have ids made of their words. Footnotes are numbered in the order of their calls and stand in a section at
 * the end. Images and attachments without a file, and empty paragraphs, are left out.
 */
export function renderBody(body: DocumentNode, options: RenderOptions): string {
  const renderer = bodyRenderer(options)
  return renderer.blocks(body.content ?? []) + renderer.notes()
}

export interface BodyRenderer {
  /** Some blocks; their footnotes are kept for `notes`. */
  readonly blocks: (nodes: readonly DocumentNode[]) => string
  /** The section of all footnotes called so far; empty when there are none. */
  readonly notes: () => string
}

/** Renders one page in several parts, whose headings and footnotes are counted together. */
export function bodyRenderer(options: RenderOptions): BodyRenderer {
  const page: Page = { options, ids: new Set(), notes: [] }
  return { blocks: (nodes) => blocks(nodes, page), notes: () => notesSection(page) }
}

interface Page {
  readonly options: RenderOptions
  readonly ids: Set<string>
  /** The footnotes' HTML, in order. */
  readonly notes: string[]
}

function blocks(nodes: readonly DocumentNode[], page: Page): string {
  return nodes.map((node) => block(node, page)).join('')
}

function block(node: DocumentNode, page: Page): string {
  const content = node.content ?? []
  switch (node.type) {
    case 'paragraph':
      return content.length === 0 ? '' : `<p>${inline(content, page)}</p>\n`
    case 'heading':
      return heading(node, page)
    case 'blockquote':
      return `<blockquote>\n${blocks(content, page)}</blockquote>\n`
    case 'bulletList':
      return `<ul>\n${content.map((item) => listItem(item, page)).join('')}</ul>\n`
    case 'orderedList':
      return orderedList(node, page)
    case 'codeBlock':
      return codeBlock(node)
    case 'horizontalRule':
      return '<hr>\n'
    case 'table':
      return table(node, page)
    case 'figure':
      return renderFigure(node, page.options)
    case 'attachment':
      return renderAttachment(node, page.options)
    default:
      return blocks(content, page)
  }
}

function heading(node: DocumentNode, page: Page): string {
  const level = Math.min(4, numberOfAttribute(node, 'level', 2))
  return `<h${level} id="${escapeHtml(headingId(node, page))}">${inline(node.content ?? [], page)}</h${level}>\n`
}

/** The heading's words as an address; a second one with the same words gets a number. */
function headingId(node: DocumentNode, { ids, options }: Page): string {
  const words = slugFrom(plainText({ ...node, content: (node.content ?? []).filter(({ type }) => type !== 'footnote') }), 60)
  let id = `${options.idPrefix ?? ''}${words}`
  for (let count = 2; ids.has(id); count += 1) id = `${options.idPrefix ?? ''}${words}-${count}`
  ids.add(id)
  return id
}

function orderedList(node: DocumentNode, page: Page): string {
  const start = numberOfAttribute(node, 'start', 1, 0)
  return `<ol${start === 1 ? '' : ` start="${start}"`}>\n${(node.content ?? []).map((item) => listItem(item, page)).join('')}</ol>\n`
}

/** An item of one paragraph, with or without lists under it, needs no paragraph of its own. */
function listItem(item: DocumentNode, page: Page): string {
  const [first, ...rest] = item.content ?? []
  const isPlain = first?.type === 'paragraph' && rest.every(({ type }) => type === 'bulletList' || type === 'orderedList')
  const content = isPlain ? inline(first.content ?? [], page) + (rest.length > 0 ? `\n${blocks(rest, page)}` : '') : `\n${blocks(item.content ?? [], page)}`
  return `<li>${content}</li>\n`
}

function codeBlock(node: DocumentNode): string {
  const language = textOfAttribute(node, 'language')
  const text = (node.content ?? []).map((child) => child.text ?? '').join('')
  return `<pre><code${language === '' ? '' : ` class="language-${escapeHtml(language)}"`}>${escapeHtml(text)}\n</code></pre>\n`
}

function table(node: DocumentNode, page: Page): string {
  const rows = (node.content ?? []).filter((row) => (row.content ?? []).length > 0)
  if (rows.length === 0) return ''
  const split = headRowCount(rows)
  const head = rows.slice(0, split).map((row) => tableRow(row, 'col', page)).join('')
  const body = rows.slice(split).map((row) => tableRow(row, 'row', page)).join('')
  // A wide table scrolls by itself; the page does not.
  return `<div class="table">\n<table>\n${head && `<thead>\n${head}</thead>\n`}${body && `<tbody>\n${body}</tbody>\n`}</table>\n</div>\n`
}

/** The rows at the top that hold nothing but headings; a corner may be empty. */
function headRowCount(rows: readonly DocumentNode[]): number {
  const first = rows.findIndex((row) => !isHeadRow(row.content ?? []))
  return first === -1 ? 1 : first
}

function isHeadRow(cells: readonly DocumentNode[]): boolean {
  return cells.at(-1)?.type === 'tableHeader' && cells.every((cell) => cell.type === 'tableHeader' || plainText(cell).trim() === '')
}

function tableRow(row: DocumentNode, scope: 'col' | 'row', page: Page): string {
  return `<tr>\n${(row.content ?? []).map((cell) => tableCell(cell, scope, page)).join('')}</tr>\n`
}

function tableCell(cell: DocumentNode, scope: 'col' | 'row', page: Page): string {
  const tag = cell.type === 'tableHeader' ? 'th' : 'td'
  const content = cell.content ?? []
  const only = content.length === 1 && content[0]?.type === 'paragraph' ? content[0] : undefined
  const attributes = (tag === 'th' ? ` scope="${scope}"` : '') + span(cell, 'colspan') + span(cell, 'rowspan') + alignment(cell)
  return `<${tag}${attributes}>${only === undefined ? `\n${blocks(content, page)}` : inline(only.content ?? [], page)}</${tag}>\n`
}

function span(cell: DocumentNode, name: 'colspan' | 'rowspan'): string {
  const cells = numberOfAttribute(cell, name, 1)
  return cells === 1 ? '' : ` ${name}="${cells}"`
}

function alignment(cell: DocumentNode): string {
  const align = textOfAttribute(cell, 'align')
  return ['left', 'center', 'right'].includes(align) ? ` style="text-align: ${align}"` : ''
}

/** An image with its caption and credit. A decorative one has an empty alternative text and no role. */
export function renderFigure(node: DocumentNode, { assetAddress }: RenderOptions): string {
  const asset = assetOf(node)
  if (asset === null) return ''
  const decorative = node.attrs?.['decorative'] === true
  const image = `<img src="${escapeHtml(assetAddress(asset))}" alt="${decorative ? '' : escapeHtml(textOfAttribute(node, 'alt'))}"${decorative ? ' role="presentation"' : ''}>`
  const credit = textOfAttribute(node, 'credit').trim()
  const words = textOfAttribute(node, 'caption').trim()
  const caption = [words && `<span class="caption">${escapeHtml(words)}</span>`, credit && `<span class="credit">${escapeHtml(credit)}</span>`].filter((part) => part !== '').join(' ')
  return `<figure>\n${image}\n${caption && `<figcaption>${caption}</figcaption>\n`}</figure>\n`
}

/** A file to download, with its type and size when they are known. */
export function renderAttachment(node: DocumentNode, { assetAddress, assets = [], language = null }: RenderOptions): string {
  const asset = assetOf(node)
  if (asset === null) return ''
  const known = assets.find(({ hash }) => hash === asset)
  const name = textOfAttribute(node, 'name') || (known?.name ?? '')
  const words = textOfAttribute(node, 'label').trim() || name || wordingFor(language).download
  const about = known === undefined ? '' : ` <span class="file-note">${escapeHtml(fileNote(known, language))}</span>`
  return `<p class="attachment"><a href="${escapeHtml(assetAddress(asset))}" download="${escapeHtml(name)}">${escapeHtml(words)}</a>${about}</p>\n`
}

function inline(content: readonly DocumentNode[], page: Page): string {
  return pieces(inlineTree(content), page)
}

function pieces(tree: readonly InlinePiece[], page: Page): string {
  return tree.map((piece) => onePiece(piece, page)).join('')
}

function onePiece(piece: InlinePiece, page: Page): string {
  switch (piece.kind) {
    case 'text':
      return escapeHtml(piece.text)
    case 'break':
      return '<br>\n'
    case 'footnote':
      return noteCall(piece.note, page)
    case 'mark':
      return marked(piece.mark, pieces(piece.content, page))
  }
}

function marked(mark: DocumentMark, content: string): string {
  switch (mark.type) {
    case 'bold':
      return `<strong>${content}</strong>`
    case 'italic':
      return `<em>${content}</em>`
    case 'strike':
      return `<s>${content}</s>`
    case 'code':
      return `<code>${content}</code>`
    case 'link': {
      const title = textOfAttribute(mark, 'title')
      return `<a href="${escapeHtml(textOfAttribute(mark, 'href'))}"${title && ` title="${escapeHtml(title)}"`}>${content}</a>`
    }
    default:
      return content
  }
}

function noteCall(note: DocumentNode, page: Page): string {
  const number = page.notes.push(inline(note.content ?? [], page))
  const prefix = escapeHtml(page.options.idPrefix ?? '')
  return `<sup class="footnote-call"><a href="#${prefix}fn-${number}" id="${prefix}fnref-${number}" role="doc-noteref">${number}</a></sup>`
}

function notesSection({ notes, options }: Page): string {
  if (notes.length === 0) return ''
  const wording = wordingFor(options.language ?? null)
  const prefix = escapeHtml(options.idPrefix ?? '')
  const back = (number: number): string => `<a href="#${prefix}fnref-${number}" class="footnote-back" role="doc-backlink" aria-label="${escapeHtml(wording.backToText)}">↩</a>`
  const items = notes.map((note, index) => `<li id="${prefix}fn-${index + 1}">${note} ${back(index + 1)}</li>\n`).join('')
  return `<section class="footnotes" role="doc-endnotes" aria-label="${escapeHtml(wording.notes)}">\n<ol>\n${items}</ol>\n</section>\n`
}
