import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type EditorState, type Selection } from '@tiptap/pm/state'

/** The selection at the same numbers of a document in which nothing before or in it has moved. */
export function sameSelection({ selection }: EditorState, doc: Node, shift = 0): Selection {
  const anchor = Math.min(Math.max(selection.anchor + shift, 0), doc.content.size)
  if (selection instanceof NodeSelection) return NodeSelection.create(doc, anchor)
  return TextSelection.between(doc.resolve(anchor), doc.resolve(Math.min(Math.max(selection.head + shift, 0), doc.content.size)))
}
