import { plainMarks, isSuggestedInsertion } from '@shared/suggestions/plain'
import type { Node } from '@tiptap/pm/model'

/**
 * Where the node begins that a path of child indexes leads to; null when the text has changed and there is none. The path is one of
 * the text that readers get: what is only suggested does not count.
 */
export function positionIn(doc: Node, path: readonly number[]): number | null {
  let node = doc
  let position = -1
  for (const index of path) {
    const own = childrenOfReaders(node)[index]
    if (own === undefined) return null
    position += 1 + own.offset
    node = own.child
  }
  return position < 0 ? null : position
}

interface Child {
  readonly child: Node
  readonly offset: number
}

/** The children that readers get, and where each begins: words that only look different because something is suggested about them are one. */
function childrenOfReaders(node: Node): Child[] {
  const children: Child[] = []
  node.forEach((child, offset) => {
    if (isSuggestedInsertion(child)) return
    const last = children.at(-1)?.child
    if (child.isText && last?.isText === true && plainMarks(last).length === plainMarks(child).length && plainMarks(last).every((mark) => mark.isInSet(child.marks))) return
    children.push({ child, offset })
  })
  return children
}
