import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { blocksOf } from '../../blocks/block-range'
import { asOneRun, attributionIn, attributionLine } from './attribution'
import { listAround } from './list-turns'

interface Around {
  readonly node: Node
  readonly position: number
}

/** The innermost node of a type around a place. */
export function nodeAround($place: ResolvedPos, type: string): Around | null {
  for (let depth = $place.depth; depth > 0; depth--) if ($place.node(depth).type.name === type) return { node: $place.node(depth), position: $place.before(depth) }
  return null
}

/** A pull quote as paragraphs, with whose words they are in one of its own. */
export function withoutPullQuote(tr: Transaction): boolean {
  const quote = nodeAround(tr.selection.$from, 'pullQuote')
  const paragraph = tr.doc.type.schema.nodes['paragraph']
  if (quote === null || paragraph === undefined) return false
  const { anchor, head } = tr.selection
  const { node, position } = quote
  tr.replaceWith(position, position + node.nodeSize, [paragraph.create(null, node.content), ...attributionLine(tr.doc.type.schema, node.attrs['attribution'])])
  tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(Math.min(head, position + node.nodeSize - 1))))
  return true
}

/** The selected words, or the quote with the cursor, as a pull quote; a last line that begins with a dash says whose they are. */
export function asPullQuote(state: EditorState): Transaction | null {
  const { schema, selection } = state
  const type = schema.nodes['pullQuote']
  const range = quoted(state)
  if (type === undefined || range === null) return null
  const { blocks, from, to } = range
  const last = blocks.at(-1)
  const attribution = blocks.length > 1 && last ? attributionIn(last) : null
  const words = asOneRun(schema, attribution === null ? blocks : blocks.slice(0, -1))
  const quote = type.createAndFill({ attribution: attribution ?? '' }, words)
  if (quote === null) return null
  const tr = state.tr.replaceRangeWith(from, to, quote)
  const start = tr.mapping.map(from, -1)
  const inside = Math.min(Math.max(start + 1 + offsetIn(blocks, from, selection.head), start + 1), start + 1 + words.size)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(inside), -1))
}

/** How far into the words of some blocks a place is. */
function offsetIn(blocks: readonly Node[], from: number, place: number): number {
  const [first] = blocks
  return first !== undefined && first.inlineContent ? place - from - 1 : place - from - 2
}

interface Quoted {
  readonly blocks: readonly Node[]
  readonly from: number
  readonly to: number
}

/** What becomes a pull quote: the block quote with the cursor, the item of a list, or the selected blocks. */
function quoted({ selection }: EditorState): Quoted | null {
  const quote = nodeAround(selection.$from, 'blockquote')
  if (quote !== null && selection.to <= quote.position + quote.node.nodeSize) return { blocks: quote.node.content.content, from: quote.position, to: quote.position + quote.node.nodeSize }
  const list = listAround(selection.$from)
  if (list !== null) return { blocks: list.list.content.content, from: list.position, to: list.position + list.list.nodeSize }
  const range = blocksOf(selection)
  if (range === null) return null
  const blocks = range.parent.content.content.slice(range.first, range.last + 1)
  return blocks.every((block) => block.isTextblock) ? { blocks, from: range.from, to: range.to } : null
}
