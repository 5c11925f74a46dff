import { wholeGraphemes } from '../story/graphemes'
import { graphemeSegmenter } from '../story/segmenters'

/** The end of a text of at most `limit` UTF-16 units, from the beginning of a word where there is one. */
export function graphemeBefore(text: string, limit: number): string {
  if (text.length <= limit) return text
  // A little more than fits, so that a cut grapheme at the start of it can be told and left out.
  const end = text.slice(-limit - 16)
  let start = 0
  for (const { index } of graphemeSegmenter().segment(end)) {
    start = index
    if (end.length - index <= limit) break
  }
  const kept = end.slice(start)
  const word = kept.search(/\s/)
  return word >= 0 && word < kept.length / 2 ? kept.slice(word + 1) : kept
}

/** The start of a text of at most `limit` UTF-16 units, to the end of a word where there is one. */
export function graphemeAfter(text: string, limit: number): string {
  if (text.length <= limit) return text
  const kept = wholeGraphemes(text, limit)
  const word = kept.search(/\s\S*$/)
  return word > kept.length / 2 ? kept.slice(0, word) : kept
}
