import { graphemeSegmenter } from './segmenters'

/** Text of characters that are a grapheme each, so that it need not be segmented: Latin, Greek and Cyrillic letters, punctuation and signs. */
// oxlint-disable-next-line no-control-regex -- the range begins where characters begin
export const standAlone = /^[\u0000-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u202f]*$/

/** The first character of a text as a reader sees it; '' of none. */
export function firstGrapheme(text: string): string {
  if (standAlone.test(text)) return text.charAt(0)
  const [first] = graphemeSegmenter().segment(text)
  return first?.segment ?? ''
}

/** The longest start of a text of at most `limit` UTF-16 units that cuts no grapheme (UAX #29) in two; may be empty. */
export function wholeGraphemes(text: string, limit: number): string {
  if (text.length <= limit) return text
  let end = 0
  // A grapheme that is still open after so many more units is far too long, and would be left out anyway.
  for (const { index, segment } of graphemeSegmenter().segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  return text.slice(0, end)
}
