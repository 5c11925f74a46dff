import * as Y from 'yjs'
import { documentSchema } from '../document/schema'

/** What can have a place in the body. */
type BodyType = Y.XmlFragment | Y.XmlText

/** Where the parts of a story's body stand in the document that the editor shows, and the other way round. */
export interface BodyMap {
  /** The position before what is at an index of a part; null for what is no part of the body. */
  positionOf(type: unknown, index: number): number | null
  /** The part and the index at a position: in a text where there is one, before the character or the node behind the position. */
  placeAt(position: number): { readonly type: BodyType; readonly index: number } | null
  /** The element that begins at a position. */
  elementAt(position: number): Y.XmlElement | null
}

/** Goes through a body once; the map is right until the body changes. */
export function mapBody(body: Y.XmlFragment): BodyMap {
  const starts = new Map<unknown, number>()
  const sizes = new Map<unknown, number>()
  measure(body, 0)

  /** @param start Where the content begins. Answers the size of the content. */
  function measure(type: BodyType, start: number): number {
    starts.set(type, start)
    if (type instanceof Y.XmlText) return type.length
    let size = 0
    for (const child of type.toArray()) {
      const inside = child instanceof Y.XmlHook ? 0 : measure(child, start + size + (child instanceof Y.XmlText ? 0 : 1))
      const outside = child instanceof Y.XmlElement && isLeaf(child) ? 1 : inside + (child instanceof Y.XmlText ? 0 : 2)
      sizes.set(child, outside)
      size += outside
    }
    return size
  }

  const sizeOf = (type: unknown): number => sizes.get(type) ?? 0

  function positionOf(type: unknown, index: number): number | null {
    const start = starts.get(type)
    if (start === undefined) return null
    if (type instanceof Y.XmlText) return start + Math.min(index, type.length)
    if (!(type instanceof Y.XmlFragment)) return null
    return type.toArray().slice(0, index).reduce((position, child) => position + sizeOf(child), start)
  }

  function placeAt(position: number): { readonly type: BodyType; readonly index: number } | null {
    let type: Y.XmlFragment = body
    let at = 0
    for (;;) {
      const children: readonly unknown[] = type.toArray()
      let next: Y.XmlElement | null = null
      for (const [index, child] of children.entries()) {
        const size = sizeOf(child)
        if (position >= at + size) {
          at += size
          continue
        }
        if (child instanceof Y.XmlText) return { type: child, index: position - at }
        if (position === at || !(child instanceof Y.XmlElement) || isLeaf(child)) return { type, index }
        next = child
        break
      }
      if (next === null) return position === at ? { type, index: children.length } : null
      type = next
      at += 1
    }
  }

  return {
    positionOf,
    placeAt,
    elementAt(position) {
      const place = placeAt(position)
      const element: unknown = place !== null && place.type instanceof Y.XmlFragment ? place.type.get(place.index) : undefined
      return element instanceof Y.XmlElement ? element : null
    },
  }
}

const isLeaf = (element: Y.XmlElement): boolean => documentSchema.nodes[element.nodeName]?.isLeaf ?? false
