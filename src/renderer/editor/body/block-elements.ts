import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'

/**
 * The element of the story's document that a block is, which stays the same whatever is written in it and around it. The two must be
 * at one. Undefined when no block begins at the place.
 */
export function elementAt(body: Y.XmlFragment, doc: Node, position: number): Y.XmlElement | undefined {
  const $position = doc.resolve(position)
  if ($position.nodeAfter?.isBlock !== true) return undefined
  let around: Y.XmlFragment = body
  for (let depth = 0; depth <= $position.depth; depth++) {
    const element: unknown = around.get($position.index(depth))
    if (!(element instanceof Y.XmlElement)) return undefined
    around = element
  }
  return around instanceof Y.XmlElement ? around : undefined
}

/** Where the block begins that an element is; null when it is gone. */
export function placeOfElement(body: Y.XmlFragment, doc: Node, element: Y.XmlElement): number | null {
  const path = pathTo(body, element)
  if (path === null) return null
  let node = doc
  let position = -1
  for (const index of path) {
    if (index >= node.childCount) return null
    position += 1
    for (let before = 0; before < index; before++) position += node.child(before).nodeSize
    node = node.child(index)
  }
  return node.type.name === element.nodeName ? position : null
}

function pathTo(body: Y.XmlFragment, element: Y.XmlElement): readonly number[] | null {
  const path: number[] = []
  for (let inner: Y.XmlFragment = element; inner !== body; ) {
    const around: unknown = inner.parent
    if (!(around instanceof Y.XmlFragment)) return null
    const index = around.toArray().findIndex((child) => child === inner)
    if (index < 0) return null
    path.unshift(index)
    inner = around
  }
  return path
}
