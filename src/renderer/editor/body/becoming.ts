import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'

/**
 * A change that makes one text of another, told as the stretches in which they differ. What is alike keeps its nodes, so what is known of a
 * block, or drawn in it, is kept with it. What has the same number of parts is compared part by part, anything else from both ends.
 */
export function becoming(tr: Transaction, doc: Node): Transaction {
  // From the end, so that what is before keeps its place.
  return differences(tr.doc, doc, 0)
    .reverse()
    .reduce((changed, { from, to, content }) => changed.step(new ReplaceStep(from, to, new Slice(content, 0, 0))), tr)
}

interface Difference {
  readonly from: number
  readonly to: number
  /** What stands there instead. */
  readonly content: Fragment
}

/** @param start Where the content of the first node begins. Both are of one type. */
function differences(before: Node, after: Node, start: number): Difference[] {
  const [old, next] = [before.children, after.children]
  const shorter = Math.min(old.length, next.length)
  let first = 0
  while (first < shorter && isAlike(old[first], next[first])) first++
  let last = 0
  while (last < shorter - first && isAlike(old[old.length - 1 - last], next[next.length - 1 - last])) last++
  const [gone, come] = [old.slice(first, old.length - last), next.slice(first, next.length - last)]
  let place = old.slice(0, first).reduce((sum, { nodeSize }) => sum + nodeSize, start)
  // Of the same types in the same order, so that each of the changes leaves a text that the schema allows.
  if (gone.length === come.length && gone.every(({ type }, index) => type === come[index]?.type)) {
    return gone.flatMap((node, index) => {
      const from = place
      place += node.nodeSize
      return between(node, come[index] ?? node, from)
    })
  }
  return [{ from: place, to: gone.reduce((sum, { nodeSize }) => sum + nodeSize, place), content: Fragment.from(come) }]
}

function between(old: Node, next: Node, from: number): Difference[] {
  if (old.eq(next)) return []
  if (!old.sameMarkup(next)) return [{ from, to: from + old.nodeSize, content: Fragment.from(next) }]
  return old.isText ? [betweenTexts(old, next, from)] : differences(old, next, from + 1)
}

function betweenTexts(old: Node, next: Node, from: number): Difference {
  const [before, after] = [old.text ?? '', next.text ?? '']
  const shorter = Math.min(before.length, after.length)
  let first = 0
  while (first < shorter && before[first] === after[first]) first++
  let last = 0
  while (last < shorter - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last++
  const come = after.length - last > first ? next.cut(first, after.length - last) : null
  return { from: from + first, to: from + before.length - last, content: Fragment.from(come) }
}

const isAlike = (one: Node | undefined, other: Node | undefined): boolean => one !== undefined && other !== undefined && one.eq(other)
