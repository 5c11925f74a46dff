/** How many matches a search looks at, the newest first. */
export const searchReach = 1000

/**
 * What someone typed, as an FTS5 query that can't be wrong: every word as a quoted string, the last one as the beginning of a
 * word. Null when there is no word in it, and nothing can be found.
 */
export function searchTerms(text: string): string | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)
  if (words === null) return null
  const terms = words.slice(0, 16).map((word) => `"${word}"`)
  return `${terms.join(' AND ')}*`
}
