import type { Blockquote, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { isSafeLinkAddress } from '../document/link-address'
import { figureAlignments, figureWidths } from '../document/nodes/figure'
import { calloutTones, type CalloutTone } from '../document/nodes/quotes'
import { storyLinkOf } from '../document/story-link'
import type { DocumentNode } from '../story/revision'
import { boxOpenedBy, closingTag, untitled, type Box } from './box'

/** What reading a box needs of the reader of the whole text. */
export interface BoxReader {
  readonly blocks: (nodes: readonly RootContent[]) => DocumentNode[]
  /** The words of a paragraph, whatever they look like. */
  readonly words: (paragraph: Paragraph) => DocumentNode[]
  /** Where a link leads: to a story of the desk when the address stands for one. */
  readonly linkTo: (node: PhrasingContent) => { readonly url: string; readonly href: string } | undefined
}

/** A box and what is in it: the nodes from the block that opens it to the one that closes it. */
export interface OpenBox {
  readonly box: Box
  readonly inside: readonly RootContent[]
  /** The index after the closing tag. */
  readonly end: number
}

/** The box that starts at a place among some blocks; undefined when none does, or it is not closed. */
export function boxAt(nodes: readonly RootContent[], at: number): OpenBox | undefined {
  const first = nodes[at]
  const box = first?.type === 'html' ? boxOpenedBy(first.value) : null
  if (box === null) return undefined
  let depth = 1
  for (let index = at + 1; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (node?.type !== 'html') continue
    if (node.value.trim() === closingTag) depth -= 1
    else if (/^<div(?:\s[^<>]*)?>$/i.test(node.value.trim())) depth += 1
    if (depth === 0) return { box, inside: nodes.slice(at + 1, index), end: index + 1 }
  }
  return undefined
}

/** The block that a box stands for; of one that is not as we write them, what is in it. */
export function readBox({ box, inside }: OpenBox, reader: BoxReader): DocumentNode[] {
  const read = readers.get(box.classes[0] ?? '')
  return read?.(box, inside, reader) ?? reader.blocks(inside)
}

type ReadBox = (box: Box, inside: readonly RootContent[], reader: BoxReader) => DocumentNode[] | undefined

/** By the first class of a box. A map, since a class may have the name of anything that every object has. */
const readers: ReadonlyMap<string, ReadBox> = new Map([
  ['callout', readCallout],
  ['pull-quote', readPullQuote],
  ['gallery', readGallery],
  ['figure', readFigure],
  ['captioned-table', readCaptioned],
  ['call', readButton],
  ['embed', readEmbed],
  ['related-stories', readRelatedStories],
])

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** All words under a node in one line. */
export function lineOf(node: Nodes): string {
  return oneLine(wordsOf(node))
}

function wordsOf(node: Nodes): string {
  if (node.type === 'html') return ''
  if ('value' in node) return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

/** The words of a paragraph that holds nothing but them, marked as a whole; undefined when it is not one. */
function whollyMarked(node: RootContent | undefined, mark: 'strong' | 'emphasis'): string | undefined {
  const only = node?.type === 'paragraph' && node.children.length === 1 ? node.children[0] : undefined
  return only?.type === mark ? lineOf(only) : undefined
}

const toneOf = (word: string): CalloutTone | undefined => calloutTones.find((tone) => tone === word)

/** Other names that writers of Markdown have for the tones. */
const otherTones: Readonly<Record<string, CalloutTone>> = { info: 'note', abstract: 'note', summary: 'note', todo: 'note', question: 'note', example: 'note', success: 'tip', hint: 'tip', caution: 'warning', danger: 'warning', attention: 'warning', failure: 'warning', bug: 'warning', error: 'warning' }

/** The tone that a word of another site means. */
export function toneNamed(word: string): CalloutTone | undefined {
  return toneOf(word.toLowerCase()) ?? otherTones[word.toLowerCase()]
}

function callout(tone: CalloutTone, title: string, content: readonly DocumentNode[]): DocumentNode[] {
  return [{ type: 'callout', attrs: { tone, title }, content: content.length > 0 ? content : [{ type: 'paragraph' }] }]
}

function readCallout({ classes }: Box, inside: readonly RootContent[], reader: BoxReader): DocumentNode[] | undefined {
  const tone = calloutTones.find((name) => classes.includes(name)) ?? 'note'
  const said = (title: string): string => (classes.includes(untitled) ? '' : title)
  if (classes.includes('quoted')) {
    const title = whollyMarked(inside[0], 'strong')
    const quotation = inside[title === undefined ? 0 : 1]
    return quotation?.type === 'blockquote' && inside.length === (title === undefined ? 1 : 2) ? callout(tone, said(title ?? ''), reader.blocks(quotation.children)) : undefined
  }
  const heading = boxAt(inside, 0)
  if (heading?.box.classes[0] !== 'callout-title') return callout(tone, '', reader.blocks(inside))
  return callout(tone, said(oneLine(heading.inside.map(lineOf).join(' '))), reader.blocks(inside.slice(heading.end)))
}

/**
 * GitHub’s alert: a quotation whose first line is a marker such as `[!NOTE]`. A bold line right below is its title, and so
 * are words in the marker’s line, as Obsidian writes them. Undefined for any other quotation.
 * @param isMarker Whether the text starts with the bracket itself, and not with one that was escaped.
 */
export function readAlert({ children: [first, ...rest] }: Blockquote, isMarker: (paragraph: Paragraph) => boolean, reader: BoxReader): DocumentNode[] | undefined {
  if (first?.type !== 'paragraph' || first.children[0]?.type !== 'text' || !isMarker(first)) return undefined
  const [text, ...more] = first.children
  const [, word = '', title = '', after = ''] = /^\[!([a-z]+)\][+-]?[^\S\n]*([^\n]*)(?:\n(.*))?$/is.exec(text.value) ?? []
  const tone = toneNamed(word)
  // Words in the marker’s line that are not plain are no title of ours.
  if (tone === undefined || (title !== '' && more.length > 0 && !text.value.includes('\n'))) return undefined
  const below: Paragraph = { type: 'paragraph', children: [...(after === '' ? [] : [{ ...text, value: after }]), ...more] }
  const bold = title === '' ? whollyMarked(below, 'strong') : undefined
  const blocks = reader.blocks([...(bold !== undefined || below.children.length === 0 ? [] : [below]), ...rest])
  return callout(tone, bold ?? oneLine(title), blocks)
}

function readPullQuote(_box: Box, inside: readonly RootContent[], reader: BoxReader): DocumentNode[] | undefined {
  const [first] = inside
  const words = first?.type === 'blockquote' ? first.children : []
  const [line] = words
  const [attribution, ...more] = first?.type === 'blockquote' ? inside.slice(1) : inside
  if (words.length > 1 || more.length > 0 || (attribution !== undefined && attribution.type !== 'paragraph')) return undefined
  const blocks = line?.type === 'paragraph' ? reader.words(line) : line === undefined ? [] : undefined
  if (blocks === undefined || blocks.length > 1 || blocks.some(({ type }) => type !== 'paragraph')) return undefined
  return [{ type: 'pullQuote', attrs: { attribution: attribution === undefined ? '' : lineOf(attribution).replace(/^—\s*/, '') }, content: blocks[0]?.content ?? [] }]
}

function readGallery(_box: Box, inside: readonly RootContent[], reader: BoxReader): DocumentNode[] | undefined {
  const caption = whollyMarked(inside.at(-1), 'emphasis')
  const figures = reader.blocks(caption === undefined ? inside : inside.slice(0, -1))
  return figures.length > 0 && figures.every(({ type }) => type === 'figure') ? [{ type: 'gallery', attrs: { caption: caption ?? '' }, content: figures }] : undefined
}

function readFigure({ classes, focus }: Box, inside: readonly RootContent[], reader: BoxReader): DocumentNode[] | undefined {
  const [figure, ...more] = reader.blocks(inside)
  if (figure?.type !== 'figure' || more.length > 0) return undefined
  const width = figureWidths.find((name) => classes.includes(`width-${name}`))
  const align = figureAlignments.find((name) => classes.includes(`align-${name}`))
  const [focusX, focusY] = focus?.every((percent) => percent <= 100) ? focus : [50, 50]
  return [{ ...figure, attrs: { ...figure.attrs, ...(width && { width }), ...(align && { align }), focusX, focusY } }]
}

function readCaptioned(_box: Box, inside: readonly RootContent[], reader: BoxReader): DocumentNode[] | undefined {
  const caption = whollyMarked(inside[0], 'emphasis')
  const [table, ...more] = caption === undefined ? [] : reader.blocks(inside.slice(1))
  return table?.type === 'table' && more.length === 0 ? [{ ...table, attrs: { ...table.attrs, caption } }] : undefined
}

interface Card {
  readonly address: string
  readonly words: string
}

/** The one link of a paragraph that holds nothing else. */
function cardIn(node: RootContent | undefined, reader: BoxReader): Card | undefined {
  const [only, ...more] = node?.type === 'paragraph' ? node.children : []
  const link = only === undefined || more.length > 0 ? undefined : reader.linkTo(only)
  if (only === undefined || link === undefined || !isSafeLinkAddress(link.href)) return undefined
  const words = lineOf(only)
  return { address: link.href, words: words === link.url ? '' : words }
}

function readButton({ classes }: Box, inside: readonly RootContent[], reader: BoxReader): DocumentNode[] | undefined {
  const card = inside.length === 1 ? cardIn(inside[0], reader) : undefined
  return card && [{ type: 'button', attrs: { label: card.words, address: card.address, purpose: classes.includes('subscribe') ? 'subscribe' : 'link' } }]
}

function readEmbed(_box: Box, inside: readonly RootContent[], reader: BoxReader): DocumentNode[] | undefined {
  const card = inside.length === 1 ? cardIn(inside[0], reader) : undefined
  return card && [{ type: 'embed', attrs: { address: card.address, title: card.words } }]
}

function readRelatedStories({ classes }: Box, inside: readonly RootContent[], reader: BoxReader): DocumentNode[] | undefined {
  const title = whollyMarked(inside[0], 'strong')
  const [list, ...more] = title === undefined ? inside : inside.slice(1)
  if (more.length > 0 || (list === undefined ? title === undefined : list.type !== 'list')) return undefined
  const stories: DocumentNode[] = []
  for (const item of list?.type === 'list' ? list.children : []) {
    const story = item.children.length === 1 ? relatedStory(item.children[0], reader) : undefined
    if (story === undefined) return undefined
    stories.push(story)
  }
  return [{ type: 'relatedStories', attrs: { title: classes.includes(untitled) ? '' : (title ?? '') }, content: stories }]
}

function relatedStory(node: RootContent | undefined, reader: BoxReader): DocumentNode | undefined {
  if (node?.type !== 'paragraph') return undefined
  const card = cardIn(node, reader)
  const story = card && storyLinkOf(card.address)
  if (card !== undefined) return story ? { type: 'relatedStory', attrs: { story: story.story, headline: card.words } } : undefined
  return node.children.some((child) => reader.linkTo(child) !== undefined) ? undefined : { type: 'relatedStory', attrs: { story: '', headline: lineOf(node) } }
}
