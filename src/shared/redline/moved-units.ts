import type { Pair } from './pair-units'
import { bagOfUnit, leadsToOf, wordsOfUnit, type Unit } from './units'
import { mostInCommon, partInCommon } from './words-in-common'

/** How alike two blocks must be to count as one that was moved and edited, and how many words it must have. */
const enough = 0.6
const fewestWords = 6
/** More pairs than this aren't compared word by word. */
const mostCompared = 40_000

/**
 * Which of the units that are gone from their place came at another, exactly as they were. They may be short, if they are
 * unmistakable; whatever stands beside them and moved along belongs to them, be it only a rule.
 * @param deleted Indexes in `before` of what is gone, ascending; `inserted` those in `after` of what came.
 */
export function movedUnits(before: readonly Unit[], after: readonly Unit[], deleted: readonly number[], inserted: readonly number[]): Pair[] {
  const [gone, come] = [new Set(deleted), new Set(inserted)]
  const moves: Pair[] = []
  const add = (b: number, a: number): void => {
    if (!gone.delete(b) || !come.delete(a)) return
    moves.push([b, a])
  }
  for (const [b, a] of exactMoves(before, after, deleted, inserted)) add(b, a)
  // The list grows while it is gone through: a neighbour of a neighbour moved along, too.
  for (const [b, a] of moves) {
    for (const step of [-1, 1]) if (come.has(a + step) && gone.has(b + step) && before[b + step]?.fingerprint === after[a + step]?.fingerprint) add(b + step, a + step)
  }
  return moves
}

function exactMoves(before: readonly Unit[], after: readonly Unit[], deleted: readonly number[], inserted: readonly number[]): Pair[] {
  const [old, now] = [byPrint(before, deleted), byPrint(after, inserted)]
  return [...now].flatMap(([print, places]): Pair[] => {
    const former = old.get(print) ?? []
    const unit = before[former[0] ?? -1]
    if (unit === undefined) return []
    const isOne = former.length === 1 && places.length === 1
    if (wordsOfUnit(unit).length < fewestWords && !(isOne && isUnmistakable(unit))) return []
    return places.flatMap((place, index): Pair[] => (former[index] === undefined ? [] : [[former[index], place]]))
  })
}

/** Of units in the order of their places. */
function byPrint(units: readonly Unit[], places: readonly number[]): Map<string, number[]> {
  const prints = new Map<string, number[]>()
  for (const place of places) {
    const print = units[place]?.fingerprint ?? ''
    prints.set(print, [...(prints.get(print) ?? []), place])
  }
  return prints
}

function isUnmistakable(unit: Unit): boolean {
  const words = wordsOfUnit(unit)
  return (words.length >= 2 && words.join('').length >= 8) || unit.leaves.some(({ node }) => leadsToOf(node) !== null)
}

/**
 * Which of the blocks that are gone came at another place with most of their words, the most alike first. A picture, a file or
 * a card is known by where it leads, whatever is said of it now.
 */
export function editedAndMoved(before: readonly Unit[], after: readonly Unit[], deleted: readonly number[], inserted: readonly number[]): Pair[] {
  const known = (units: readonly Unit[], places: readonly number[]): number[] => places.filter((place) => isLongBlock(units[place]) || leadsTo(units[place]) !== null)
  const [old, now] = [known(before, deleted), known(after, inserted)]
  if (old.length * now.length > mostCompared) return []
  const alike = now.flatMap((a) => old.map((b) => ({ pair: [b, a] as const, score: likeness(before[b], after[a]) }))).filter(({ score }) => score >= enough)
  const [gone, come] = [new Set<number>(), new Set<number>()]
  return alike
    .sort((one, other) => other.score - one.score || one.pair[1] - other.pair[1])
    .flatMap(({ pair }): Pair[] => {
      if (gone.has(pair[0]) || come.has(pair[1])) return []
      gone.add(pair[0])
      come.add(pair[1])
      return [pair]
    })
}

const isLongBlock = (unit: Unit | undefined): boolean => unit !== undefined && leadsTo(unit) === null && wordsOfUnit(unit).length >= fewestWords

/** Where a picture, a file or a card leads; null for what has words, and for what leads nowhere. */
const leadsTo = (unit: Unit | undefined): string | null => {
  const [only] = unit?.table === null ? unit.leaves : []
  const target = only === undefined ? null : leadsToOf(only.node)
  return only === undefined || target === null ? null : `${only.node.type} ${target}`
}

function likeness(one: Unit | undefined, other: Unit | undefined): number {
  if (one === undefined || other === undefined) return 0
  if (leadsTo(one) !== null || leadsTo(other) !== null) return leadsTo(one) === leadsTo(other) ? 1 : 0
  if ((one.table === null) !== (other.table === null)) return 0
  const [words, others] = [bagOfUnit(one), bagOfUnit(other)]
  return mostInCommon(words, others) < enough ? 0 : partInCommon(words, others)
}
