import { wholeGraphemes } from './graphemes'

const standIns: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' }

/** Letters that a slug can have (no capitals, in whatever script), marks on them, digits. */
const slugLetters = '\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}'
const betweenWords = new RegExp(`[^${slugLetters}]+`, 'u')
const wholeSlug = new RegExp(`^[${slugLetters}]+(?:-[${slugLetters}]+)*$`, 'u')

/**
 * The last part of a page's address for a headline: lower case, letters and digits joined by single hyphens, cut at a
 * word when longer than `maxLength` UTF-16 units. Latin letters lose their accents; other scripts are kept as they are.
 * Never empty: a headline without letters gives 'story'.
 */
export function slugFrom(headline: string, maxLength = 80): string {
  const plain = headline
    // Ornamental letters (bold, full-width, ligatures) as what they are.
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    // Accents fall away from Latin letters only: in other scripts marks are part of the word.
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðþłı]/g, (letter) => standIns[letter] ?? letter)
  const words = plain.split(betweenWords).filter((word) => word !== '')
  return joinUpTo(words, maxLength) || 'story'
}

function joinUpTo(words: readonly string[], maxLength: number): string {
  let slug = wholeGraphemes(words[0] ?? '', maxLength)
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > maxLength) break
    slug += `-${word}`
  }
  return slug
}

/** Whether a text can stand as the last part of an address: letters, digits and single hyphens between them. */
export function isSlug(text: string): boolean {
  return wholeSlug.test(text)
}
