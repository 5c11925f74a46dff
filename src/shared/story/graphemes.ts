const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The longest start of a text of at most `limit` UTF-16 units that cuts no grapheme (UAX #29) in two; may be empty. */
export function wholeGraphemes(text: string, limit: number): string {
  if (text.length <= limit) return text
  let end = 0
  // A grapheme that is still open after so many more units is far too long, and would be left out anyway.
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  return text.slice(0, end)
}
