import { whenNeeded } from '../when-needed'

const of = (granularity: 'grapheme' | 'word' | 'sentence') => whenNeeded(() => new Intl.Segmenter(undefined, { granularity }))

/** What tells characters as a reader sees them (graphemes, UAX #29), the same one for all who ask. */
export const graphemeSegmenter = of('grapheme')
/** What tells words, by a dictionary where a script has no spaces (UAX #29). */
export const wordSegmenter = of('word')
/** What tells sentences (UAX #29) where a text's language does not matter. */
export const sentenceSegmenter = of('sentence')
