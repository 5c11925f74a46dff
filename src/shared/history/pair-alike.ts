/** Two parts that stand for each other, or one that has no counterpart. */
export type Pair<T> = readonly [before: T, after: T] | readonly [before: T, after: null] | readonly [before: null, after: T]

/** A stretch with more pairs than this is paired in order alone. */
const mostCompared = 4000

/**
 * Which parts of a stretch stand for each other, in order, so that as many words as possible stay: each part is in one pair, and both
 * sides keep their order.
 * @param isAlike Whether one part can become the other at all.
 */
export function pairAlike<T>(before: readonly T[], after: readonly T[], isAlike: (one: T, other: T) => boolean, wordsOf: (part: T) => string): Pair<T>[] {
  const large = before.length * after.length > mostCompared
  const [beforeWords, afterWords] = [before, after].map((parts) => (large ? [] : parts.map((part) => bagOf(wordsOf(part)))))
  const worth = (b: number, a: number): number => {
    const [one, other] = [before[b], after[a]]
    if (one === undefined || other === undefined || !isAlike(one, other)) return 0
    return large ? 1 : likeness(beforeWords?.[b], afterWords?.[a])
  }
  return large ? inOrder(before, after, worth) : best(before, after, worth)
}

/** The longest common subsequence, with what each pair is worth as its length. */
function best<T>(before: readonly T[], after: readonly T[], worth: (b: number, a: number) => number): Pair<T>[] {
  const width = after.length + 1
  const sums = new Float64Array((before.length + 1) * width)
  const at = (b: number, a: number): number => sums[b * width + a] ?? 0
  const worths = before.map((_, b) => after.map((_part, a) => worth(b, a)))
  const value = (b: number, a: number): number => worths[b]?.[a] ?? 0
  for (let b = before.length - 1; b >= 0; b--) {
    for (let a = after.length - 1; a >= 0; a--) sums[b * width + a] = Math.max(at(b + 1, a), at(b, a + 1), value(b, a) > 0 ? at(b + 1, a + 1) + value(b, a) : 0)
  }
  const pairs: Pair<T>[] = []
  let [b, a] = [0, 0]
  while (b < before.length || a < after.length) {
    const [one, other] = [before[b], after[a]]
    if (one !== undefined && other !== undefined && value(b, a) > 0 && at(b, a) === at(b + 1, a + 1) + value(b, a)) {
      pairs.push([one, other])
      b++
      a++
    } else if (one !== undefined && (other === undefined || at(b, a) === at(b + 1, a))) {
      pairs.push([one, null])
      b++
    } else if (other !== undefined) {
      pairs.push([null, other])
      a++
    }
  }
  return pairs
}

function inOrder<T>(before: readonly T[], after: readonly T[], worth: (b: number, a: number) => number): Pair<T>[] {
  const pairs: Pair<T>[] = []
  for (let at = 0; at < Math.max(before.length, after.length); at++) {
    const [one, other] = [before[at], after[at]]
    if (one !== undefined && other !== undefined && worth(at, at) > 0) pairs.push([one, other])
    else {
      if (one !== undefined) pairs.push([one, null])
      if (other !== undefined) pairs.push([null, other])
    }
  }
  return pairs
}

interface Bag {
  readonly counts: ReadonlyMap<string, number>
  readonly size: number
}

function bagOf(text: string): Bag {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, size: words.length }
}

/** How much of their words two parts share, from 0 to 1. Less than a quarter is chance; parts without words are a little alike. */
function likeness(one: Bag | undefined, other: Bag | undefined): number {
  if (one === undefined || other === undefined) return 0
  if (one.size === 0 || other.size === 0) return 0.01
  let common = 0
  for (const [word, count] of one.counts) common += Math.min(count, other.counts.get(word) ?? 0)
  const part = (2 * common) / (one.size + other.size)
  return part < 0.25 ? 0 : part
}
