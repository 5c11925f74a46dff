import { languageBase } from '../language/dictionaries'
import type { StyleTerm } from './term'
import { isPlural } from './word-forms'

/** What the house style offers for some words, in the number and with the capitals that they have. */
export function replacementsFor({ avoid, prefer }: Pick<StyleTerm, 'avoid' | 'prefer'>, words: string, language: string): string[] {
  const many = isPlural(words, avoid, languageBase(language))
  return [...new Set(prefer.map((preferred) => withCapitalsOf(words, many && preferred.many !== '' ? preferred.many : preferred.one, language)))]
}

/**
 * A text with the capitals of another one: all of them where the other has no small letter, the first where the other begins
 * with one. What has capitals of its own keeps them.
 */
export function withCapitalsOf(words: string, text: string, language: string): string {
  const letters = words.match(/\p{L}/gu) ?? []
  const cased = letters.filter((letter) => letter.toLowerCase() !== letter.toUpperCase())
  if (cased.length > 1 && cased.every((letter) => letter === letter.toUpperCase())) return text.toLocaleUpperCase(localeOr(language))
  const [first] = cased
  if (first === undefined || first !== first.toUpperCase()) return text
  const [initial = ''] = text
  return initial.toLocaleUpperCase(localeOr(language)) + text.slice(initial.length)
}

function localeOr(tag: string): string | undefined {
  return languageBase(tag) === '' ? undefined : tag
}
