import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { Flow } from '../document/flow'
import { isSafeLinkAddress } from '../document/link-address'
import { normaliseBody } from '../document/normalise'
import { AssetHash } from '../story/ids'
import type { DocumentMark, DocumentNode } from '../story/revision'
import { elementsIn, hasClass, isElement, lineIn, property, styleOf, textIn, type Child } from './elements'
import { isBackLink, notesOf, type Notes } from './parse-notes'
import { tableOf } from './parse-table'

export interface ParsedHtml {
  readonly body: DocumentNode
  /** What was left out that a person should know of, in words. */
  readonly problems: readonly string[]
}

export interface HtmlSources {
  /** The desk's file that an address of the page leads to, as its hash; null when there is none. */
  readonly asset?: (address: string) => string | null
}

/**
 * The body that a page or a fragment of HTML says, whatever it is: scripts, styles, handlers and unsafe addresses are
 * dropped, unknown elements give way to their content, blocks that stand where the schema has none are moved out.
 * Images stay when `asset` knows their file. The page's headings start at level 2, below the headline.
 * The result passes the schema's own check. Never fails.
 */
export function documentFromHtml(html: string, { asset = () => null }: HtmlSources = {}): ParsedHtml {
  const problems: string[] = []
  try {
    const root = fromHtml(html, { fragment: true })
    const hasTitle = [...elementsIn(root)].some(({ tagName }) => tagName === 'h1')
    const reader: Reader = { asset: (address) => AssetHash.safeParse(asset(address)).data ?? null, notes: notesOf(root), headingShift: hasTitle ? 1 : 0, isNote: false, problems }
    return { body: normaliseBody({ type: 'doc', content: blocksOf(root.children, reader, []) }), problems: [...new Set(problems)] }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { body: normaliseBody({ type: 'doc' }), problems: ['The page could not be read: its elements are nested too deeply.'] }
  }
}

interface Reader {
  readonly asset: (address: string) => AssetHash | null
  readonly notes: Notes
  readonly headingShift: number
  /** Whether what is read is a footnote's text, which may lead back to its call. */
  readonly isNote: boolean
  readonly problems: string[]
}

type Marks = readonly DocumentMark[]

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

const dropped = names(`script style template noscript head title meta link base svg math canvas map area button select option optgroup
  datalist textarea input progress meter col colgroup rp rt`)
const embedded = names('iframe frame embed object applet video audio')
const wrappers = names(`address article aside body caption center dd details dialog div dl fieldset figcaption figure footer form
  header hgroup html legend li main nav p search section tbody td tfoot th thead tr`)
const markTags: Readonly<Record<string, ReadonlySet<string>>> = {
  bold: names('b strong'),
  italic: names('i em cite dfn var'),
  strike: names('s del strike'),
  code: names('code kbd samp tt'),
}
const markNames = new Map(Object.entries(markTags).flatMap(([mark, tags]) => [...tags].map((tag) => [tag, mark] as const)))

function blocksOf(children: readonly Child[], reader: Reader, marks: Marks): DocumentNode[] {
  const flow = new Flow()
  visitAll(children, flow, reader, marks)
  return flow.end()
}

function visitAll(children: readonly Child[], flow: Flow, reader: Reader, marks: Marks): void {
  for (const child of children) {
    if (child.type === 'text') flow.inline({ type: 'text', text: child.value, marks: [...marks] })
    else if (isElement(child)) visit(child, flow, reader, marks)
  }
}

function visit(element: Element, flow: Flow, reader: Reader, marks: Marks): void {
  const { tagName, children } = element
  if (dropped.has(tagName) || reader.notes.sections.has(element) || hasClass(element, 'file-note')) return
  if (embedded.has(tagName)) return tell(reader, `An embedded ${tagName === 'video' || tagName === 'audio' ? tagName : 'page'} was left out: ${shown(property(element, 'src') || property(element, 'data'))}`)
  switch (tagName) {
    case 'br':
      return flow.inline({ type: 'hardBreak' })
    case 'hr':
      return flow.block({ type: 'horizontalRule' })
    case 'a':
      return visitLink(element, flow, reader, marks)
    case 'img':
      return visitImage(element, flow, reader, '', '')
    case 'figure':
      if (visitFigure(element, flow, reader)) return
      break
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return visitHeading(element, flow, reader, marks)
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return flow.block(listOf(element, reader, marks))
    case 'blockquote':
      return flow.block({ type: 'blockquote', content: orParagraph(blocksOf(children, reader, marks)) })
    case 'pre':
    case 'listing':
    case 'xmp':
      return flow.block(codeBlockOf(element))
    case 'table':
      return visitTable(element, flow, reader, marks)
    case 'dt':
    case 'summary':
      flow.endLine()
      visitAll(children, flow, reader, withMark(marks, { type: 'bold' }))
      return flow.endLine()
    case 'q':
      flow.inline({ type: 'text', text: '“', marks: [...marks] })
      visitAll(children, flow, reader, marks)
      return flow.inline({ type: 'text', text: '”', marks: [...marks] })
  }
  const isBlock = wrappers.has(tagName)
  if (isBlock) flow.endLine()
  visitAll(children, flow, reader, marksOf(element).reduce(withMark, marks))
  if (isBlock) flow.endLine()
}

function tell({ problems }: Reader, problem: string): void {
  problems.push(problem)
}

/** An address as a problem names it: not all of a picture that was written into it. */
function shown(address: string): string {
  return `‘${address.length > 120 ? `${address.slice(0, 117)}…` : address}’`
}

function withMark(marks: Marks, mark: DocumentMark): Marks {
  return marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]
}

/** The marks of an element: those of its name, and those that word processors write as styles. */
function marksOf(element: Element): DocumentMark[] {
  const named = markNames.get(element.tagName)
  const weight = styleOf(element, 'font-weight')
  // Google Docs wraps whole pastes into <b style="font-weight:normal">.
  if (named !== undefined) return named === 'bold' && /^(normal|[1-4]00)$/.test(weight) ? [] : [{ type: named }]
  if (element.tagName !== 'span') return []
  const isBold = /^(bold|bolder|[6-9]00)$/.test(weight)
  const isItalic = styleOf(element, 'font-style') === 'italic'
  const isStruck = /\bline-through\b/.test(styleOf(element, 'text-decoration') + styleOf(element, 'text-decoration-line'))
  return [isBold ? 'bold' : '', isItalic ? 'italic' : '', isStruck ? 'strike' : ''].flatMap((type) => (type === '' ? [] : [{ type }]))
}

function visitLink(element: Element, flow: Flow, reader: Reader, marks: Marks): void {
  const href = property(element, 'href').trim()
  const note = href.startsWith('#') ? reader.notes.byId.get(decoded(href.slice(1))) : undefined
  if (note !== undefined) return flow.inline({ type: 'footnote', content: noteContent(note, reader), marks: marks.filter(({ type }) => type !== 'link') })
  if (reader.isNote && href.startsWith('#') && isBackLink(element)) return
  const isSafe = isSafeLinkAddress(href)
  const file = isFileLink(element, href) ? reader.asset(href) : null
  const place = flow.place
  const link: DocumentMark = { type: 'link', attrs: { href, target: null, rel: null, class: null, title: property(element, 'title') || null } }
  visitAll(element.children, flow, reader, isSafe ? withMark(marks, link) : marks)
  if (file !== null) flow.file({ asset: file, name: property(element, 'download') || fileName(href), label: flow.wordsSince(place), kept: isSafe })
  else if (!isSafe && href !== '') tell(reader, `A link was left out because its address is not allowed: ${shown(href)}`)
}

/** Whether a link may lead to a file of the page: it says so, or it has no other site in its address. */
function isFileLink(element: Element, href: string): boolean {
  return href !== '' && !href.startsWith('#') && (element.properties['download'] !== undefined || !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href))
}

function fileName(href: string): string {
  return decoded(href.replace(/[?#].*$/, '').split('/').at(-1) ?? '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The text of a note, in one line: all its words with those marks that a footnote can have. */
function noteContent(note: Element, reader: Reader): DocumentNode[] {
  const blocks = blocksOf(note.children, { ...reader, isNote: true, notes: { byId: new Map(), sections: new Set() } }, [])
  const words = inlineOf(blocks).flatMap((node) => (node.type === 'text' ? [node] : node.type === 'hardBreak' ? [{ type: 'text', text: ' ' }] : []))
  // Site generators put a no-break space before the way back.
  const end = words.findLastIndex(({ text = '' }) => text.trim() !== '')
  return words.slice(0, end + 1).map((node, index) => (index === end ? { ...node, text: node.text?.trimEnd() } : node))
}

/** The inline content of some blocks in one line. */
function inlineOf(blocks: readonly DocumentNode[]): DocumentNode[] {
  return blocks.flatMap((block, index) => [...(index > 0 ? [{ type: 'text', text: ' ' }] : []), ...(isTextBlock(block) ? (block.content ?? []) : inlineOf(block.content ?? []))])
}

const isTextBlock = ({ type }: DocumentNode): boolean => type === 'paragraph' || type === 'heading' || type === 'codeBlock'

function visitHeading(element: Element, flow: Flow, reader: Reader, marks: Marks): void {
  const level = Math.min(4, Math.max(2, Number(element.tagName.slice(1)) + reader.headingShift))
  const blocks = blocksOf(element.children, reader, marks)
  const words = inlineOf(blocks.filter(isTextBlock))
  if (words.length > 0) flow.block({ type: 'heading', attrs: { level }, content: words })
  for (const block of blocks) if (!isTextBlock(block)) flow.block(block)
}

function orParagraph(blocks: readonly DocumentNode[]): readonly DocumentNode[] {
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }]
}

function listOf(element: Element, reader: Reader, marks: Marks): DocumentNode {
  const items: DocumentNode[][] = []
  for (const child of element.children) {
    const last = items.at(-1)
    if (isElement(child, 'li')) items.push(blocksOf(child.children, reader, marks))
    // A list right inside a list belongs to the item before it, which is how it looks.
    else if (isElement(child, 'ul', 'ol') && last !== undefined) last.push(listOf(child, reader, marks))
    else {
      const blocks = blocksOf([child], reader, marks)
      if (blocks.length > 0) items.push(blocks)
    }
  }
  const content = items.map((blocks) => ({ type: 'listItem', content: blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks] }))
  const start = Number.parseInt(property(element, 'start'), 10)
  return element.tagName === 'ol' ? { type: 'orderedList', attrs: { start: start >= 0 ? start : 1, type: null }, content } : { type: 'bulletList', content }
}

function codeBlockOf(element: Element): DocumentNode {
  const code = [...elementsIn(element)].find(({ tagName }) => tagName === 'code') ?? element
  const language = /(?:^|\s)lang(?:uage)?-(\S+)/.exec(`${property(code, 'className')} ${property(element, 'className')}`)?.[1] ?? null
  const text = textIn(element).replace(/\n$/, '')
  return { type: 'codeBlock', attrs: { language }, content: text === '' ? [] : [{ type: 'text', text }] }
}

function visitTable(element: Element, flow: Flow, reader: Reader, marks: Marks): void {
  const caption = element.children.find((child) => isElement(child, 'caption'))
  for (const block of caption === undefined ? [] : blocksOf([caption], reader, marks)) flow.block(block)
  const table = tableOf(element, (cell) => blocksOf(cell.children, reader, marks))
  if (table !== undefined) flow.block(table)
}

/** A figure around one image. Others (around a table, a quotation, several images) are wrappers like any other. */
function visitFigure(element: Element, flow: Flow, reader: Reader): boolean {
  const inside = [...elementsIn(element)]
  const images = inside.filter(({ tagName }) => tagName === 'img')
  const image = images[0]
  if (image === undefined || images.length > 1 || inside.some(({ tagName }) => tagName === 'table' || tagName === 'blockquote')) return false
  const caption = inside.find(({ tagName }) => tagName === 'figcaption')
  const credit = caption && [...elementsIn(caption)].find((part) => hasClass(part, 'credit'))
  const words = caption === undefined ? '' : lineIn({ ...caption, children: withoutElement(caption.children, credit) })
  visitImage(image, flow, reader, words, credit === undefined ? '' : lineIn(credit))
  return true
}

function withoutElement(children: Element['children'], element: Element | undefined): Element['children'] {
  return children.flatMap((child) => (child === element ? [] : [isElement(child) ? { ...child, children: withoutElement(child.children, element) } : child]))
}

function visitImage(element: Element, flow: Flow, reader: Reader, caption: string, credit: string): void {
  // Pages that load pictures late keep the real address apart.
  const source = [property(element, 'src'), property(element, 'dataSrc')].find((address) => address !== '' && !address.startsWith('data:')) ?? property(element, 'src')
  if (source === '' || isTracker(element)) return
  const asset = reader.asset(source)
  const alt = property(element, 'alt').replace(/\s+/g, ' ').trim()
  if (asset === null) return tell(reader, `An image was left out because its file was not found: ${shown(source)}`)
  const decorative = alt === '' && /^(presentation|none)$/.test(property(element, 'role'))
  flow.block({ type: 'figure', attrs: { asset, alt, caption, credit, decorative } })
}

/** A picture of one pixel counts visitors and shows nothing. */
function isTracker(element: Element): boolean {
  return ['0', '1'].includes(property(element, 'width')) && ['0', '1'].includes(property(element, 'height'))
}
