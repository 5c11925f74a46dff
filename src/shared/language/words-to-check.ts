/** A word of a text, in UTF-16 units. */
export interface TextWord {
  readonly from: number
  readonly to: number
  readonly word: string
}

/** What is no prose: addresses, mail addresses, names of files and sites, hashtags and names of accounts. */
const notProse = /(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/|[Ww]{3}\.)\S+|[^\s@]+@[^\s@]+\.[^\s@]+|[@#][\p{L}\p{N}_]+|[\p{L}\p{N}_-]+(?:[./\\][\p{L}\p{N}_-]+)*\.[a-z]{2,4}(?![\p{L}\p{N}])(?:\/\S*)?/gu
/** Letters, with apostrophes and hyphens inside; a vowel sign or an accent belongs to its letter. */
const wordPattern = /[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_\u00ad\u0640\u200c\u200d]|['’‑-](?=[\p{L}\p{N}]))*/gu
const hasDigit = /[\p{N}_]/u
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * The words of a text whose spelling can be wrong: no addresses, nothing with digits, nothing in capitals only (an abbreviation), no
 * single letter, and no script that puts no spaces between words.
 */
export function wordsToCheck(text: string): TextWord[] {
  const prose = text.replace(notProse, (found) => ' '.repeat(found.length))
  const words: TextWord[] = []
  for (const { 0: word, index } of prose.matchAll(wordPattern)) if (canBeWrong(word)) words.push({ from: index, to: index + word.length, word })
  return words
}

function canBeWrong(word: string): boolean {
  if (word.length < 2 || hasDigit.test(word) || unspaced.test(word)) return false
  return word !== word.toUpperCase() || word === word.toLowerCase()
}

/** Soft hyphens, joiners, and the strokes and vowel signs that Arabic may be written without. */
const invisible = /\u00ad|\u0640|\u200c|\u200d|[\u064b-\u0652]|\u0670/g

/** A word as dictionaries have it: one form of each letter, no invisible characters, the typewriter's apostrophe and hyphen, no Arabic vowel signs. */
export function plainWord(word: string): string {
  return word
    .normalize('NFC')
    .replace(invisible, '')
    .replaceAll('’', "'")
    .replaceAll('‑', '-')
}
