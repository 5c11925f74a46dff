/** A row (or column) of the older table and the one that it became. */
export type LinePair = readonly [before: number, after: number]

/** More pairs than this aren't compared: lines then stand for each other by their places. */
export const mostCompared = 40_000

/** The pairs, in order on both sides, with the highest sum of scores; pairs of the score 0 don't stand for each other. */
export function bestInOrder(before: number, after: number, score: (b: number, a: number) => number): LinePair[] {
  if (before * after > mostCompared) return Array.from({ length: Math.min(before, after) }, (_, index): LinePair => [index, index])
  const sums = Array.from({ length: before + 1 }, () => new Float64Array(after + 1))
  const scores = Array.from({ length: before }, (_, b) => Float64Array.from({ length: after }, (_none, a) => score(b, a)))
  const sum = (b: number, a: number): number => sums[b]?.[a] ?? 0
  for (let b = before - 1; b >= 0; b--) {
    for (let a = after - 1; a >= 0; a--) sums[b]?.fill(Math.max(sum(b + 1, a), sum(b, a + 1), sum(b + 1, a + 1) + (scores[b]?.[a] ?? 0)), a, a + 1)
  }
  const pairs: LinePair[] = []
  let [b, a] = [0, 0]
  while (b < before && a < after) {
    const together = scores[b]?.[a] ?? 0
    if (together > 0 && sum(b, a) === sum(b + 1, a + 1) + together) pairs.push([b++, a++])
    else if (sum(b, a) === sum(b + 1, a)) b += 1
    else a += 1
  }
  return pairs
}

/** Of the lines that are in none of these pairs, those that are most alike, each once, the most alike first; in the order of the newer table. */
export function bestElsewhere(before: number, after: number, pairs: readonly LinePair[], score: (b: number, a: number) => number): LinePair[] {
  const free = (count: number, side: 0 | 1): number[] => {
    const taken = new Set(pairs.map((pair) => pair[side]))
    return Array.from({ length: count }, (_, index) => index).filter((index) => !taken.has(index))
  }
  const [old, now] = [free(before, 0), free(after, 1)]
  if (old.length * now.length > mostCompared) return []
  const found = old.flatMap((b) => now.map((a) => ({ pair: [b, a] as const, score: score(b, a) }))).filter(({ score: likeness }) => likeness > 0)
  const [takenBefore, takenAfter] = [new Set<number>(), new Set<number>()]
  return found
    .sort((one, other) => other.score - one.score || one.pair[1] - other.pair[1])
    .flatMap(({ pair }): LinePair[] => {
      if (takenBefore.has(pair[0]) || takenAfter.has(pair[1])) return []
      takenBefore.add(pair[0])
      takenAfter.add(pair[1])
      return [pair]
    })
    .sort((one, other) => one[1] - other[1])
}
