import { languageBase } from '../language/dictionaries'
import { unspacedLetter } from '../story/scripts'
import type { StyleTerm } from './term'
import { patternOfWords } from './word-forms'

/** Words of a text that the house style avoids, in UTF-16 units. */
export interface StyleMatch {
  readonly from: number
  readonly to: number
  readonly words: string
  readonly term: StyleTerm
}

/** The matches in a text, in its order; none touches another. Of several that begin at one place the longest counts. */
export type Matcher = (text: string) => StyleMatch[]

const before = '(?<![\\p{L}\\p{M}\\p{N}_])'
const after = '(?![\\p{L}\\p{M}\\p{N}_])'

interface Rule {
  readonly term: StyleTerm
  readonly pattern: RegExp
}

/** Where a word, or a run of letters without spaces, begins. */
const wordStart = /(?<![\p{L}\p{M}\p{N}_])[\p{L}\p{N}]/gu

/**
 * A matcher for the terms that hold in a language. Each word of the text is compared only with the terms that begin with its letter, so
 * many terms cost little more than few.
 */
export function matcherFor(terms: readonly StyleTerm[], language: string): Matcher {
  const base = languageBase(language)
  const spaced = new Map<string, Rule[]>()
  const unspaced: Rule[] = []
  for (const term of terms) {
    if (!holdsIn(term, language)) continue
    const rule = { term, pattern: patternOf(term, base) }
    if (unspacedLetter.test(term.avoid)) unspaced.push(rule)
    else for (const letter of firstLetters(term, base)) spaced.set(letter, [...(spaced.get(letter) ?? []), rule])
  }
  if (spaced.size === 0 && unspaced.length === 0) return () => []
  return (text) => {
    const found: StyleMatch[] = []
    let end = 0
    for (const { 0: letter, index } of text.matchAll(unspaced.length > 0 ? /[\p{L}\p{N}]/gu : wordStart)) {
      if (index < end) continue
      const match = longestAt(text, index, [...(spaced.get(letter.toLowerCase()) ?? []), ...unspaced])
      if (match === null) continue
      found.push(match)
      end = match.to
    }
    return found
  }
}

function holdsIn({ language }: StyleTerm, storyLanguage: string): boolean {
  if (language === '') return true
  const wanted = language.toLowerCase()
  const is = storyLanguage.toLowerCase()
  return is === wanted || is.startsWith(`${wanted}-`) || (languageBase(is) === wanted)
}

function patternOf({ avoid, forms, matchCase, language }: StyleTerm, base: string): RegExp {
  const flags = matchCase ? 'yu' : 'yiu'
  if (unspacedLetter.test(avoid)) return new RegExp(patternOfWords(avoid, null), flags)
  return new RegExp(`${before}${patternOfWords(avoid, forms ? languageBase(language) || base : null)}${after}`, flags)
}

/** The letters that a form of a term can begin with: Arabic puts its article and short words in front. */
function firstLetters({ avoid, forms }: StyleTerm, base: string): Set<string> {
  const first = (text: string): string => [...text.normalize('NFC')][0]?.toLowerCase() ?? ''
  return new Set(base === 'ar' && forms ? [first(avoid), first(avoid.replace(/^ال/, '')), ...'اوفبكل'] : [first(avoid)])
}

function longestAt(text: string, index: number, rules: readonly Rule[]): StyleMatch | null {
  let best: StyleMatch | null = null
  for (const { term, pattern } of rules) {
    pattern.lastIndex = index
    const words = pattern.exec(text)?.[0]
    if (words !== undefined && words !== '' && (best === null || index + words.length > best.to)) best = { from: index, to: index + words.length, words, term }
  }
  return best
}
