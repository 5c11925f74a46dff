import { sentenceSegmenter } from './segmenters'

/** A piece of a text, and where it begins. Joined, all pieces are the text. */
export interface Piece {
  readonly segment: string
  readonly index: number
}

// What Latin text is made of. Signs that join up with their neighbours (accents that stand apart, soft hyphens) are none of it.
const plain = /^[\t\n\r -~\u00a0-\u00ac\u00ae-\u017f\u2010-\u201f\u2022\u2026\u2039\u203a\u20ac]*$/
/** What may end a sentence, with what closes behind it and the space that still belongs to it. */
const stop = String.raw`(?<stop>[.!?])(?<closing>["'()[\]{}\u00ab\u00bb\u2018-\u201f\u2039\u203a]*)(?<space>[ \t\u00a0]*)`
// Whether a sentence goes on after a semicolon is told differently by the versions of Unicode.
const unsure = new RegExp(`${stop};`, 'u')
const line = String.raw`\r\n|\n|\r`
/** The end of a sentence, with that of its line; or a line's end. */
const end = new RegExp(`${stop}(?<line>${line})?|${line}`, 'gu')

/**
 * The sentences of a text as UAX #29 tells them, white space behind them included. Plain Latin text goes by a pattern: the platform's
 * segmenter gives the same, is many times slower, and holds two megabytes when it has read a long story.
 */
export function* sentences(text: string, segmenter: () => Intl.Segmenter = sentenceSegmenter): Iterable<Piece> {
  if (!plain.test(text) || unsure.test(text)) return yield* segmenter().segment(text)
  let index = 0
  for (const match of text.matchAll(end)) {
    const after = match.index + match[0].length
    if (!endsSentence(text, match, after)) continue
    yield { segment: text.slice(index, after), index }
    index = after
  }
  if (index < text.length) yield { segment: text.slice(index), index }
}

/** Rules SB4 to SB11 of UAX #29, for text that is plain. */
function endsSentence(text: string, { index, groups = {} }: RegExpExecArray, after: number): boolean {
  if (groups['stop'] === undefined || groups['line'] !== undefined) return true
  const rest = text.slice(after)
  // Another stop, or a comma or dash, goes on with the sentence (SB8a).
  if (/^[.!?,:\u002d\u2013\u2014]/.test(rest)) return false
  if (groups['stop'] !== '.') return true
  const touches = groups['closing'] === '' && groups['space'] === ''
  // ‘3.5’ (SB6); ‘U.S’ (SB7).
  if (touches && /^\d/.test(rest)) return false
  if (touches && /^\p{Uppercase}/u.test(rest) && /[\p{Uppercase}\p{Lowercase}]/u.test(text.charAt(index - 1))) return false
  // A small letter that comes before any other (SB8).
  return !/^[^\p{Alphabetic}\r\n.!?]*\p{Lowercase}/u.test(rest)
}
