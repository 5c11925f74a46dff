import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Flow } from '../document/flow'
import { normaliseBody } from '../document/normalise'
import { AssetHash, StoryId } from '../story/ids'
import type { DocumentNode } from '../story/revision'
import { elementsIn, hasClass, isElement, property, textIn, type Child } from './elements'
import { notesOf } from './parse-notes'
import { tableOf } from './parse-table'
import { isCallout, isPullQuote, visitCallout, visitPullQuote } from './parse/boxes'
import { areButtons, isButton, isEmbedFigure, isPost, visitButton, visitCard, visitEmbedFigure, visitFrame, visitPost, visitRelated } from './parse/cards'
import { visitLink } from './parse/links'
import { listsOf } from './parse/lists'
import { marksOf } from './parse/marks'
import { isGallery, visitFigure, visitGallery, visitImage } from './parse/media'
import { blocksOf, inlineOf, isTextBlock, plainLine, shown, tell, withMark, type Marks, type Reader } from './parse/reader'

export interface ParsedHtml {
  readonly body: DocumentNode
  /** What was left out that a person should know of, in words. */
  readonly problems: readonly string[]
}

export interface HtmlSources {
  /** The desk's file that an address of the page leads to, as its hash; null when there is none. */
  readonly asset?: (address: string) => string | null
  /** The desk's story that an address of the page leads to, as its id; null when there is none. */
  readonly story?: (address: string) => string | null
  /** The language of the story that the page is read for: phrases in it need not say so. */
  readonly language?: string | null
}

/**
 * The body that a page or a fragment of HTML says, whatever it is: scripts, styles, handlers and unsafe addresses are
 * dropped, unknown elements give way to their content, blocks that stand where the schema has none are moved out.
 * Images stay when `asset` knows their file; players and posts of known sites become cards that load nothing.
 * The page's headings start at level 2, below the headline. The result passes the schema's own check. Never fails.
 */
export function documentFromHtml(html: string, { asset = () => null, story = () => null, language = null }: HtmlSources = {}): ParsedHtml {
  const problems: string[] = []
  try {
    const root = fromHtml(html, { fragment: true })
    const hasTitle = [...elementsIn(root)].some(({ tagName }) => tagName === 'h1')
    const reader: Reader = {
      asset: (address) => AssetHash.safeParse(asset(address)).data ?? null,
      story: (address) => StoryId.safeParse(story(address)).data ?? null,
      language,
      notes: notesOf(root),
      headingShift: hasTitle ? 1 : 0,
      isNote: false,
      problems,
      framed: new Set(),
      visitAll,
    }
    return { body: normaliseBody({ type: 'doc', content: blocksOf(root.children, reader, []) }), problems: [...new Set(problems)] }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { body: normaliseBody({ type: 'doc' }), problems: ['The page could not be read: its elements are nested too deeply.'] }
  }
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

const dropped = names(`script style template noscript head title meta link base svg math canvas map area button select option optgroup
  datalist textarea input progress meter col colgroup rp rt`)
const embedded = names('iframe frame embed object applet video audio')
const wrappers = names(`address article aside body caption center dd details dialog div dl fieldset figcaption figure footer form
  header hgroup html legend li main nav p search section tbody td tfoot th thead tr`)

function visitAll(children: readonly Child[], flow: Flow, reader: Reader, marks: Marks): void {
  const buttons = !reader.isNote && areButtons(children)
  for (const child of children) {
    if (buttons && isButton(child) && visitButton(child, flow, reader)) continue
    if (child.type === 'text') flow.inline({ type: 'text', text: child.value, marks: [...marks] })
    else if (isElement(child)) visit(child, flow, reader, marks)
  }
}

function visit(element: Element, flow: Flow, reader: Reader, marks: Marks): void {
  const { tagName, children } = element
  if (dropped.has(tagName) || reader.notes.sections.has(element) || hasClass(element, 'file-note') || hasClass(element, 'task-box')) return
  if (visitSpecial(element, flow, reader, marks)) return
  if (embedded.has(tagName)) return tell(reader, `An embedded ${tagName === 'video' || tagName === 'audio' ? tagName : 'page'} was left out: ${shown(property(element, 'src') || property(element, 'data'))}`)
  switch (tagName) {
    case 'br':
      return flow.inline({ type: 'hardBreak' })
    case 'hr':
      return flow.block({ type: 'horizontalRule' })
    case 'a':
      return visitLink(element, flow, reader, marks)
    case 'img':
      return visitImage(element, flow, reader)
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
      return listsOf(element, reader, marks).forEach((list) => flow.block(list))
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
  visitAll(children, flow, reader, isBlock ? marks : marksOf(element, reader, marks).reduce(withInner, marks))
  if (isBlock) flow.endLine()
}

/** The language of the words that are nearest to them is theirs. */
function withInner(marks: Marks, mark: Marks[number]): Marks {
  return mark.type === 'language' ? [...marks.filter(({ type }) => type !== 'language'), mark] : withMark(marks, mark)
}

/** What pages say with a class, a role or an element of its own; false when it is none of that, or none after all. */
function visitSpecial(element: Element, flow: Flow, reader: Reader, marks: Marks): boolean {
  if (isEmbedFigure(element)) return visitEmbedFigure(element, flow, reader)
  if (isPullQuote(element)) return visitPullQuote(element, flow, reader, marks)
  if (isGallery(element)) return visitGallery(element, flow, reader)
  if (element.tagName === 'figure' || hasClass(element, 'wp-caption')) return visitFigure(element, flow, reader)
  if (element.tagName === 'iframe') return visitFrame(element, flow, reader)
  if (isPost(element)) return visitPost(element, flow, reader)
  if (hasClass(element, 'embed')) return visitCard(element, flow)
  if (hasClass(element, 'related-stories')) return visitRelated(element, flow, reader)
  if (!isCallout(element)) return false
  visitCallout(element, flow, reader, marks)
  return true
}

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

function codeBlockOf(element: Element): DocumentNode {
  const code = [...elementsIn(element)].find(({ tagName }) => tagName === 'code') ?? element
  const language = /(?:^|\s)lang(?:uage)?-(\S+)/.exec(`${property(code, 'className')} ${property(element, 'className')}`)?.[1] ?? null
  const text = textIn(element).replace(/\n$/, '')
  return { type: 'codeBlock', attrs: { language }, content: text === '' ? [] : [{ type: 'text', text }] }
}

/** A table with its caption; a caption that is more than words stands before it. */
function visitTable(element: Element, flow: Flow, reader: Reader, marks: Marks): void {
  const caption = element.children.find((child): child is Element => isElement(child, 'caption'))
  const words = caption === undefined ? '' : plainLine(caption, reader)
  if (caption !== undefined && words === null) for (const block of blocksOf([caption], reader, marks)) flow.block(block)
  const table = tableOf(element, (cell) => blocksOf(cell.children, reader, marks))
  if (table !== undefined) flow.block(words === null || words === '' ? table : { ...table, attrs: { caption: words } })
  else if (words !== null && words !== '') flow.block({ type: 'paragraph', content: [{ type: 'text', text: words }] })
}
