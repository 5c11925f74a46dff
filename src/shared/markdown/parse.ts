import type { Blockquote, Definition, FootnoteDefinition, Heading, Image, ImageReference, Link, LinkReference, List, ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast'
import { fromMarkdown as parseMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { Flow } from '../document/flow'
import { isSafeLinkAddress } from '../document/link-address'
import { canonicalLanguage } from '../document/nodes/marks'
import { normaliseBody } from '../document/normalise'
import { storyLinkOf } from '../document/story-link'
import { documentFromHtml } from '../html/parse-html'
import { AssetHash } from '../story/ids'
import type { DocumentMark, DocumentNode } from '../story/revision'
import { readFrontMatter } from './front-matter'
import { withFirstParagraph } from './normal-form'
import { inOurForms } from './other-dialects'
import { boxAt, lineOf, readAlert, readBox, type BoxReader } from './read-box'

export interface ParsedMarkdown {
  readonly frontMatter: Record<string, unknown>
  readonly body: DocumentNode
  /** What was left out that a person should know of, in words. */
  readonly problems: readonly string[]
}

export interface MarkdownSources {
  /** The desk's file that an address of the text leads to, as its hash; null when there is none. */
  readonly asset?: (address: string) => string | null
  /** The link to a story of the desk that an address of the text stands for (`story-link.ts`); null when it is none. */
  readonly story?: (address: string) => string | null
  /** Whether the file is another tool’s, so that the forms which only some tools know are read as well (`other-dialects.ts`). */
  readonly fromElsewhere?: boolean
}

/**
 * The story that a Markdown file says: CommonMark with GFM's tables, task lists, strikethrough, links, alerts and footnotes,
 * YAML front matter, and the boxes that `toMarkdown` writes. HTML in it is cleaned like any other HTML. Images stay when `asset` knows their file. When the text has a
 * heading of level 1, all its headings go one level down, below the headline. The result passes the schema's own check.
 * Never fails.
 */
export function fromMarkdown(text: string, sources: MarkdownSources = {}): ParsedMarkdown {
  try {
    return parsed(text, sources)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { frontMatter: {}, body: normaliseBody({ type: 'doc' }), problems: ['The text could not be read: its quotations or lists are nested too deeply.'] }
  }
}

function parsed(source: string, { asset = () => null, story = () => null, fromElsewhere = false }: MarkdownSources): ParsedMarkdown {
  const text = fromElsewhere ? inOurForms(source) : source
  const problems: string[] = []
  const withMatter = treeOf(text, true)
  const yaml = withMatter.children.find((node) => node.type === 'yaml')
  const frontMatter = yaml === undefined ? {} : readFrontMatter(yaml.value, problems)
  const tree = frontMatter === null ? treeOf(text, false) : withMatter
  if (tree.children.some(({ type }) => (type as string) === 'toml')) problems.push('The front matter was left out: only YAML can be read.')
  const reader = readerFor(tree, { text, fromElsewhere, asset: (address) => AssetHash.safeParse(asset(address)).data ?? null, story: storyKnown(story), problems })
  const body = normaliseBody({ type: 'doc', content: blocksOf(tree.children, reader) })
  return { frontMatter: frontMatter ?? {}, body, problems: [...new Set(problems)] }
}

/** Only what is a link to a story counts as one. */
function storyKnown(story: NonNullable<MarkdownSources['story']>): (address: string) => string | null {
  return (address) => {
    const link = story(address)
    return link === null || storyLinkOf(link) === null ? null : link
  }
}

function treeOf(text: string, hasFrontMatter: boolean): Root {
  const kinds = hasFrontMatter ? (['yaml', 'toml'] as const) : []
  return parseMarkdown(text, {
    extensions: [frontmatter([...kinds]), gfm()],
    // Their transforms would make links of words that were escaped so as not to be links.
    mdastExtensions: [frontmatterFromMarkdown([...kinds]), gfmFromMarkdown().map(({ transforms: _none, ...extension }) => extension)],
  })
}

interface Sources {
  readonly text: string
  readonly fromElsewhere: boolean
  readonly asset: (address: string) => AssetHash | null
  readonly story: (address: string) => string | null
  readonly problems: string[]
}

interface Reader extends Sources {
  readonly definitions: ReadonlyMap<string, Definition>
  readonly notes: ReadonlyMap<string, FootnoteDefinition>
  readonly headingShift: number
}

function readerFor(tree: Nodes, sources: Sources): Reader {
  const definitions = new Map<string, Definition>()
  const notes = new Map<string, FootnoteDefinition>()
  let headingShift = 0
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'heading' && node.depth === 1) headingShift = 1
    // Of two definitions the first counts (CommonMark, 4.7).
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node)
    if ('children' in node) waiting.push(...node.children.toReversed())
  }
  return { ...sources, definitions, notes, headingShift }
}

function blocksOf(nodes: readonly RootContent[], reader: Reader): DocumentNode[] {
  const blocks: DocumentNode[] = []
  for (let at = 0; at < nodes.length; ) {
    const box = boxAt(nodes, at)
    const node = nodes[at]
    blocks.push(...(box !== undefined ? readBox(box, boxReader(reader)) : node === undefined ? [] : blockOf(node, reader)))
    at = box?.end ?? at + 1
  }
  return blocks
}

function boxReader(reader: Reader): BoxReader {
  return {
    blocks: (nodes) => blocksOf(nodes, reader),
    words: ({ children }) => flowOf(children, reader),
    linkTo: (node) => {
      const link = resolved(node, 'link', reader)
      return link && { url: link.url, href: reader.story(link.url) ?? link.url }
    },
  }
}

function blockOf(node: RootContent, reader: Reader): DocumentNode[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(node, reader)
    case 'heading': {
      const blocks = flowOf(headingWords(node, reader), reader)
      const level = Math.min(4, Math.max(2, node.depth + reader.headingShift))
      const content = inlineOf(blocks.filter(({ type }) => type === 'paragraph'))
      return [{ type: 'heading', attrs: { level }, content }, ...blocks.filter(({ type }) => type !== 'paragraph')]
    }
    case 'blockquote':
      return readAlert(node, (paragraph) => reader.text.startsWith('[!', paragraph.position?.start.offset ?? 0), boxReader(reader)) ?? quotationOf(node, reader)
    case 'list':
      return listsOf(node, reader)
    case 'code':
      return [{ type: 'codeBlock', attrs: { language: node.lang ?? null }, content: node.value === '' ? [] : [{ type: 'text', text: node.value }] }]
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    case 'table':
      return tableOf(node, reader)
    case 'html':
      return htmlBlocks(node.value, reader)
    default:
      return []
  }
}

function quotationOf({ children }: Blockquote, reader: Reader): DocumentNode[] {
  return [{ type: 'blockquote', content: blocksOf(children, reader) }]
}

/** A heading's words without the id (and the classes) that may stand behind them in braces. */
function headingWords({ children, position }: Heading, { text }: Reader): readonly PhrasingContent[] {
  const last = children.at(-1)
  const line = text.slice(position?.start.offset, position?.end.offset)
  if (last?.type !== 'text' || !/[^\\]\{[#.][^{}]*\}[ \t]*#*$/.test(line)) return children
  return [...children.slice(0, -1), { ...last, value: last.value.replace(/\s*\{[#.][^{}]*\}$/, '') }]
}

/** A list; one of bullets with some boxes to tick in it is a list of tasks where they are, and one of bullets elsewhere. */
function listsOf(node: List, reader: Reader): DocumentNode[] {
  if (node.ordered) return [{ type: 'orderedList', attrs: { start: node.start ?? 1, type: null }, content: node.children.map((item) => itemOf(withBoxAsWords(item), reader)) }]
  const lists: { type: string; content: DocumentNode[] }[] = []
  for (const item of node.children) {
    const type = typeof item.checked === 'boolean' ? 'taskList' : 'bulletList'
    const last = lists.at(-1)
    if (last?.type === type) last.content.push(itemOf(item, reader))
    else lists.push({ type, content: [itemOf(item, reader)] })
  }
  return lists.length > 0 ? lists : [{ type: 'bulletList', content: [] }]
}

function itemOf(item: ListItem, reader: Reader): DocumentNode {
  const content = withFirstParagraph(blocksOf(item.children, reader))
  return typeof item.checked === 'boolean' ? { type: 'taskItem', attrs: { checked: item.checked }, content } : { type: 'listItem', content }
}

/** A numbered list has no boxes to tick: they stay the brackets that they were written as. */
function withBoxAsWords(item: ListItem): ListItem {
  const [first, ...rest] = item.children
  if (typeof item.checked !== 'boolean' || first?.type !== 'paragraph') return item
  const box: PhrasingContent = { type: 'text', value: item.checked ? '[x] ' : '[ ] ' }
  return { ...item, checked: null, children: [{ ...first, children: [box, ...first.children] }, ...rest] }
}

function htmlBlocks(html: string, reader: Reader): DocumentNode[] {
  const { body, problems } = documentFromHtml(html, { asset: reader.asset })
  reader.problems.push(...problems)
  return (body.content ?? []).filter((block) => block.type !== 'paragraph' || (block.content ?? []).length > 0)
}

function tableOf(node: Table, reader: Reader): DocumentNode[] {
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

/** A paragraph, or the image or attachment that it stands for; images among words part it. */
function paragraphOf(node: Paragraph, reader: Reader): DocumentNode[] {
  return figureOf(node, reader) ?? attachmentOf(node, reader) ?? flowOf(node.children, reader)
}

function resolved<T extends 'link' | 'image'>(node: PhrasingContent | undefined, type: T, { definitions }: Reader): { url: string; title: string | null } | undefined {
  if (node?.type === type && 'url' in node) return { url: node.url, title: node.title ?? null }
  const definition = node?.type === `${type}Reference` && 'identifier' in node ? definitions.get(node.identifier) : undefined
  return definition && { url: definition.url, title: definition.title ?? null }
}

/** An image alone in its paragraph, with its caption in italics and its credit in brackets in the line below. */
function figureOf({ children }: Paragraph, reader: Reader): DocumentNode[] | undefined {
  const [image, ...rest] = children
  const source = resolved(image, 'image', reader)
  const asset = source && reader.asset(source.url)
  if (image === undefined || source === undefined || asset === undefined || asset === null) return undefined
  const below = captionOf(rest, reader)
  if (below === undefined) return undefined
  const alt = 'alt' in image ? (image.alt ?? '') : ''
  return [figure(asset, alt, source.title, below)]
}

interface Below {
  readonly caption: string
  readonly credit: string
  /** Where the credit leads to. */
  readonly source: string
}

function captionOf(nodes: readonly PhrasingContent[], reader: Reader): Below | undefined {
  if (nodes.length === 0) return { caption: '', credit: '', source: '' }
  const [first, ...more] = nodes
  // The line below starts after a break, or after a mere line end in files that others wrote.
  const startsLine = first?.type === 'break'
  const line = startsLine ? more : first?.type === 'text' && first.value.startsWith('\n') ? [{ ...first, value: first.value.slice(1) }, ...more] : undefined
  if (line === undefined) return undefined
  const words = line.filter((node) => node.type !== 'text' || node.value !== '')
  const caption = words[0]?.type === 'emphasis' ? textOf(words[0]) : undefined
  const after = caption === undefined ? words : words.slice(1)
  if (after.length === 0) return caption === undefined ? undefined : { caption, credit: '', source: '' }
  const credit = creditOf(after, reader)
  return credit && { caption: caption ?? '', ...credit }
}

/** A credit in brackets, or a link in them, which is a credit that leads to its source. */
function creditOf([first, link, last, ...more]: readonly PhrasingContent[], reader: Reader): Omit<Below, 'caption'> | undefined {
  if (first?.type !== 'text' || more.length > 0) return undefined
  const credit = link === undefined ? /^\s*\((.*)\)\s*$/s.exec(first.value)?.[1] : undefined
  if (link === undefined) return credit === undefined ? undefined : { credit, source: '' }
  const source = resolved(link, 'link', reader)?.url ?? ''
  if (!/^\s*\(\s*$/.test(first.value) || last?.type !== 'text' || !/^\s*\)\s*$/.test(last.value) || !/^https?:/i.test(source)) return undefined
  const words = lineOf(link)
  return { credit: words === source ? '' : words, source }
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function figure(asset: AssetHash, alt: string, title: string | null, below: Below): DocumentNode {
  const decorative = alt.trim() === '' && title === ' '
  const caption = below.caption || (title ?? '')
  return { type: 'figure', attrs: { asset, alt: oneLine(alt), caption: oneLine(caption), credit: oneLine(below.credit), decorative, ...(below.source !== '' && { source: below.source }) } }
}

/** A paragraph of one link to a file of the desk. */
function attachmentOf({ children }: Paragraph, reader: Reader): DocumentNode[] | undefined {
  const [link] = children
  const target = children.length === 1 ? resolved(link, 'link', reader) : undefined
  const asset = target && reader.asset(target.url)
  if (link === undefined || target === undefined || asset === undefined || asset === null) return undefined
  const words = oneLine(textOf(link))
  return [{ type: 'attachment', attrs: target.title === null || target.title === words ? { asset, name: words, label: '' } : { asset, name: target.title, label: words } }]
}

function flowOf(nodes: readonly PhrasingContent[], reader: Reader): DocumentNode[] {
  const flow = new Flow()
  addInline(nodes, flow, reader, [])
  return flow.end()
}

type Marks = readonly DocumentMark[]

const tags: Readonly<Record<string, string>> = { b: 'bold', strong: 'bold', i: 'italic', em: 'italic', s: 'strike', del: 'strike', strike: 'strike', u: 'underline', ins: 'underline', sub: 'subscript', sup: 'superscript', mark: 'highlight', span: 'language' }

/** An element of HTML that was opened in a line, by the type of its mark; a `span` may mean nothing. */
interface OpenTag {
  readonly type: string
  readonly mark: DocumentMark | null
}

function addInline(nodes: readonly PhrasingContent[], flow: Flow, reader: Reader, marks: Marks): void {
  let opened: readonly OpenTag[] = []
  for (const node of nodes) {
    if (node.type !== 'html') {
      addOne(node, flow, reader, opened.flatMap(({ mark }) => mark ?? []).reduce(withMark, marks))
      continue
    }
    const [, slash = '', name = ''] = /^<(\/?)([a-z0-9]+)/i.exec(node.value) ?? []
    const type = tags[name.toLowerCase()]
    if (name.toLowerCase() === 'br') flow.inline(lineBreak(marks))
    else if (name.toLowerCase() === 'img') for (const block of htmlBlocks(node.value, reader)) flow.block(block)
    else if (type !== undefined) opened = slash === '' ? [...opened, { type, mark: markOfTag(type, node.value) }] : withoutLast(opened, type)
  }
}

function markOfTag(type: string, tag: string): DocumentMark | null {
  if (type !== 'language') return { type }
  const [, double, single, bare] = /\slang\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag) ?? []
  const lang = canonicalLanguage(double ?? single ?? bare ?? null)
  return lang === null ? null : { type, attrs: { lang } }
}

function withoutLast(opened: readonly OpenTag[], type: string): readonly OpenTag[] {
  const last = opened.findLastIndex((tag) => tag.type === type)
  return last === -1 ? opened : opened.toSpliced(last, 1)
}

function withMark(marks: Marks, mark: DocumentMark): Marks {
  return marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]
}

/** A break is part of a link, but never bold: nobody sees the difference. */
function lineBreak(marks: Marks): DocumentNode {
  return { type: 'hardBreak', marks: marks.filter(({ type }) => type === 'link') }
}

function addOne(node: PhrasingContent, flow: Flow, reader: Reader, marks: Marks): void {
  switch (node.type) {
    case 'text':
      return addWords(node.value, flow, reader, marks)
    case 'break':
      return flow.inline(lineBreak(marks))
    case 'emphasis':
      return addInline(node.children, flow, reader, withMark(marks, { type: 'italic' }))
    case 'strong':
      return addInline(node.children, flow, reader, withMark(marks, { type: 'bold' }))
    case 'delete':
      return addInline(node.children, flow, reader, withMark(marks, { type: 'strike' }))
    case 'inlineCode':
      // Code has no other mark in our schema; a link says more than a typeface.
      return flow.inline({ type: 'text', text: node.value, marks: marks.some(({ type }) => type === 'link') ? [...marks] : [{ type: 'code' }] })
    case 'link':
    case 'linkReference':
      return addLink(node, flow, reader, marks)
    case 'image':
    case 'imageReference':
      return addImage(node, flow, reader)
    case 'footnoteReference': {
      const note = reader.notes.get(node.identifier)
      if (note !== undefined) flow.inline({ type: 'footnote', content: noteContent(note, reader), marks: marks.filter(({ type }) => type !== 'link') })
      return
    }
    default:
      return
  }
}

/** Words; in files of others, those between two pairs of equals signs are highlighted. */
function addWords(text: string, flow: Flow, { fromElsewhere }: Reader, marks: Marks): void {
  const parts = fromElsewhere && text.includes('==') ? text.split(/==(?=[^\s=])([^=\n]*[^\s=])==/) : [text]
  parts.forEach((part, index) => part !== '' && flow.inline({ type: 'text', text: part, marks: [...(index % 2 === 0 ? marks : withMark(marks, { type: 'highlight' }))] }))
}

function addLink(node: Link | LinkReference, flow: Flow, reader: Reader, marks: Marks): void {
  const target = resolved(node, 'link', reader)
  const href = target && (reader.story(target.url) ?? target.url)
  const isSafe = href !== undefined && isSafeLinkAddress(href)
  const asset = target === undefined || isSafe ? null : reader.asset(target.url)
  const place = flow.place
  const link: Marks = isSafe ? [{ type: 'link', attrs: { href, target: null, rel: null, class: null, title: target?.title || null } }] : []
  addInline(node.children, flow, reader, link.reduce(withMark, marks))
  if (target === undefined || isSafe) return
  if (asset !== null) flow.file({ asset, name: target.title ?? '', label: flow.wordsSince(place), kept: false })
  else reader.problems.push(`A link was left out because its address is not allowed: ‘${target.url}’`)
}

function addImage(node: Image | ImageReference, flow: Flow, reader: Reader): void {
  const source = resolved(node, 'image', reader)
  const asset = source && reader.asset(source.url)
  if (source !== undefined && asset) flow.block(figure(asset, node.alt ?? '', source.title, { caption: '', credit: '', source: '' }))
  else reader.problems.push(`An image was left out because its file was not found: ‘${source?.url.slice(0, 120) ?? ''}’`)
}

/** A note's text in one line; what is called inside of it is not followed. */
function noteContent(note: FootnoteDefinition, reader: Reader): DocumentNode[] {
  const blocks = blocksOf(note.children, { ...reader, notes: new Map() })
  return inlineOf(blocks).flatMap((node) => (node.type === 'text' ? [node] : node.type === 'hardBreak' ? [{ type: 'text', text: ' ' }] : []))
}

/** The inline content of some blocks in one line. */
function inlineOf(blocks: readonly DocumentNode[]): DocumentNode[] {
  return blocks.flatMap((block, index) => {
    const content = block.content ?? []
    return [...(index > 0 ? [{ type: 'text', text: ' ' }] : []), ...(['paragraph', 'heading', 'codeBlock'].includes(block.type) ? content : inlineOf(content))]
  })
}
