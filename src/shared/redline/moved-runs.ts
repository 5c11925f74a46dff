import type { Matched } from './moved-sentences'
import { wordsAmong, type Sign } from './signs'

/** A run of so many words at least, word for word at another place, was moved there: about a short sentence. */
export const fewestWords = 6
/** Of a run that begins at many places only these are looked at. */
const mostPlaces = 8

/** Runs that both lists have, word for word, the longest ones first; what is taken already is in none of them. */
export function movedRuns(gone: readonly Sign[], come: readonly Sign[], taken: { readonly gone: ReadonlySet<number>; readonly come: ReadonlySet<number> }): Matched[] {
  const places = new Map<string, number[]>()
  gone.forEach((_, index) => {
    const start = startAt(gone, index, taken.gone)
    const known = start === null ? undefined : places.get(start)
    if (known !== undefined && known.length < mostPlaces) known.push(index)
    else if (known === undefined && start !== null) places.set(start, [index])
  })
  const found: Run[] = []
  for (let to = 0; to < come.length; ) {
    const start = startAt(come, to, taken.come)
    const best = (start === null ? [] : (places.get(start) ?? [])).map((from) => ({ from, to, length: sameFrom(gone, from, come, to, taken) })).sort((one, other) => other.length - one.length)[0]
    if (best !== undefined && wordsAmong(come.slice(to, to + best.length)).length >= fewestWords) found.push(best)
    to += best?.length ?? 1
  }
  return longestFirst(found).map(({ from, to, length }) => ({ gone: { start: from, end: from + length }, come: { start: to, end: to + length }, pairs: Array.from({ length }, (_, offset) => [from + offset, to + offset]) }))
}

interface Run {
  readonly from: number
  readonly to: number
  readonly length: number
}

/** The first signs of a run that may have been moved; null where fewer follow. */
function startAt(signs: readonly Sign[], index: number, taken: ReadonlySet<number>): string | null {
  const some = signs.slice(index, index + fewestWords)
  if (some.length < fewestWords || some[0]?.run !== some.at(-1)?.run || some.some((_, offset) => taken.has(index + offset))) return null
  return some.map(({ text }) => text).join('\u0001')
}

function sameFrom(gone: readonly Sign[], from: number, come: readonly Sign[], to: number, taken: { readonly gone: ReadonlySet<number>; readonly come: ReadonlySet<number> }): number {
  let length = 0
  const isSame = (): boolean => {
    const [one, other] = [gone[from + length], come[to + length]]
    if (one === undefined || one.text !== other?.text || taken.gone.has(from + length) || taken.come.has(to + length)) return false
    return one.run === gone[from]?.run && other.run === come[to]?.run
  }
  while (isSame()) length += 1
  return length
}

/** None of the shorter ones takes words from where a longer one took them. */
function longestFirst(found: readonly Run[]): Run[] {
  const taken = new Set<number>()
  return [...found]
    .sort((one, other) => other.length - one.length || one.to - other.to)
    .filter(({ from, length }) => {
      const places = Array.from({ length }, (_, offset) => from + offset)
      if (places.some((place) => taken.has(place))) return false
      for (const place of places) taken.add(place)
      return true
    })
}
