import { wholeGraphemes } from './graphemes'
import { unspacedLetter } from './scripts'
import { wordSegmenter } from './segmenters'

/**
 * The longest start of `text` that ends at a word and is at most `limit` UTF-16 units long, ellipsis included, when
 * something had to be cut. Never cuts inside a grapheme (UAX #29). White space is made single. Only a first word that is
 * longer than all the room is cut.
 * @throws RangeError when `limit` is under 2.
 */
export function excerpt(text: string, limit: number): string {
  if (limit < 2) throw new RangeError('An excerpt needs room for a letter and an ellipsis')
  const whole = text.replace(/\s+/g, ' ').trim()
  if (whole.length <= limit) return whole
  const start = wholeGraphemes(whole, limit - 1)
  return `${withoutLooseEnd(wholeWords(whole, start.length) || start)}…`
}

/** The words that end within the first `limit` units. */
function wholeWords(whole: string, limit: number): string {
  if (whole.charAt(limit) === ' ') return whole.slice(0, limit)
  const space = whole.lastIndexOf(' ', limit - 1)
  const cut = whole.slice(space + 1, limit + 1)
  if (!unspacedLetter.test(cut)) return whole.slice(0, Math.max(0, space))
  // No spaces to go by: the words of this run are told by the dictionary.
  let end = space
  for (const { index, segment } of wordSegmenter().segment(whole.slice(space + 1, limit + 64))) {
    if (space + 1 + index + segment.length > limit) break
    end = space + 1 + index + segment.length
  }
  return whole.slice(0, Math.max(0, end))
}

/** Without the signs that would stand before the ellipsis, unless there is nothing else. */
function withoutLooseEnd(text: string): string {
  return text.replace(/[\s,;:.–—-]+$/u, '') || text.trimEnd()
}
