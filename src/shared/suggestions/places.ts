import type { Node } from '@tiptap/pm/model'
import { readSplit, readTags } from './tag'

/**
 * How far into the text a place is once everything is accepted: what is to go counts nothing, a suggested split as much as the blocks
 * that it ends and begins. So a place in one text is found in another that becomes the same.
 */
export function acceptedOffset(doc: Node, place: number): number {
  let offset = 0
  walk(doc, 0, (from, to, length) => {
    if (from >= place) return false
    offset += to <= place ? length : Math.min(length, place - from)
    return true
  })
  return offset
}

/** The first place that is so far into the accepted text, or the last one; the end of the text when it is not so long. */
export function placeAtOffset(doc: Node, wanted: number, which: 'first' | 'last'): number {
  let offset = 0
  let first: number | null = null
  let last = doc.content.size
  walk(doc, 0, (from, to, length) => {
    if (offset > wanted) return false
    if (offset + length >= wanted) {
      const at = wanted === offset ? from : wanted === offset + length ? to : Math.min(to, from + wanted - offset)
      first ??= at
      last = length === 0 ? to : at
    }
    offset += length
    return true
  })
  return which === 'first' ? (first ?? doc.content.size) : last
}

/** Tells each stretch of the text in order, with how long it is once all is accepted; goes on while the answer is true. */
function walk(node: Node, start: number, tell: (from: number, to: number, length: number) => boolean): boolean {
  let place = start
  for (const [index, child] of node.children.entries()) {
    const end = place + child.nodeSize
    if (child.isText || child.isLeaf || isGone(child)) {
      if (!tell(place, end, lengthOf(child))) return false
    } else {
      const joins = readTags(child.attrs['joined']).length > 0 && index > 0
      if (!tell(place, place + 1, joins ? 0 : 1) || !walk(child, place + 1, tell)) return false
      const next = node.maybeChild(index + 1)
      const joined = next !== null && readTags(next.attrs['joined']).length > 0
      if (!tell(end - 1, end, joined ? 0 : 1)) return false
    }
    place = end
  }
  return true
}

const isGone = (node: Node): boolean => (node.isText ? node.marks.some(({ type }) => type.name === 'deleted') : node.attrs['deleted'] !== null && node.attrs['deleted'] !== undefined)

function lengthOf(node: Node): number {
  if (isGone(node)) return 0
  const split = node.isText ? readSplit(node.marks.find(({ type }) => type.name === 'inserted')?.attrs['split']) : null
  if (split === null) return node.nodeSize
  return node.nodeSize * (node.type.schema.nodes[split[0]?.type ?? '']?.isInline === true ? 1 : 2 * split.length)
}

