import type { Editor } from '@tiptap/core'
import type { Node, NodeType, ResolvedPos } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'

/** Puts a block in the place of an empty paragraph, or after the paragraph at a position, and selects it. Answers where it ends. */
export function insertBlock(editor: Editor, position: number, node: Node): number {
  const { tr } = editor.state
  const $at = tr.doc.resolve(Math.min(position, tr.doc.content.size))
  const { from, to } = placeFor($at, node.type)
  tr.replaceWith(from, to, node)
  editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, from)).scrollIntoView())
  return from + node.nodeSize
}

/** The nearest place at or around a position that a block fits into. */
function placeFor($at: ResolvedPos, type: NodeType): { readonly from: number; readonly to: number } {
  for (let depth = $at.depth; depth >= 0; depth--) {
    const parent = $at.node(depth)
    const index = $at.index(depth)
    if (parent.isTextblock && depth > 0) {
      const around = $at.node(depth - 1)
      const here = $at.index(depth - 1)
      const empty = parent.type.name === 'paragraph' && parent.content.size === 0
      if (empty && around.canReplaceWith(here, here + 1, type)) return { from: $at.before(depth), to: $at.after(depth) }
      const before = $at.parentOffset === 0 && parent.content.size > 0
      const place = before ? $at.before(depth) : $at.after(depth)
      const slot = before ? here : here + 1
      if (around.canReplaceWith(slot, slot, type)) return { from: place, to: place }
    } else if (depth === $at.depth && parent.canReplaceWith(index, index, type)) {
      return { from: $at.pos, to: $at.pos }
    } else if (depth > 0 && $at.node(depth - 1).canReplaceWith($at.indexAfter(depth - 1), $at.indexAfter(depth - 1), type)) {
      return { from: $at.after(depth), to: $at.after(depth) }
    }
  }
  return { from: $at.doc.content.size, to: $at.doc.content.size }
}
