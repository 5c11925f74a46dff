import { isSuggestedInsertion } from '@shared/suggestions/plain'
import type { Node } from '@tiptap/pm/model'

/** The path of child indexes to the block that a place of the text is in, as in the text that readers get: what is only suggested does not count. */
export function pathTo(doc: Node, position: number): number[] {
  const $position = doc.resolve(position)
  const path: number[] = []
  for (let depth = 0; depth < $position.depth; depth++) {
    const parent = $position.node(depth)
    if (parent.isTextblock) break
    path.push(readersIndex(parent, $position.index(depth)))
  }
  return path
}

/** The path to the block that begins at a place. */
export function pathToBlock(doc: Node, at: number): number[] {
  const $at = doc.resolve(at)
  return [...pathTo(doc, at), readersIndex($at.parent, $at.index())]
}

function readersIndex(parent: Node, index: number): number {
  let own = 0
  for (let before = 0; before < index; before++) if (!isSuggestedInsertion(parent.child(before))) own += 1
  return own
}
