import { cutPiece } from './cut-pieces'
import { fewestWords, movedRuns } from './moved-runs'
import { movedSentences, type Matched } from './moved-sentences'
import type { RedlineBlock } from './redline-shape'
import { signsOf, type Sign } from './signs'

/** Blocks of which some pieces have a number in their `part`: of the move that they are, or of what was edited in one. */
export interface WithMovedWords {
  readonly blocks: RedlineBlock[]
  /** The numbers that are edits: words that went where a move began, and words that came in their stead where it ended. */
  readonly edits: ReadonlySet<number>
}

/**
 * The blocks, with words that were deleted at one place and inserted at another marked as moved: sentences and footnotes, be it
 * with small edits, and then any run of words. The text of no piece changes; some are cut in parts.
 */
export function withMovedWords(blocks: readonly RedlineBlock[]): WithMovedWords {
  const [gone, come] = [signsOf(blocks, 'deleted'), signsOf(blocks, 'inserted')]
  if (gone.length < 2 || come.length < 2) return { blocks: [...blocks], edits: new Set() }
  const sentences = movedSentences(gone, come)
  const taken = (matches: readonly Matched[]) => ({ gone: new Set(matches.flatMap(({ gone: range }) => indexes(range.start, range.end))), come: new Set(matches.flatMap(({ come: range }) => indexes(range.start, range.end))) })
  const runs = gone.length < fewestWords || come.length < fewestWords ? [] : movedRuns(gone, come, taken(sentences))
  const all = [...sentences, ...runs].sort((one, other) => one.come.start - other.come.start)
  if (all.length === 0) return { blocks: [...blocks], edits: new Set() }
  const { numbers, edits } = numbered(extended(all, gone, come, taken(all)), gone, come)
  return { edits, blocks: blocks.map((block, index) => ({ ...block, pieces: block.pieces.flatMap((piece, place) => cutPiece(piece, (token) => numbers.get([index, place, token].join(' ')))) })) }
}

const indexes = (start: number, end: number): number[] => Array.from({ length: end - start }, (_, offset) => start + offset)

/** Each with the words beside it that moved along: a short sentence before or behind a longer one. */
function extended(matches: readonly Matched[], gone: readonly Sign[], come: readonly Sign[], taken: { readonly gone: Set<number>; readonly come: Set<number> }): Matched[] {
  return matches.map((match) => {
    let [from, to] = [match.gone, match.come]
    const pairs = [...match.pairs]
    const take = (b: number, a: number): boolean => {
      const [one, other] = [gone[b], come[a]]
      if (one === undefined || one.text !== other?.text || taken.gone.has(b) || taken.come.has(a)) return false
      if (one.run !== gone[from.start]?.run || other.run !== come[to.start]?.run) return false
      taken.gone.add(b)
      taken.come.add(a)
      return true
    }
    while (take(from.end, to.end)) {
      pairs.push([from.end, to.end])
      ;[from, to] = [{ ...from, end: from.end + 1 }, { ...to, end: to.end + 1 }]
    }
    while (take(from.start - 1, to.start - 1)) {
      pairs.unshift([from.start - 1, to.start - 1])
      ;[from, to] = [{ ...from, start: from.start - 1 }, { ...to, start: to.start - 1 }]
    }
    return { gone: from, come: to, pairs }
  })
}

/** The number of each sign by its place. What stood together and stands together is one move; what was edited at one spot of it is one edit. */
function numbered(matches: readonly Matched[], gone: readonly Sign[], come: readonly Sign[]): { readonly numbers: ReadonlyMap<string, number>; readonly edits: ReadonlySet<number> } {
  const numbers = new Map<string, number>()
  const edits = new Set<number>()
  let [next, move] = [0, 0]
  const give = (signs: readonly Sign[], places: readonly number[], number: number): void => {
    for (const place of places) numbers.set(signs[place]?.at.join(' ') ?? '', number)
  }
  matches.forEach((match, index) => {
    const last = matches[index - 1]
    if (last === undefined || !isNext(last, match, gone, come)) move = next++
    let [b, a] = [match.gone.start, match.come.start]
    for (const [toB, toA] of [...match.pairs, [match.gone.end, match.come.end] as const]) {
      const [went, came] = [indexes(b, toB), indexes(a, toA)]
      if (went.length + came.length > 0) {
        edits.add(next)
        give(gone, went, next)
        give(come, came, next)
        next += 1
      }
      if (toB < match.gone.end && toA < match.come.end) {
        give(gone, [toB], move)
        give(come, [toA], move)
      }
      ;[b, a] = [toB + 1, toA + 1]
    }
  })
  return { numbers, edits }
}

function isNext(last: Matched, match: Matched, gone: readonly Sign[], come: readonly Sign[]): boolean {
  const isOneRun = (signs: readonly Sign[], one: number, other: number): boolean => signs[one]?.run === signs[other]?.run
  return last.gone.end === match.gone.start && last.come.end === match.come.start && isOneRun(gone, last.gone.start, match.gone.start) && isOneRun(come, last.come.start, match.come.start)
}
