import { languageBase } from '../language/dictionaries'
import { hole } from '../language/flows'
import { sentences, type Piece } from '../story/sentences'
import { syllablesIn } from './syllables'

/** What readability is reckoned from. Sums of several texts are those of all of them. */
export interface ReadingCounts {
  readonly sentences: number
  readonly words: number
  readonly syllables: number
}
export const noReading: ReadingCounts = { sentences: 0, words: 0, syllables: 0 }

/** A formula for how easy a text is to read: about 0 (very hard) to 100 (very easy). */
export interface ReadabilityFormula {
  readonly name: string
  readonly source: string
  readonly score: (perSentence: number, perWord: number) => number
}

type Scored = keyof typeof syllablesIn

const formulas: Readonly<Record<Scored, ReadabilityFormula>> = {
  en: {
    name: 'Flesch reading ease',
    source: 'R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948)',
    score: (perSentence, perWord) => 206.835 - 1.015 * perSentence - 84.6 * perWord,
  },
  es: {
    name: 'Flesch–Szigriszt',
    source: 'F. Szigriszt Pazos, Sistemas predictivos de legibilidad del mensaje escrito: fórmula de perspicuidad, Madrid (1993)',
    score: (perSentence, perWord) => 206.835 - perSentence - 62.3 * perWord,
  },
  fr: {
    name: 'Kandel–Moles',
    source: 'L. Kandel and A. Moles, Application de l’indice de Flesch à la langue française, Cahiers Études de Radio-Télévision 19 (1958)',
    score: (perSentence, perWord) => 207 - 1.015 * perSentence - 73.6 * perWord,
  },
  pt: {
    name: 'Flesch for Portuguese',
    source: 'T. Martins, C. Ghiraldelo, M. Nunes and O. Oliveira, Readability formulas applied to textbooks in Brazilian Portuguese, ICMC-USP (1996)',
    score: (perSentence, perWord) => 248.835 - 1.015 * perSentence - 84.6 * perWord,
  },
}

const scored = (language: string): Scored | null => {
  const base = languageBase(language)
  return base === 'en' || base === 'es' || base === 'fr' || base === 'pt' ? base : null
}

/** The formula for a language, or null when there is none that is well founded. */
export function formulaFor(language: string): ReadabilityFormula | null {
  const key = scored(language)
  return key === null ? null : formulas[key]
}

/** The score of a text, to the nearest whole number; null without a formula or without words. */
export function readingScore({ sentences, words, syllables }: ReadingCounts, language: string): number | null {
  const formula = formulaFor(language)
  return formula === null || words === 0 || sentences === 0 ? null : Math.round(formula.score(words / sentences, syllables / words))
}

/** What a score means, in words. */
export function scoreInWords(score: number): string {
  if (score >= 80) return 'very easy'
  if (score >= 65) return 'easy'
  if (score >= 50) return 'fairly hard'
  return score >= 30 ? 'hard' : 'very hard'
}

/** A sentence of a text, without the white space around it, and its number of words. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly words: number
}

const wordLike = /[\p{L}\p{M}\p{N}]+(?:[’'.,-][\p{L}\p{M}\p{N}]+)*/gu
const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(language: string): Intl.Segmenter {
  const base = languageBase(language)
  const known = segmenters.get(base) ?? new Intl.Segmenter(base === '' ? undefined : base, { granularity: 'sentence' })
  segmenters.set(base, known)
  return known
}

/** Greek ends questions with a semicolon: only its own segmenter knows. */
const piecesOf = (text: string, language: string): Iterable<Piece> => (languageBase(language) === 'el' ? segmenterFor(language).segment(text) : sentences(text, () => segmenterFor(language)))

/** The sentences of a text (UAX #29). A title with a stop, such as Dr., may end one too early. */
export function sentencesIn(text: string, language: string): Sentence[] {
  const found: Sentence[] = []
  for (const { segment, index } of piecesOf(text.replaceAll(hole, ' '), language)) {
    const words = segment.match(wordLike)?.length ?? 0
    const from = index + (segment.length - segment.trimStart().length)
    if (words > 0) found.push({ from, to: index + segment.trimEnd().length, words })
  }
  return found
}

/** What a text adds to the readability of a story. */
export function readingCounts(text: string, language: string): ReadingCounts {
  const key = scored(language)
  const words = text.match(wordLike) ?? []
  return { sentences: sentencesIn(text, language).length, words: words.length, syllables: key === null ? 0 : words.reduce((sum, word) => sum + syllablesIn[key](word), 0) }
}

export const sumOfReading = (a: ReadingCounts, b: ReadingCounts): ReadingCounts => ({ sentences: a.sentences + b.sentences, words: a.words + b.words, syllables: a.syllables + b.syllables })

/** A sentence of more words than this is hard to follow, in any language. */
export const longSentence = 35
