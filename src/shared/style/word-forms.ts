const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** A word as the source of a pattern: apostrophes and hyphens in any shape, Arabic with or without vowel signs. */
function literal(word: string): string {
  const letters = [...word.normalize('NFC')].map((letter) => (/['’]/.test(letter) ? "['’]" : /[-‐‑]/.test(letter) ? '[-‐‑]' : escaped(letter)))
  return letters.join(/\p{Script=Arabic}/u.test(word) ? '[\\u0640\\u064b-\\u0652]*' : '')
}

/** What may follow a word in a language, each ending after the part of the word that it takes away. Longest first. */
const endings: Readonly<Record<string, (word: string) => string>> = {
  en(word) {
    const possessive = "(?:['’]s|['’](?!\\p{L}))?"
    if (/[^aeiou]y$/i.test(word)) return `${literal(word.slice(0, -1))}(?:ies|y)${possessive}`
    return `${literal(word)}(?:${/(?:s|x|z|ch|sh)$/i.test(word) ? 'es' : 's'})?${possessive}`
  },
  es(word) {
    if (/[oa]$/i.test(word)) return `${literal(word.slice(0, -1))}[oa]s?`
    if (/z$/i.test(word)) return `${literal(word.slice(0, -1))}(?:ces|z)`
    return `${literal(word)}(?:es|s)?`
  },
  pt(word) {
    if (/[oa]$/i.test(word)) return `${literal(word.slice(0, -1))}[oa]s?`
    if (/al$/i.test(word)) return `${literal(word.slice(0, -1))}(?:is|l)`
    if (/m$/i.test(word)) return `${literal(word.slice(0, -1))}(?:ns|m)`
    return `${literal(word)}(?:es|s)?`
  },
  fr(word) {
    if (/al$/i.test(word)) return `${literal(word.slice(0, -1))}(?:ux|les?|l)`
    return `${literal(word)}(?:es|e|s|x)?`
  },
  ar(word) {
    const stem = word.replace(/^ال/, '')
    const end = /[ةه]$/.test(stem) ? `${literal(stem.slice(0, -1))}(?:ات|تين|ة|ه)` : `${literal(stem)}(?:ون|ين|ان|ات|ة|ه)?`
    return `(?:[وف])?(?:ب?ال|كال|لل|[بكل])?${end}`
  },
}

/**
 * The source of a pattern (flag `u`) for some words one after another, with white space of any width between them.
 * @param language Whose endings count, without its region; null for the words exactly as they are.
 */
export function patternOfWords(words: string, language: string | null): string {
  const form = (language === null ? undefined : endings[language]) ?? literal
  // What comes between words, or a short word such as ‘of’ or ‘de’, has no forms.
  return words
    .split(/\s+/)
    .map((word) => (word.length <= 2 || !/^[\p{L}\p{M}'’‐‑-]+$/u.test(word) ? literal(word) : form(word)))
    .join('[\\s\\u00a0\\u202f]+')
}

/** Whether words speak of several where those that they are a form of speak of one. */
export function isPlural(found: string, avoid: string, language: string): boolean {
  const ofMany = language === 'ar' ? /(?:ون|ين|ات)$/u : /(?:s|x|s['’])$/iu
  const parts = found.split(/\s+/)
  return avoid.split(/\s+/).some((word, index) => ofMany.test(parts[index]?.replace(/['’]s$/i, '') ?? '') && !ofMany.test(word))
}
