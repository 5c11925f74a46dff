import { Fragment, type Node } from '@tiptap/pm/model'
import { TableMap } from '@tiptap/pm/tables'
import { ownInsertion, type Author } from './author'
import { toCome, toGo, toTurn } from './propose'
import { acceptAll, rejectAll } from './judge'
import { nothingSuggested, withAttributes } from './node-with'
import { settleBlocks } from './settle'
import { lineIn } from './tokens'
import { trackRun } from './track-run'

/**
 * Blocks that became other blocks, as the old ones with suggestions. Whatever was done: with all rejected there are the old blocks
 * again, with all accepted the new ones. Of several ways to say it the first one is taken that keeps this promise; the last one, the
 * old blocks go and the new ones come, always does.
 */
export function trackBlocks(old: readonly Node[], next: readonly Node[], author: Author): Node[] {
  let start = 0
  while (start < old.length && start < next.length && equal(old[start], next[start])) start++
  let end = 0
  while (end < old.length - start && end < next.length - start && equal(old[old.length - 1 - end], next[next.length - 1 - end])) end++
  const changed = trackChanged(old.slice(start, old.length - end), next.slice(start, next.length - end), author)
  return [...old.slice(0, start), ...changed, ...old.slice(old.length - end)]
}

const equal = (a: Node | undefined, b: Node | undefined): boolean => a !== undefined && b !== undefined && (a === b || a.eq(b))

function trackChanged(old: readonly Node[], next: readonly Node[], author: Author): Node[] {
  if (old.length === 0 || next.length === 0) return replaced(old, next, author)
  for (const way of [aroundSame, pairwise, asLines, byEnds]) {
    const tracked = way(old, next, author)
    if (tracked !== null && keepsPromise(tracked, old, next)) return tracked
  }
  return replaced(old, next, author)
}

const replaced = (old: readonly Node[], next: readonly Node[], author: Author): Node[] => [...old.flatMap((block) => toGo(author, block, author.tag)), ...next.map((block) => toCome(author, block, author.tag))]

/** Of two suggestions about one thing the newer one counts, so where there was one before, only that nothing is left when all is rejected can be told. */
function keepsPromise(tracked: readonly Node[], old: readonly Node[], next: readonly Node[]): boolean {
  return sameBlocks(settleBlocks(tracked, rejectAll), settleBlocks(old, rejectAll)) && (old.some(isOpen) || sameBlocks(settleBlocks(tracked, acceptAll), settleBlocks(next, acceptAll)))
}

const sameBlocks = (a: readonly Node[], b: readonly Node[]): boolean => Fragment.from(a).eq(Fragment.from(b))

/** Whether a block, or something in it, is suggested to become another, or to look different. */
function isOpen(node: Node): boolean {
  return (node.attrs['turned'] ?? null) !== null || node.marks.some(({ type }) => type.name === 'restyled') || node.children.some(isOpen)
}

/** The most blocks that are compared each with each. */
const mostCompared = 400

/** Blocks that are there before and after, in the same order, stay; so a block that was moved goes at one place and comes at another. */
function aroundSame(old: readonly Node[], next: readonly Node[], author: Author): Node[] | null {
  if (old.length * next.length > mostCompared ** 2 || !old.some((block) => next.some((other) => equal(block, other)))) return null
  const pairs = commonOrder(old, next)
  const tracked: Node[] = []
  let [from, at] = [0, 0]
  for (const [a, b] of [...pairs, [old.length, next.length] as const]) {
    tracked.push(...trackBlocks(old.slice(from, a), next.slice(at, b), author), ...old.slice(a, a + 1))
    ;[from, at] = [a + 1, b + 1]
  }
  return tracked
}

/** The longest run of blocks that both have in the same order: where each stands in the one and in the other. */
function commonOrder(old: readonly Node[], next: readonly Node[]): (readonly [number, number])[] {
  const longest = Array.from({ length: old.length + 1 }, () => Array.from({ length: next.length + 1 }, () => 0))
  const at = (a: number, b: number): number => longest[a]?.[b] ?? 0
  for (let a = old.length - 1; a >= 0; a--)
    for (let b = next.length - 1; b >= 0; b--) longest[a]![b] = equal(old[a], next[b]) ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1))
  const pairs: (readonly [number, number])[] = []
  for (let a = 0, b = 0; a < old.length && b < next.length; ) {
    if (equal(old[a], next[b])) pairs.push([a++, b++])
    else if (at(a + 1, b) >= at(a, b + 1)) a++
    else b++
  }
  return pairs
}

/** As many blocks as before: each became its counterpart. */
function pairwise(old: readonly Node[], next: readonly Node[], author: Author): Node[] | null {
  if (old.length !== next.length) return null
  const pairs = old.map((block, index) => trackPair(block, next[index] ?? block, author))
  return pairs.every((pair) => pair !== null) ? pairs.flat() : null
}

function asLines(old: readonly Node[], next: readonly Node[], author: Author): Node[] | null {
  return [...old, ...next].some((block) => lineIn(block) !== null) ? trackRun(old, next, author) : null
}

/** Lists and frames at either end that became others of their sort, and what is between them. */
function byEnds(old: readonly Node[], next: readonly Node[], author: Author): Node[] | null {
  const [first, nextFirst] = [old[0], next[0]]
  const [last, nextLast] = [old.at(-1), next.at(-1)]
  const top = first !== undefined && nextFirst !== undefined && isHolderOf(first, nextFirst) ? trackPair(first, nextFirst, author) : null
  if (top !== null) return [...top, ...trackBlocks(old.slice(1), next.slice(1), author)]
  const bottom = last !== undefined && nextLast !== undefined && isHolderOf(last, nextLast) ? trackPair(last, nextLast, author) : null
  return bottom === null ? null : [...trackBlocks(old.slice(0, -1), next.slice(0, -1), author), ...bottom]
}

const isHolderOf = (block: Node, next: Node): boolean => block.type === next.type && !block.inlineContent && !block.isLeaf

/** A block that became another one; null when they have nothing in common. */
function trackPair(block: Node, next: Node, author: Author): Node[] | null {
  if (equal(block, next)) return [block]
  if (ownInsertion(author, block) !== null) return [withAttributes(next, { ...nothingSuggested, inserted: block.attrs['inserted'] })]
  if (block.inlineContent && next.inlineContent) return trackRun([block], [next], author)
  if (block.type !== next.type) return null
  const turned = toTurn(author, block, next, author.tag)
  if (block.isLeaf) return [turned]
  const children = trackBlocks(block.children, next.children, author)
  const tracked = turned.copy(Fragment.from(children))
  return isWellFormed(tracked, block, next) ? [tracked] : null
}

/** A table whose cells were merged or split shows no suggestion cell by cell: its rows would not be equally long. */
function isWellFormed(tracked: Node, block: Node, next: Node): boolean {
  if (!tracked.type.validContent(tracked.content)) return false
  return tracked.type.name !== 'table' || (spansOf(block) === spansOf(next) && TableMap.get(tracked).problems === null)
}

/** Which cells of a table are larger than one. */
function spansOf(table: Node): string {
  const spans: string[] = []
  table.descendants(({ attrs: { colspan, rowspan }, type }) => {
    if (type.spec['tableRole'] !== undefined && (Number(colspan ?? 1) > 1 || Number(rowspan ?? 1) > 1)) spans.push(`${String(colspan)}x${String(rowspan)}`)
  })
  return spans.join()
}
