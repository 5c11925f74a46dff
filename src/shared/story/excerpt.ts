const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * The longest start of `text` that ends at a word and is at most `limit` UTF-16 units long, ellipsis included, when
 * something had to be cut. Never cuts inside a grapheme (UAX #29). White space is made single.
 * @throws RangeError when `limit` is under 2.
 */
export function excerpt(text: string, limit: number): string {
  if (limit < 2) throw new RangeError('An excerpt needs room for a letter and an ellipsis')
  const whole = text.replace(/\s+/g, ' ').trim()
  if (whole.length <= limit) return whole
  const start = wholeGraphemes(whole, limit - 1)
  const atWord = /\s/.test(whole.charAt(start.length)) ? start : start.slice(0, Math.max(0, start.search(/\s\S*$/)))
  return `${(atWord || start).replace(/[\s,;:.–—-]+$/u, '')}…`
}

function wholeGraphemes(text: string, limit: number): string {
  let end = 0
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  return text.slice(0, end)
}
