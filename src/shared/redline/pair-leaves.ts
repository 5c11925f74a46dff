import { align } from './align'
import type { Leaf } from './leaves'
import { wordsOf } from './tokens'
import { plainText } from '../story/text'

/** A block of the older revision and the one that it became. */
export type Pair = readonly [before: number, after: number]

/** How much two blocks must have in common to count as one that was changed: this part of the words of both. */
const enough = 0.4

/**
 * Which of some deleted blocks became which of some inserted ones, by the words that they share, in order.
 * The words of all are aligned at once; each word that stayed is a vote for the two blocks that it stands in.
 */
export function pairLeaves(before: readonly Leaf[], after: readonly Leaf[]): Pair[] {
  const old = wordsIn(before)
  const now = wordsIn(after)
  const votes = new Map<string, { pair: Pair; votes: number }>()
  for (const stretch of align(old.words, now.words)) {
    if (!stretch.same) continue
    for (let offset = 0; offset < stretch.before[1] - stretch.before[0]; offset++) {
      const pair: Pair = [old.owners[stretch.before[0] + offset] ?? 0, now.owners[stretch.after[0] + offset] ?? 0]
      const name = pair.join()
      votes.set(name, { pair, votes: (votes.get(name)?.votes ?? 0) + 1 })
    }
  }
  return withNeighbours(byVotes(votes, old, now), old, now)
}

interface Voters {
  readonly words: readonly string[]
  readonly owners: readonly number[]
  readonly byLeaf: readonly (readonly string[])[]
}

function byVotes(votes: ReadonlyMap<string, { readonly pair: Pair; readonly votes: number }>, old: Voters, now: Voters): Pair[] {
  const takenBefore = new Set<number>()
  const takenAfter = new Set<number>()
  return [...votes.values()]
    .filter(({ pair: [b, a], votes: shared }) => isEnough(shared, old.byLeaf[b] ?? [], now.byLeaf[a] ?? []))
    .sort((one, other) => other.votes - one.votes || one.pair[0] - other.pair[0])
    .flatMap(({ pair }) => {
      if (takenBefore.has(pair[0]) || takenAfter.has(pair[1])) return []
      takenBefore.add(pair[0])
      takenAfter.add(pair[1])
      return [pair]
    })
    .sort(([one], [other]) => one - other)
}

const isEnough = (shared: number, one: readonly string[], other: readonly string[]): boolean => (2 * shared) / (one.length + other.length) >= enough

/**
 * These pairs, and those blocks between two of them that stand alone in the same number on both sides and have enough words in
 * common whatever their order: long repetitive texts, whose words can't be aligned at once.
 */
function withNeighbours(pairs: readonly Pair[], old: Voters, now: Voters): Pair[] {
  return [...pairs, [old.byLeaf.length, now.byLeaf.length] as const].flatMap(([b, a], index): Pair[] => {
    const [lastB, lastA] = pairs[index - 1] ?? [-1, -1]
    const between = b - lastB === a - lastA ? Array.from({ length: b - lastB - 1 }, (_, offset): Pair => [lastB + 1 + offset, lastA + 1 + offset]) : []
    const alike = between.filter(([one, other]) => isEnough(inCommon(old.byLeaf[one] ?? [], now.byLeaf[other] ?? []), old.byLeaf[one] ?? [], now.byLeaf[other] ?? []))
    return index < pairs.length ? [...alike, [b, a]] : alike
  })
}

function inCommon(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1)
  return other.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  }).length
}

/** The words of blocks in a row, with the block that each belongs to. What is no text stands for itself. */
function wordsIn(leaves: readonly Leaf[]): Voters {
  const byLeaf = leaves.map(({ node }) => votersOf(node))
  return { words: byLeaf.flat(), owners: byLeaf.flatMap((words, index) => words.map(() => index)), byLeaf }
}

function votersOf(node: Leaf['node']): string[] {
  const words = wordsOf(plainText(node)).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (words.length > 0) return words
  // An image that was exchanged is still the image of this place; one without an asset is only alike. So are cards.
  const leadsTo = node.attrs?.['asset'] ?? node.attrs?.['address'] ?? node.attrs?.['story']
  return leadsTo === undefined ? [`\u0000${node.type}`] : [`\u0000${node.type}`, `\u0000${String(leadsTo)}`]
}
