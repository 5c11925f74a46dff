import { align } from './align'
import { isSameTable } from './same-table'
import { bagOfUnit, wordsOfUnit, type Unit } from './units'
import { wordsInCommon } from './words-in-common'

/** A unit of the older revision and the one that it became, by their indexes. */
export type Pair = readonly [before: number, after: number]

/** How much two blocks must have in common to count as one that was changed: this part of the words of both. */
export const enoughInCommon = 0.4

/**
 * Which of some deleted units became which of some inserted ones, by the words that they share, in order.
 * The words of all are aligned at once; each word that stayed is a vote for the two units that it stands in.
 * @param enough The part of their words that two must share. 0 where the place already says that they belong together: then
 * it is enough that both are of one type.
 */
export function pairUnits(before: readonly Unit[], after: readonly Unit[], enough: number): Pair[] {
  const old = wordsIn(before)
  const now = wordsIn(after)
  const votes = new Map<number, { readonly pair: Pair; votes: number }>()
  for (const stretch of align(old.words, now.words)) {
    if (!stretch.same) continue
    for (let offset = 0; offset < stretch.before[1] - stretch.before[0]; offset++) {
      const pair: Pair = [old.owners[stretch.before[0] + offset] ?? 0, now.owners[stretch.after[0] + offset] ?? 0]
      const name = pair[0] * after.length + pair[1]
      const known = votes.get(name)
      if (known === undefined) votes.set(name, { pair, votes: 1 })
      else known.votes += 1
    }
  }
  return withNeighbours(byVotes([...votes.values()], old, now, enough), old, now, enough)
}

const noUnit: Unit = { leaves: [], table: null, fingerprint: '', key: '' }

interface Voters {
  readonly units: readonly Unit[]
  readonly words: readonly string[]
  /** The unit of each word. */
  readonly owners: readonly number[]
}

function byVotes(votes: readonly { readonly pair: Pair; readonly votes: number }[], old: Voters, now: Voters, enough: number): Pair[] {
  const takenBefore = new Set<number>()
  const takenAfter = new Set<number>()
  return votes
    .filter(({ pair: [b, a], votes: shared }) => mayPair(old.units[b], now.units[a], () => shared, enough) || isCut(old.units[b], now.units[a]))
    .map(({ pair, votes: shared }) => ({ pair, votes: shared, part: shared / (wordsOfUnit(old.units[pair[0]] ?? noUnit).length + wordsOfUnit(now.units[pair[1]] ?? noUnit).length) }))
    // By the part of their words first: a sentence that went to another paragraph must not take its old paragraph along.
    .sort((one, other) => other.part - one.part || other.votes - one.votes || one.pair[0] - other.pair[0])
    .flatMap(({ pair }) => {
      if (takenBefore.has(pair[0]) || takenAfter.has(pair[1])) return []
      takenBefore.add(pair[0])
      takenAfter.add(pair[1])
      return [pair]
    })
    .sort(([one], [other]) => one - other)
}

/** Whether one block is how the other begins or ends: the rest was cut off, or put to it. */
function isCut(one: Unit | undefined, other: Unit | undefined): boolean {
  if (!one || !other || one.table !== null || other.table !== null) return false
  const [short, long] = [wordsOfUnit(one), wordsOfUnit(other)].sort((a, b) => a.length - b.length)
  if (short === undefined || long === undefined || short.length < 2) return false
  return short.every((word, index) => word === long[index]) || short.every((word, index) => word === long[long.length - short.length + index])
}

/** Whether two units have this part of their words in common. A table never becomes a paragraph, and is known by its headings, too. */
function mayPair(one: Unit | undefined, other: Unit | undefined, shared: (one: Unit, other: Unit) => number, part: number): boolean {
  if (one === undefined || other === undefined || (one.table === null) !== (other.table === null)) return false
  if (part === 0) return one.leaves[0]?.node.type === other.leaves[0]?.node.type
  if (one.table !== null && other.table !== null && isSameTable(one.table.node, other.table.node, part)) return true
  const [words, others] = [wordsOfUnit(one), wordsOfUnit(other)]
  const most = Math.min(words.length, others.length)
  return (2 * most) / (words.length + others.length) >= part && (2 * shared(one, other)) / (words.length + others.length) >= part
}

/**
 * These pairs, and those units between two of them that stand alone in the same number on both sides and have enough words in
 * common whatever their order: long repetitive texts, whose words can't be aligned at once.
 */
function withNeighbours(pairs: readonly Pair[], old: Voters, now: Voters, enough: number): Pair[] {
  return [...pairs, [old.units.length, now.units.length] as const].flatMap(([b, a], index): Pair[] => {
    const [lastB, lastA] = pairs[index - 1] ?? [-1, -1]
    const between = b - lastB === a - lastA ? Array.from({ length: b - lastB - 1 }, (_, offset): Pair => [lastB + 1 + offset, lastA + 1 + offset]) : []
    const alike = between.filter(([one, other]) => mayPair(old.units[one], now.units[other], unitsInCommon, enough))
    return index < pairs.length ? [...alike, [b, a]] : alike
  })
}

const unitsInCommon = (one: Unit, other: Unit): number => wordsInCommon(bagOfUnit(one), bagOfUnit(other))

function wordsIn(units: readonly Unit[]): Voters {
  return { units, words: units.flatMap(wordsOfUnit), owners: units.flatMap((unit, index) => wordsOfUnit(unit).map(() => index)) }
}
