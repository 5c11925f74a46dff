import type { Node, NodeType, ResolvedPos } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { sameSelection } from './same-selection'

/** Which items a list has; a list of another kind has the same words in items of its own. */
const items: Readonly<Record<string, string>> = { bulletList: 'listItem', orderedList: 'listItem', taskList: 'taskItem' }

/** The innermost list around a place. */
export function listAround($place: ResolvedPos): { readonly list: Node; readonly position: number } | null {
  for (let depth = $place.depth; depth > 0; depth--) {
    const list = $place.node(depth)
    if (list.type.name in items) return { list, position: $place.before(depth) }
  }
  return null
}

/** Makes the innermost list around the selection one of another kind, with the same items; lists under them stay what they are. Null when there is none, or it is of this kind. */
export function listTurnedInto(state: EditorState, type: NodeType): Transaction | null {
  const { $from, $to } = state.selection
  const around = listAround($from)
  const item = state.schema.nodes[items[type.name] ?? '']
  if (around === null || item === undefined || around.list.type === type) return null
  const { list, position } = around
  if ($to.pos > position + list.nodeSize) return null
  const content = Array.from({ length: list.childCount }, (_, index) => item.create(null, list.child(index).content))
  const tr = state.tr.replaceWith(position, position + list.nodeSize, type.create(null, content))
  // Both kinds of items are as large as their words and two.
  return tr.setSelection(sameSelection(state, tr.doc))
}
