import type { Node } from '@tiptap/pm/model'

/** Where the node begins that a path of child indexes leads to; null when the text has changed and there is none. */
export function positionIn(doc: Node, path: readonly number[]): number | null {
  let node = doc
  let position = -1
  for (const index of path) {
    if (index >= node.childCount) return null
    position += 1
    for (let before = 0; before < index; before++) position += node.child(before).nodeSize
    node = node.child(index)
  }
  return position < 0 ? null : position
}
