import { numberOfAttribute, textOfAttribute } from '../document/attributes'
import { wordingFor } from '../reader/wording'
import type { AssetHash } from '../story/ids'
import type { DocumentNode } from '../story/revision'
import { figureBox } from './box'
import { longestRun } from './escape-text'
import { plainFlavour, type Flavour } from './flavour'
import { addressesOf, type FormOptions } from './forming'
import { headingAnchors, withAnchor } from './heading-anchors'
import { footnoteSection } from './html-footnotes'
import { writeTaskBox } from './task-box'
import { markdownForm } from './normal-form'
import { inBox, writeButton, writeCallout, writeCaptioned, writeEmbed, writeGallery, writePullQuote, writeRelatedStories } from './write-box'
import { writeAttachment, writeFigure } from './write-file'
import { writeTable } from './write-table'
import { writeInline, type Writer } from './write-inline'

export interface MarkdownOptions extends FormOptions {
  /** How the text names a file of the desk. */
  readonly assetAddress: (hash: AssetHash) => string
  /** The story’s language: boxes without a title are headed in it, as on a page. Without it they are not. */
  readonly language?: string | null
  /** How a line is broken, when not as the flavour says. */
  readonly lineBreaks?: 'backslash' | 'spaces'
}

/**
 * A body as Markdown (CommonMark 0.31 with GFM's tables, task lists, strikethrough, alerts and footnotes), ending in a line
 * end; empty for an empty body. `fromMarkdown` reads back exactly `markdownForm(body)`, given the same addresses.
 *
 * An image is a paragraph of its own, with its caption in italics and its credit in brackets in the line below; a
 * decorative one has a title of one space, which nobody sees. An attachment is a paragraph of one link, with the file's
 * name as its title. Footnotes are numbered and stand at the end. What Markdown has no words for stands in boxes (`box.ts`);
 * underlined, raised, lowered and highlighted words and those of another language stand in elements of HTML. A heading that a
 * link of the body leads to has its id.
 */
export function toMarkdown(body: DocumentNode, options: MarkdownOptions): string {
  return writeMarkdown(markdownForm(body, options).body, headingAnchors(body, options.flavour ?? plainFlavour), options)
}

/**
 * Writes a body that is in Markdown's form already.
 * @param anchors The ids of its headings, in their order.
 */
export function writeMarkdown(body: DocumentNode, anchors: readonly (string | null)[], { assetAddress, storyAddress, flavour = plainFlavour, language, lineBreaks = flavour.lineBreaks }: MarkdownOptions): string {
  const addressOf = (hash: string): string => assetAddress(hash as AssetHash)
  const writer: Writer = { assetAddress: addressOf, addressOf: addressesOf(storyAddress), flavour, wording: language === undefined ? null : wordingFor(language), lineBreak: lineBreaks === 'spaces' ? '  \n' : '\\\n', anchors: [...anchors], notes: [] }
  const text = writeBlocks(body.content ?? [], writer)
  const parts = [text, writeNotes(writer)].filter((part) => part !== '')
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
}

function writeNotes({ notes, flavour, wording }: Writer): string {
  if (notes.length === 0) return ''
  return flavour.footnotes === 'html' ? footnoteSection(notes, wording) : notes.map((note, index) => `[^${index + 1}]: ${note}`).join('\n')
}

/** A list before another one: the two would be one, were their markers the same. */
interface Neighbour {
  /** A task list is a list of bullets. */
  readonly type: string
  /** Whether it has the second of the two markers. */
  readonly other: boolean
}

function writeBlocks(nodes: readonly DocumentNode[], writer: Writer, before?: Neighbour): string {
  const written: string[] = []
  let former = before
  for (const node of nodes) {
    const type = markersOf(node)
    const other: boolean = former?.type === type && !former.other
    const text = writeBlock(node, writer, other)
    if (text === '') continue
    // kramdown goes by no marker: only what stands between two lists parts them there.
    if (former?.type === type && isList(type) && written.length > 0 && writer.flavour.dialect === 'kramdown') written.push(nothing)
    written.push(text)
    former = { type, other }
  }
  return written.join('\n\n')
}

/** A comment, which no reader sees. */
const nothing = '<!-- -->'

const isList = (type: string): boolean => type === 'bulletList' || type === 'orderedList'

const markersOf = ({ type }: DocumentNode): string => (type === 'taskList' ? 'bulletList' : type)

function writeBlock(node: DocumentNode, writer: Writer, otherMarker: boolean): string {
  const content = node.content ?? []
  switch (node.type) {
    case 'paragraph':
      return writeInline(content, writer)
    case 'heading':
      return writeHeading(node, writer)
    case 'blockquote':
      return prefixed(writeBlocks(content, writer), '> ', '> ')
    case 'bulletList':
    case 'taskList':
      return writeList(node, writer, otherMarker, () => (otherMarker ? '+' : '-'))
    case 'orderedList': {
      const start = numberOfAttribute(node, 'start', 1, 0)
      return writeList(node, writer, otherMarker, (index) => `${start + index}${otherMarker && writer.flavour.dialect === 'commonmark' ? ')' : '.'}`)
    }
    case 'codeBlock':
      return writeCode(node)
    case 'horizontalRule':
      // Neither the front matter's fence nor an underline can be taken for it, nor a list's marker before it. In kramdown stars would end a list.
      return writer.flavour.dialect === 'kramdown' ? '<hr>' : '***'
    case 'table':
      return writeCaptioned(node, writeTable(node, (cell) => writeCell(cell, writer)), writer)
    case 'callout':
      return writeCallout(node, writeBlocks(content, writer), writer)
    case 'pullQuote':
      return writePullQuote(node, writer)
    case 'gallery':
      return writeGallery(node, content.map((figure) => writeBlock(figure, writer, false)), writer)
    case 'button':
      return writeButton(node, writer)
    case 'embed':
      return writeEmbed(node, writer)
    case 'relatedStories':
      return writeRelatedStories(node, writer)
    case 'figure': {
      const box = figureBox(node)
      const figure = writeFigure(node, writer, false)
      return box === null ? figure : inBox(box, [figure], writer)
    }
    case 'attachment':
      return writeAttachment(node, writer)
    default:
      return writeBlocks(content, writer)
  }
}

function writeHeading(node: DocumentNode, writer: Writer): string {
  const anchor = writer.anchors.shift() ?? null
  const line = withAnchor(headingLine(writeInline(node.content ?? [], writer)), anchor, writer.flavour)
  // kramdown would show the signs of a heading that says nothing.
  const shown = line === '' && writer.flavour.dialect === 'kramdown' ? nothing : line
  return '#'.repeat(numberOfAttribute(node, 'level', 2)) + (shown === '' ? '' : ` ${shown}`)
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

function writeList(list: DocumentNode, writer: Writer, other: boolean, marker: (index: number) => string): string {
  const items = list.content ?? []
  const isTight = items.every((item) => isTightItem(item, writer.flavour))
  return items
    .map((item, index) => {
      // A list that starts in the marker's own line has the other marker: three hyphens in a row would be a rule.
      const start = `${marker(index)} `
      const content = item.content ?? []
      const [first, ...nested] = content
      const text = isTight && first !== undefined ? [writeInline(first.content ?? [], writer), ...tightLists(nested, writer)].join('\n') : writeBlocks(content, writer, { type: markersOf(list), other })
      return prefixed(list.type === 'taskList' ? withBox(item, text, writer.flavour) : withWords(item, index === 0 ? withStart(list, text, writer.flavour) : text, writer.flavour), start, ' '.repeat(start.length))
    })
    .join(isTight ? '\n' : '\n\n')
}

/** A task with its box, which is one only before words: where there are none, a comment that nobody sees stands for them. */
function withBox({ attrs, content = [] }: DocumentNode, text: string, flavour: Flavour): string {
  const box = writeTaskBox(attrs?.['checked'] === true, flavour)
  if ((content[0]?.content ?? []).length > 0) return `${box} ${text}`
  return `${box} ${nothing}${text === '' ? '' : `\n\n${text}`}`
}

/** An item that says something: kramdown takes a marker without words for words. */
function withWords({ content = [] }: DocumentNode, text: string, { dialect }: Flavour): string {
  const isFine = dialect === 'commonmark' || (content[0]?.content ?? []).length > 0
  return isFine ? text : `${nothing}${text === '' ? '' : `\n\n${text}`}`
}

/** The first item of a list with its number, where kramdown would begin with one. An attribute stands only before words. */
function withStart(list: DocumentNode, text: string, { dialect }: Flavour): string {
  const start = numberOfAttribute(list, 'start', 1, 0)
  const [words] = list.content?.[0]?.content ?? []
  return dialect === 'kramdown' && list.type === 'orderedList' && start !== 1 && (words?.content ?? []).length > 0 ? `{:value="${start}"} ${text}` : text
}

/** Whether an item can do without blank lines: one paragraph, and under it lists that may interrupt a paragraph; of these only one in kramdown. */
function isTightItem({ content = [] }: DocumentNode, { dialect }: Flavour): boolean {
  const [first, ...nested] = content
  if (first?.type !== 'paragraph') return false
  if (nested.length > (dialect === 'kramdown' ? 1 : content.length)) return false
  if (nested.length > 0 && (first.content ?? []).length === 0) return false
  return nested.every((list, index) => (markersOf(list) === 'bulletList' || (list.type === 'orderedList' && numberOfAttribute(list, 'start', 1, 0) === 1)) && interrupts(list) && (index === 0 || markersOf(nested[index - 1] ?? list) !== markersOf(list)))
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
