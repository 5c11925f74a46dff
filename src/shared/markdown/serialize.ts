import { assetOf, numberOfAttribute, textOfAttribute } from '../document/attributes'
import type { AssetHash } from '../story/ids'
import type { DocumentNode } from '../story/revision'
import { destination, escapeText, longestRun, titlePart } from './escape-text'
import { markdownForm } from './normal-form'
import { writeTable } from './write-table'
import { writeInline, type Writer } from './write-inline'

export interface MarkdownOptions {
  /** How the text names a file of the desk. */
  readonly assetAddress: (hash: AssetHash) => string
  /** How a line is broken: by a backslash, or by two spaces for parsers that know only these (kramdown). */
  readonly lineBreaks?: 'backslash' | 'spaces'
}

/**
 * A body as Markdown (CommonMark 0.31 with GFM's tables, strikethrough and footnotes), ending in a line end; empty for an
 * empty body. `fromMarkdown` reads back exactly `markdownForm(body)`, given the same addresses.
 *
 * An image is a paragraph of its own, with its caption in italics and its credit in brackets in the line below; a
 * decorative one has a title of one space, which nobody sees. An attachment is a paragraph of one link, with the file's
 * name as its title. Footnotes are numbered and stand at the end.
 */
export function toMarkdown(body: DocumentNode, options: MarkdownOptions): string {
  return writeMarkdown(markdownForm(body).body, options)
}

/** Writes a body that is in Markdown's form already. */
export function writeMarkdown(body: DocumentNode, { assetAddress, lineBreaks = 'backslash' }: MarkdownOptions): string {
  const addressOf = (hash: string): string => assetAddress(hash as AssetHash)
  const writer: Writer = { assetAddress: addressOf, lineBreak: lineBreaks === 'spaces' ? '  \n' : '\\\n', notes: [] }
  const text = writeBlocks(body.content ?? [], writer)
  const notes = writer.notes.map((note, index) => `[^${index + 1}]: ${note}`).join('\n')
  const parts = [text, notes].filter((part) => part !== '')
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
}

/** A list before another one: the two would be one, were their markers the same. */
interface Neighbour {
  readonly type: string
  /** Whether it has the second of the two markers. */
  readonly other: boolean
}

function writeBlocks(nodes: readonly DocumentNode[], writer: Writer, before?: Neighbour): string {
  const written: string[] = []
  let former = before
  for (const node of nodes) {
    const other: boolean = former?.type === node.type && !former.other
    const text = writeBlock(node, writer, other)
    if (text === '') continue
    written.push(text)
    former = { type: node.type, other }
  }
  return written.join('\n\n')
}

function writeBlock(node: DocumentNode, writer: Writer, otherMarker: boolean): string {
  const content = node.content ?? []
  switch (node.type) {
    case 'paragraph':
      return writeInline(content, writer)
    case 'heading':
      return '#'.repeat(numberOfAttribute(node, 'level', 2)) + (content.length > 0 ? ` ${headingLine(writeInline(content, writer))}` : '')
    case 'blockquote':
      return prefixed(writeBlocks(content, writer), '> ', '> ')
    case 'bulletList':
      return writeList(node, writer, otherMarker, () => (otherMarker ? '+' : '-'))
    case 'orderedList': {
      const start = numberOfAttribute(node, 'start', 1, 0)
      return writeList(node, writer, otherMarker, (index) => `${start + index}${otherMarker ? ')' : '.'}`)
    }
    case 'codeBlock':
      return writeCode(node)
    case 'horizontalRule':
      // Neither the front matter's fence nor an underline can be taken for it, nor a list's marker before it.
      return '***'
    case 'table':
      return writeTable(node, (cell) => writeCell(cell, writer))
    case 'figure':
      return writeFigure(node, writer, false)
    case 'attachment':
      return writeAttachment(node, writer)
    default:
      return writeBlocks(content, writer)
  }
}

/** A heading may end in number signs only when they are escaped. */
function headingLine(text: string): string {
  return text.replace(/(^|\s)(#+)$/, '$1\\$2')
}

/** All lines of a text after a prefix; `rest` is that of the second and later ones. Lines of nothing stay free of trailing spaces. */
function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (line === '' ? (index === 0 ? first : rest).trimEnd() : (index === 0 ? first : rest) + line))
    .join('\n')
}

function writeList({ type, content: items = [] }: DocumentNode, writer: Writer, other: boolean, marker: (index: number) => string): string {
  const isTight = items.every(isTightItem)
  return items
    .map((item, index) => {
      // A list that starts in the marker's own line has the other marker: three hyphens in a row would be a rule.
      const start = `${marker(index)} `
      const content = item.content ?? []
      const [first, ...nested] = content
      const text = isTight && first !== undefined ? [writeInline(first.content ?? [], writer), ...tightLists(nested, writer)].join('\n') : writeBlocks(content, writer, { type, other })
      return prefixed(text, start, ' '.repeat(start.length))
    })
    .join(isTight ? '\n' : '\n\n')
}

/** Whether an item can do without blank lines: one paragraph, and under it lists that may interrupt a paragraph. */
function isTightItem({ content = [] }: DocumentNode): boolean {
  const [first, ...nested] = content
  if (first?.type !== 'paragraph') return false
  if (nested.length > 0 && (first.content ?? []).length === 0) return false
  return nested.every((list, index) => (list.type === 'bulletList' || (list.type === 'orderedList' && numberOfAttribute(list, 'start', 1, 0) === 1)) && interrupts(list) && nested[index - 1]?.type !== list.type)
}

function interrupts(list: DocumentNode): boolean {
  const first = list.content?.[0]?.content?.[0]
  return first?.type === 'paragraph' && (first.content ?? []).length > 0
}

function tightLists(lists: readonly DocumentNode[], writer: Writer): string[] {
  return lists.map((list) => writeBlock(list, writer, false))
}

function writeCode(node: DocumentNode): string {
  const text = (node.content ?? []).map((child) => child.text ?? '').join('')
  const language = textOfAttribute(node, 'language').replace(/\\/g, '\\\\').replace(/&(?=#?[a-z0-9]+;)/gi, '&amp;')
  const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1))
  return text === '' ? `${fence}${language}\n${fence}` : `${fence}${language}\n${text}\n${fence}`
}

function writeCell(cell: DocumentNode, writer: Writer): string {
  const [only] = cell.content ?? []
  if (only?.type === 'figure') return writeFigure(only, writer, true)
  if (only?.type === 'attachment') return writeAttachment(only, writer)
  return writeInline(only?.content ?? [], writer, { inTable: true })
}

const inLabel = { startsLine: false, inLabel: true, afterCall: false, beforeBracket: false }

function label(text: string): string {
  return escapeText(text, inLabel).replace(/^\^/, '&#94;')
}

function writeFigure(node: DocumentNode, writer: Writer, inTable: boolean): string {
  const text = (name: string): string => textOfAttribute(node, name)
  const title = node.attrs?.['decorative'] === true ? titlePart(' ') : ''
  const image = `![${label(text('alt'))}](${destination(writer.assetAddress(assetOf(node) ?? ''))}${title})`
  const below = [...(text('caption') === '' ? [] : [{ type: 'text', text: text('caption'), marks: [{ type: 'italic' }] }]), ...(text('credit') === '' ? [] : [{ type: 'text', text: `${text('caption') && ' '}(${text('credit')})` }])]
  return below.length === 0 || inTable ? image : `${image}${writer.lineBreak}${writeInline(below, writer)}`
}

function writeAttachment(node: DocumentNode, writer: Writer): string {
  const [name, words] = [textOfAttribute(node, 'name'), textOfAttribute(node, 'label')]
  return `[${label(words || name)}](${destination(writer.assetAddress(assetOf(node) ?? ''))}${words === '' ? '' : titlePart(name)})`
}
