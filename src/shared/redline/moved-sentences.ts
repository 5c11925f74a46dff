import { align } from './align'
import { fewestWords } from './moved-runs'
import { footnotesIn, sentencesIn, wordsAmong, type Sign, type SignRange } from './signs'
import { bagOf, mostInCommon, partInCommon, type Bag } from './words-in-common'

/** Words that went at one place and came at another, by indexes of their signs. */
export interface Matched {
  readonly gone: SignRange
  readonly come: SignRange
  /** The signs that are the same at both places, in order; the others were changed on the way. */
  readonly pairs: readonly (readonly [gone: number, come: number])[]
}

/**
 * A sentence that shares so much of its words is the same sentence at another place. Of twelve words three may be others.
 * Sentences that were written from one template (‘In March 12 ships called at Merrow’, ‘In May 14 ships called at Lagoa’)
 * share about two thirds, and must not pass for each other: a reviewer who is told ‘moved’ reads less carefully.
 */
const enoughOfSentence = 0.75
/** A footnote is one thing, whose call shows where it begins and ends: less of it is enough, as for a block. */
const enoughOfNote = 0.6
const fewestWordsOfNote = 2
/** More pairs than this aren't compared word by word. */
const mostCompared = 40_000

/** Sentences, and then footnotes, that stand elsewhere now, be it with small edits. Each is in one pair at most. */
export function movedSentences(gone: readonly Sign[], come: readonly Sign[]): Matched[] {
  const sentences = pairsOf(gone, come, sentencesIn(gone), sentencesIn(come), fewestWords, enoughOfSentence)
  const isIn = (side: 'gone' | 'come', { start }: SignRange): boolean => sentences.some((pair) => start >= pair[side].start && start < pair[side].end)
  const notes = [footnotesIn(gone).filter((note) => !isIn('gone', note)), footnotesIn(come).filter((note) => !isIn('come', note))] as const
  return [...sentences, ...pairsOf(gone, come, ...notes, fewestWordsOfNote, enoughOfNote)]
}

interface Worded {
  readonly range: SignRange
  readonly words: Bag
  readonly spot: string
}

function pairsOf(gone: readonly Sign[], come: readonly Sign[], before: readonly SignRange[], after: readonly SignRange[], fewest: number, enough: number): Matched[] {
  const worded = (signs: readonly Sign[], ranges: readonly SignRange[]): Worded[] =>
    ranges.map((range) => ({ range, words: bagOf(wordsAmong(signs.slice(range.start, range.end))), spot: signs[range.start]?.spot ?? '' })).filter(({ words }) => words.length >= fewest)
  const [old, now] = [worded(gone, before), worded(come, after)]
  if (old.length * now.length > mostCompared) return []
  const alike = now.flatMap((is) => old.flatMap((was) => {
    // What took the place of something else was rewritten, not moved.
    if (was.spot === is.spot || mostInCommon(was.words, is.words) < enough) return []
    const score = partInCommon(was.words, is.words)
    return score >= enough ? [{ was, is, score }] : []
  }))
  const taken = new Set<Worded>()
  return alike
    .sort((one, other) => other.score - one.score || one.is.range.start - other.is.range.start)
    .flatMap(({ was, is }): Matched[] => {
      if (taken.has(was) || taken.has(is)) return []
      const match = wordByWord(gone, come, was.range, is.range)
      const kept = wordsAmong(match.pairs.flatMap(([place]) => gone[place] ?? [])).length
      if ((2 * kept) / (was.words.length + is.words.length) < enough) return []
      taken.add(was).add(is)
      return [match]
    })
}

function wordByWord(gone: readonly Sign[], come: readonly Sign[], from: SignRange, to: SignRange): Matched {
  const keys = (signs: readonly Sign[], { start, end }: SignRange): string[] => signs.slice(start, end).map(({ text, isNote }) => (isNote ? `note ${text}` : text))
  const pairs = align(keys(gone, from), keys(come, to)).flatMap(({ same, before, after }) =>
    same ? Array.from({ length: before[1] - before[0] }, (_, offset) => [from.start + before[0] + offset, to.start + after[0] + offset] as const) : [],
  )
  return { gone: trimmed(gone, from, pairs.map(([place]) => place)), come: trimmed(come, to, pairs.map(([, place]) => place)), pairs }
}

/** Without signs at its ends that only one of the two places has: where a sentence ends, its full stop may be another one's. */
function trimmed(signs: readonly Sign[], { start, end }: SignRange, same: readonly number[]): SignRange {
  const [first, last] = [same[0] ?? start, (same.at(-1) ?? end - 1) + 1]
  return { start: wordsAmong(signs.slice(start, first)).length > 0 ? start : first, end: wordsAmong(signs.slice(last, end)).length > 0 ? end : last }
}
