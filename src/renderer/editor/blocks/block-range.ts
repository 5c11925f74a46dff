import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type EditorState, type Selection, type Transaction } from '@tiptap/pm/state'
import { BlockSelection } from './block-selection'

/** Some blocks that stand together: children `first` to `last` of one parent, whose content begins at `start`. */
export interface BlockRange {
  readonly parent: Node
  readonly start: number
  readonly first: number
  readonly last: number
  /** Before the first block and behind the last one. */
  readonly from: number
  readonly to: number
}

/** What is moved as a whole with its content: a paragraph of a list item goes with the item, a cell with its row. */
const wholes = new Set(['listItem', 'taskItem', 'tableRow', 'tableCell', 'tableHeader'])

/** Whether the children of a node are blocks that can change places. Rows can't when cells reach over several of them. */
function holdsBlocks(node: Node): boolean {
  if (node.inlineContent || node.isLeaf || wholes.has(node.type.name)) return false
  return node.type.name !== 'table' || !hasTallCells(node)
}

function hasTallCells(table: Node): boolean {
  let tall = false
  table.forEach((row) => row.forEach((cell) => (tall ||= Number(cell.attrs['rowspan'] ?? 1) > 1)))
  return tall
}

export function rangeIn(parent: Node, start: number, first: number, last: number): BlockRange {
  let from = start
  for (let index = 0; index < first; index++) from += parent.child(index).nodeSize
  let to = from
  for (let index = first; index <= last; index++) to += parent.child(index).nodeSize
  return { parent, start, first, last, from, to }
}

/** The innermost block around a place, or the one that begins there. Null in a text without blocks. */
export function blockAt($position: ResolvedPos): BlockRange | null {
  for (let depth = $position.depth; depth >= 0; depth--) {
    const parent = $position.node(depth)
    if (!holdsBlocks(parent) || parent.childCount === 0) continue
    if (depth === $position.depth && $position.nodeAfter === null) continue
    const index = $position.index(depth)
    return rangeIn(parent, $position.start(depth), index, index)
  }
  return null
}

/** The blocks that a selection touches: those of the innermost parent that has all of them. */
export function blocksOf(selection: Selection): BlockRange | null {
  const { $from, $to } = selection
  if (selection instanceof NodeSelection && selection.node.isBlock) return holdsBlocks($from.parent) ? rangeIn($from.parent, $from.start(), $from.index(), $from.index()) : blockAt($from)
  for (let depth = $from.sharedDepth($to.pos); depth >= 0; depth--) {
    const parent = $from.node(depth)
    if (!holdsBlocks(parent) || parent.childCount === 0) continue
    const first = $from.index(depth)
    const last = depth === $to.depth ? $to.index(depth) - 1 : $to.index(depth)
    if (first <= last && last < parent.childCount) return rangeIn(parent, $from.start(depth), first, last)
  }
  return null
}

/** The block that blocks stand in, as a range of its own parent; null at the top. */
export function blockAround(doc: Node, { start }: BlockRange): BlockRange | null {
  const $start = doc.resolve(start)
  for (let depth = $start.depth - 1; depth >= 0; depth--) {
    const parent = $start.node(depth)
    if (holdsBlocks(parent)) return rangeIn(parent, $start.start(depth), $start.index(depth), $start.index(depth))
  }
  return null
}

/**
 * Lets blocks change places with the one before or behind them. It is the neighbour that moves, so the selection, and what others
 * write in the blocks meanwhile, stays with them. Null when there is no neighbour.
 */
export function movedBlocks(state: EditorState, range: BlockRange, direction: -1 | 1): Transaction | null {
  const { parent, first, last, from, to } = range
  const neighbour = parent.maybeChild(direction < 0 ? first - 1 : last + 1)
  if (neighbour === null) return null
  const { tr } = state
  if (direction < 0) tr.delete(from - neighbour.nodeSize, from).insert(to - neighbour.nodeSize, neighbour)
  else tr.delete(to, to + neighbour.nodeSize).insert(from, neighbour)
  return tr
}

/** Puts a copy of blocks behind them; the copy is what is selected then. */
export function duplicatedBlocks(state: EditorState, { parent, first, last, from, to, start }: BlockRange): Transaction {
  const copies = Array.from({ length: last - first + 1 }, (_, index) => parent.child(first + index))
  const { selection } = state
  const tr = state.tr.insert(to, copies)
  const size = to - from
  if (selection instanceof BlockSelection) return tr.setSelection(BlockSelection.over(tr.doc, start, last + 1, last + 1 + last - first))
  if (selection instanceof NodeSelection) return tr.setSelection(NodeSelection.create(tr.doc, selection.from + size))
  return tr.setSelection(TextSelection.between(tr.doc.resolve(selection.anchor + size), tr.doc.resolve(selection.head + size)))
}

/** Takes blocks away. Where nothing would be left, their parent goes too, and a text without any blocks keeps an empty paragraph. */
export function withoutBlocks(state: EditorState, range: BlockRange): Transaction {
  let gone = range
  while (gone.first === 0 && gone.last === gone.parent.childCount - 1) {
    const around = gone.start === 0 ? null : parentAsRange(state.doc, gone.start)
    if (around === null) break
    gone = around
  }
  const { tr } = state
  const empty = gone.start === 0 && gone.first === 0 && gone.last === gone.parent.childCount - 1
  const paragraph = state.schema.nodes['paragraph']?.create()
  if (empty && paragraph) tr.replaceWith(gone.from, gone.to, paragraph)
  else tr.delete(gone.from, gone.to)
  const place = tr.doc.resolve(Math.min(gone.from, tr.doc.content.size))
  return tr.setSelection(TextSelection.near(place, gone.from >= tr.doc.content.size ? -1 : 1))
}

/** The node whose content begins at a place, as a child of its own parent, whatever that is. */
function parentAsRange(doc: Node, start: number): BlockRange | null {
  const $start = doc.resolve(start)
  if ($start.depth === 0) return null
  const depth = $start.depth - 1
  return rangeIn($start.node(depth), $start.start(depth), $start.index(depth), $start.index(depth))
}
