import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { anchorAt, anchorOf, elementOf, whereIs } from './anchors'
import type { BodyMap } from './body-map'
import type { BlockPlace, TextPlace, Words } from './comment-place'
import { describeWords, findWords } from './find-words'
import { positionOfEnd, positionOfStart, stretchBetween, type TextFlow } from './text-flow'

/** A body as it is now: as Yjs has it, as the editor shows it, and its words. All three say the same. */
export interface Body {
  readonly story: Y.Doc
  readonly doc: Node
  readonly map: BodyMap
  readonly flow: TextFlow
}

/** A stretch of the document that a comment is about. */
export interface FoundPlace {
  readonly from: number
  readonly to: number
  /** By its anchor, or by its words: then it was moved, and should be noted anew. */
  readonly by: 'anchor' | 'words'
}

/** The place of the words between two positions; null when there are none. */
export function placeOfWords({ flow, map }: Pick<Body, 'flow' | 'map'>, from: number, to: number): TextPlace | null {
  const stretch = stretchBetween(flow, from, to)
  if (stretch === null) return null
  const [start, end] = [positionOfStart(flow, stretch.start), positionOfEnd(flow, stretch.end)]
  const [first, last] = [start === null ? null : map.placeAt(start), end === null ? null : map.placeAt(end - 1)]
  if (first === null || last === null) return null
  return { in: 'text', start: anchorAt(first, 'before'), end: anchorAt({ type: last.type, index: last.index + 1 }, 'behind'), ...describeWords(flow, stretch) }
}

/** The place of the block that begins at a position; null when there is none. */
export function placeOfBlock({ doc, map }: Pick<Body, 'doc' | 'map'>, position: number): BlockPlace | null {
  const node = doc.nodeAt(position)
  const element = map.elementAt(position)
  return node === null || element === null ? null : { in: 'block', node: node.type.name, item: anchorOf(element), key: keyOf(doc, node) }
}

/**
 * Where the words of a place are now: by their anchor, and by themselves when they were cut and put elsewhere.
 * @param known The words as they were last seen, where that is newer than the place.
 */
export function findText({ story, map, flow }: Body, place: TextPlace, known: Words = place): FoundPlace | null {
  const [start, end] = [whereIs(story, map, place.start), whereIs(story, map, place.end)]
  const kept = start !== null && end !== null && start.position < end.position ? { from: start.position, to: end.position, by: 'anchor' as const } : null
  if (kept !== null && start?.alive === true && end?.alive === true && isLike(wordsBetween(flow, kept), known.words)) return kept
  const stretch = findWords(flow, known)
  const moved = stretch === null ? null : between(flow, stretch)
  return moved ?? kept
}

function wordsBetween(flow: TextFlow, { from, to }: FoundPlace): string {
  const stretch = stretchBetween(flow, from, to)
  return stretch === null ? '' : flow.text.slice(stretch.start, stretch.end)
}

/**
 * Whether words may have become these by editing: at least half of them is still there, from the start and from the end. When blocks
 * change places, the editor may put the words of one into what Yjs knows as the other.
 */
function isLike(now: string, before: string): boolean {
  const most = Math.min(now.length, before.length)
  let start = 0
  while (start < most && now[start] === before[start]) start++
  let end = 0
  while (end < most - start && now.at(-1 - end) === before.at(-1 - end)) end++
  return (start + end) * 2 >= before.length
}

function between(flow: TextFlow, stretch: { readonly start: number; readonly end: number }): FoundPlace | null {
  const [from, to] = [positionOfStart(flow, stretch.start), positionOfEnd(flow, stretch.end)]
  return from === null || to === null || from >= to ? null : { from, to, by: 'words' }
}

/** Where a block is now: by its anchor, and by what tells it from others when it was moved. */
export function findBlock({ story, doc, map }: Body, { item, node: name, key }: BlockPlace): FoundPlace | null {
  const element = elementOf(story, item)
  const parent: unknown = element?.parent
  if (element !== null && parent !== null) {
    const siblings: readonly unknown[] = isList(parent) ? parent.toArray() : []
    const from = map.positionOf(parent, siblings.indexOf(element))
    const node = from === null ? null : doc.nodeAt(from)
    const kept = from === null || node === null ? null : { from, to: from + node.nodeSize, by: 'anchor' as const }
    // When blocks change places, the editor may show one through what Yjs knows as the other.
    if (kept !== null && (key === '' || node === null || identity(node) === key)) return kept
    return (key === '' ? null : blockWithKey(doc, name, key)) ?? kept
  }
  return key === '' ? null : blockWithKey(doc, name, key)
}

const isList = (type: unknown): type is { toArray(): readonly unknown[] } => typeof type === 'object' && type !== null && 'toArray' in type

function blockWithKey(doc: Node, name: string, key: string): FoundPlace | null {
  const words = doc.type.schema.nodes[name]?.isTextblock ?? false
  let found: FoundPlace | null = null
  doc.descendants((node, position) => {
    if (found !== null || node.isInline) return false
    // A paragraph may have become a heading.
    const same = node.type.name === name || (words && node.isTextblock)
    if (same && identity(node) === key) found = { from: position, to: position + node.nodeSize, by: 'words' }
    return found === null
  })
  return found
}

/** What tells a block from others of its name: its file, its address, its words. Empty when another has the same. */
function keyOf(doc: Node, block: Node): string {
  const key = identity(block)
  if (key === '') return ''
  let others = 0
  doc.descendants((node) => {
    if (node !== block && node.type === block.type && identity(node) === key) others += 1
    return !node.isTextblock
  })
  return others === 0 ? key : ''
}

function identity(node: Node): string {
  const named = ['asset', 'address', 'story'].flatMap((name) => {
    const value: unknown = node.attrs[name]
    return typeof value === 'string' && value !== '' ? [value] : []
  })
  return (named[0] ?? node.textContent.trim()).slice(0, 200).replace(/[\uD800-\uDBFF]$/, '')
}

/** What a block says, as the quote of a comment on it: its words, or those beside its picture. */
export function wordsOfBlock(node: Node): string {
  const said = ['caption', 'alt', 'title', 'label', 'headline', 'name', 'address', 'attribution'].flatMap((name) => {
    const value: unknown = node.attrs[name]
    return typeof value === 'string' && value.trim() !== '' ? [value] : []
  })
  const words = node.textContent.trim() === '' ? (said[0] ?? '') : node.textBetween(0, node.content.size, ' ', ' ')
  return words.replace(/\s+/g, ' ').trim().slice(0, 500).replace(/[\uD800-\uDBFF]$/, '')
}
