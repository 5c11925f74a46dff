import * as Y from 'yjs'
import type { BodyMap } from './body-map'

/** A place of the body that moves along with what stands there, as it is kept with a thread. */
export function anchorAt({ type, index }: { readonly type: Y.XmlFragment | Y.XmlText; readonly index: number }, side: 'before' | 'behind'): string {
  return encode(Y.createRelativePositionFromTypeIndex(type, index, side === 'before' ? 0 : -1))
}

/** A part of the body as a whole. */
export function anchorOf(element: Y.XmlElement): string {
  // The place at its end is kept as the element and nothing else.
  return encode(Y.createRelativePositionFromTypeIndex(element, element.length, 0))
}

/** Where an anchor is now, and whether what it was fixed to is still there; null for what leads nowhere in the body. */
export function whereIs(doc: Y.Doc, map: BodyMap, anchor: string): { readonly position: number; readonly alive: boolean } | null {
  const place = decode(anchor)
  // A comment is fixed to a character or a node, never to a name: a document may have been written by anyone.
  if (place === null || place.item === null) return null
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(place, doc)
    const position = found === null ? null : map.positionOf(found.type, found.index)
    return position === null ? null : { position, alive: itemOf(doc, place.item) !== null }
  } catch {
    return null
  }
}

/** The element that an anchor names, as long as it is not deleted. */
export function elementOf(doc: Y.Doc, anchor: string): Y.XmlElement | null {
  const place = decode(anchor)
  if (place === null || place.type === null) return null
  const content = itemOf(doc, place.type)?.content
  const element = content instanceof Y.ContentType ? content.type : null
  return element instanceof Y.XmlElement ? element : null
}

/** The item of a name, or what an undo put in its place; null once it is deleted. */
function itemOf({ store }: Y.Doc, id: Y.ID): Y.Item | null {
  let next: Y.ID | null = id
  for (let steps = 0; next !== null && steps < 1000; steps++) {
    if (next.clock >= Y.getState(store, next.client)) return null
    const item: unknown = Y.getItem(store, next)
    if (!(item instanceof Y.Item)) return null
    if (item.redone === null) return item.deleted ? null : item
    next = Y.createID(item.redone.client, item.redone.clock + next.clock - item.id.clock)
  }
  return null
}

function encode(place: Y.RelativePosition): string {
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(place)))
}

function decode(anchor: string): Y.RelativePosition | null {
  try {
    return Y.decodeRelativePosition(Uint8Array.from(atob(anchor), (letter) => letter.charCodeAt(0)))
  } catch {
    return null
  }
}
