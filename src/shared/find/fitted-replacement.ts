import { withCapitalsOf } from '../style/replacement'
import type { FindOptions } from './find-options'

/**
 * What takes the place of some words that were found: with their capitals, where somebody looks for small letters, lets capitals pass, and writes
 * the replacement in small letters, too. Whoever replaces a word by itself wants just the other letters.
 */
export function fittedReplacement(found: string, replacement: string, { text, matchCase, regexp }: FindOptions): string {
  if (matchCase || regexp || !isSmall(text) || !isSmall(replacement) || replacement === text) return replacement
  return withCapitalsOf(found, replacement, '')
}

const isSmall = (text: string): boolean => text === text.toLowerCase()
