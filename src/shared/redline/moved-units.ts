import { mayPair, wordsInCommon, type Pair } from './pair-units'
import { leadsToOf, wordsOfUnit, type Unit } from './units'

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

/** Which of the blocks that are gone came at another place with most of their words. */
export function editedAndMoved(before: readonly Unit[], after: readonly Unit[], deleted: readonly number[], inserted: readonly number[]): Pair[] {
  const long = (units: readonly Unit[], places: readonly number[]): number[] => places.filter((place) => isLongBlock(units[place]))
  const [old, now] = [long(before, deleted), long(after, inserted)]
  if (old.length * now.length > mostCompared) return []
  const taken = new Set<number>()
  return now.flatMap((a): Pair[] => {
    const found = old.find((b) => !taken.has(b) && mayPair(before[b], after[a], wordsInCommon, enough))
    if (found === undefined) return []
    taken.add(found)
    return [[found, a]]
  })
}

const isLongBlock = (unit: Unit | undefined): boolean => unit !== undefined && unit.table === null && wordsOfUnit(unit).length >= fewestWords
