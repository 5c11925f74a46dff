import { unspacedLetter } from '../story/scripts'
import type { FindOptions } from './find-options'

/**
 * What the index of words can say beforehand of a search: an FTS5 query that every story with a match fits (others may fit, too),
 * or null when the index can't help. The first and the last word of the text may be parts of longer ones unless whole words
 * are asked for; the last can still be looked up by its beginning.
 */
export function indexTerms({ text, ignoreAccents, wholeWord, regexp }: FindOptions): string | null {
  // Words of scripts without spaces are not told apart in the index.
  if (regexp || unspacedLetter.test(text)) return null
  // It has Latin words without accents, and those of other scripts with all their signs.
  if (ignoreAccents && /(?!\p{Script=Latin})\p{L}/u.test(text)) return null
  const words = text.normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  const whole = words.slice(wholeWord || !startsWithWord(text) ? 0 : 1, wholeWord || !endsWithWord(text) ? words.length : -1).map((word) => `"${word}"`)
  const last = words.at(-1)
  const beginning = !wholeWord && words.length > 1 && endsWithWord(text) && last !== undefined ? [`"${last}"*`] : []
  const terms = [...whole, ...beginning]
  return terms.length === 0 ? null : terms.join(' AND ')
}

const startsWithWord = (text: string): boolean => /^[\p{L}\p{M}\p{N}]/u.test(text)
const endsWithWord = (text: string): boolean => /[\p{L}\p{M}\p{N}]$/u.test(text)
