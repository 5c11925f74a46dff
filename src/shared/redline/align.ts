import { diffArrays } from 'diff'

/** A stretch of two sequences that is the same in both, or in which one stands for the other (either may be empty there). Ends are exclusive. */
export interface Stretch {
  readonly same: boolean
  readonly before: readonly [start: number, end: number]
  readonly after: readonly [start: number, end: number]
}

// Myers' algorithm takes time with the square of the number of edits: long sequences are first cut at what is unmistakable.
const smallEnough = 500
const mostEdits = 400

/**
 * Which elements of two sequences stand for each other, in order, covering both from start to end. Short sequences have the
 * fewest edits (Myers); long ones are first cut at elements that each of them has exactly once (as patience diff does), so
 * that the time stays near to linear, and a stretch with more than 400 edits that can't be cut is told as replaced.
 */
export function align(before: readonly string[], after: readonly string[]): Stretch[] {
  const stretches: Stretch[] = []
  const add = (next: Stretch): void => {
    const last = stretches.at(-1)
    if (next.before[0] === next.before[1] && next.after[0] === next.after[1]) return
    if (last?.same === next.same) stretches[stretches.length - 1] = { same: next.same, before: [last.before[0], next.before[1]], after: [last.after[0], next.after[1]] }
    else stretches.push(next)
  }
  alignRange({ before, after, add }, [0, before.length], [0, after.length])
  return stretches
}

interface Work {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly add: (stretch: Stretch) => void
}
type Range = readonly [start: number, end: number]

function alignRange(work: Work, [b0, b1]: Range, [a0, a1]: Range): void {
  const { before, after, add } = work
  let start = 0
  while (b0 + start < b1 && a0 + start < a1 && before[b0 + start] === after[a0 + start]) start++
  let end = 0
  while (b0 + start < b1 - end && a0 + start < a1 - end && before[b1 - 1 - end] === after[a1 - 1 - end]) end++
  add({ same: true, before: [b0, b0 + start], after: [a0, a0 + start] })
  alignMiddle(work, [b0 + start, b1 - end], [a0 + start, a1 - end])
  add({ same: true, before: [b1 - end, b1], after: [a1 - end, a1] })
}

function alignMiddle(work: Work, b: Range, a: Range): void {
  const size = b[1] - b[0] + a[1] - a[0]
  const anchors = size > smallEnough && b[0] < b[1] && a[0] < a[1] ? anchorsOf(work, b, a) : []
  if (anchors.length === 0) return alignByEdits(work, b, a)
  let [fromB, fromA] = [b[0], a[0]]
  for (const [atB, atA] of anchors) {
    alignRange(work, [fromB, atB], [fromA, atA])
    work.add({ same: true, before: [atB, atB + 1], after: [atA, atA + 1] })
    fromB = atB + 1
    fromA = atA + 1
  }
  alignRange(work, [fromB, b[1]], [fromA, a[1]])
}

function alignByEdits({ before, after, add }: Work, b: Range, a: Range): void {
  const changes = b[0] < b[1] && a[0] < a[1] ? diffArrays(before.slice(...b), after.slice(...a), { maxEditLength: mostEdits }) : undefined
  if (changes === undefined) return add({ same: false, before: b, after: a })
  let [atB, atA] = [b[0], a[0]]
  for (const { value, added, removed } of changes) {
    const nextB = atB + (added ? 0 : value.length)
    const nextA = atA + (removed ? 0 : value.length)
    add({ same: !added && !removed, before: [atB, nextB], after: [atA, nextA] })
    atB = nextB
    atA = nextA
  }
}

/** Elements that both ranges have exactly once, as many as keep their order in both. */
function anchorsOf({ before, after }: Work, b: Range, a: Range): Range[] {
  const inBefore = placesOfUnique(before, b)
  const pairs: Range[] = []
  for (const [element, place] of placesOfUnique(after, a)) {
    const partner = inBefore.get(element)
    if (partner !== undefined) pairs.push([partner, place])
  }
  return longestIncreasing(pairs)
}

function placesOfUnique(elements: readonly string[], [start, end]: Range): Map<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (let place = start; place < end; place++) {
    const element = elements[place]
    if (element === undefined || repeated.has(element)) continue
    if (places.delete(element)) repeated.add(element)
    else places.set(element, place)
  }
  return places
}

/** Of pairs in ascending order of their second, the longest part that ascends in the first, too (patience sorting). */
function longestIncreasing(pairs: readonly Range[]): Range[] {
  const piles: { pair: Range; under: number }[][] = []
  for (const pair of pairs) {
    let [low, high] = [0, piles.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((piles[middle]?.at(-1)?.pair[0] ?? Infinity) < pair[0]) low = middle + 1
      else high = middle
    }
    const entry = { pair, under: (piles[low - 1]?.length ?? 0) - 1 }
    const pile = piles[low]
    if (pile === undefined) piles.push([entry])
    else pile.push(entry)
  }
  const longest: Range[] = []
  let place = (piles.at(-1)?.length ?? 0) - 1
  for (const pile of piles.toReversed()) {
    const entry = pile[place]
    if (entry === undefined) break
    longest.push(entry.pair)
    place = entry.under
  }
  return longest.toReversed()
}
