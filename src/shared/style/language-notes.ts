import { comparableWords } from '../story/dismissal'
import type { Flow } from '../language/flows'
import type { Matcher } from './matcher'
import { quotationsIn } from './quotation'
import { longSentence, sentencesIn } from './readability'
import { replacementsFor } from './replacement'
import type { StyleTerm } from './term'

/** A remark on the language of some words, that a person may take or set aside. */
export interface LanguageNote {
  readonly kind: 'style' | 'sentence' | 'inclusive'
  readonly from: number
  readonly to: number
  /** The words that it is about. */
  readonly words: string
  /** Which rule made it; with the words it names a dismissal. */
  readonly rule: string
  /** One or two sentences for a person. */
  readonly message: string
  readonly why: string
  /** What can be put there instead; none inside a direct quotation, whose words are not the desk's to change. */
  readonly offers: readonly string[]
  /** Whether the words stand in a direct quotation. */
  readonly quoted: boolean
}

export const styleRule = ({ avoid }: Pick<StyleTerm, 'avoid'>): string => `style:${comparableWords(avoid)}`
export const sentenceRule = 'sentence'

/** A matcher for each language that a story's phrases are in. */
export type MatcherFor = (language: string) => Matcher

/** What the house style and the length of sentences say about a flow. */
export function languageNotesIn(flow: Flow, storyLanguage: string, matcherFor: MatcherFor): LanguageNote[] {
  const quotations = quotationsIn(flow.text)
  const isQuoted = (from: number, to: number): boolean => quotations.some((quotation) => quotation.from <= from && to <= quotation.to)
  const ofStyle = flow.stretches.flatMap(({ from: start, text, language }) =>
    matcherFor(language ?? storyLanguage)(text).map(({ from, to, words, term }): LanguageNote => {
      const quoted = isQuoted(start + from, start + to)
      const offers = replacementsFor(term, words, language ?? storyLanguage)
      return { kind: 'style', from: start + from, to: start + to, words, rule: styleRule(term), message: styleMessage(words, offers, quoted), why: term.why, offers: quoted ? [] : offers, quoted }
    }),
  )
  const long = sentencesIn(flow.text, storyLanguage).filter(({ words }) => words > longSentence)
  const ofLength = long.map(({ from, to, words }): LanguageNote => ({
    kind: 'sentence',
    from,
    to,
    words: flow.text.slice(from, to),
    rule: sentenceRule,
    message: `This sentence has ${words} words. Readers lose the thread of more than ${longSentence}.`,
    why: '',
    offers: [],
    quoted: isQuoted(from, to),
  }))
  return [...ofStyle, ...ofLength]
}

function styleMessage(words: string, offers: readonly string[], quoted: boolean): string {
  const said = `The house style avoids ‘${words}’.`
  if (quoted) return `${said} It stands in a quotation, so the words are the speaker’s.`
  return offers.length === 0 ? `${said} Say it in other words.` : `${said} Write ${offers.map((offer) => `‘${offer}’`).join(' or ')}.`
}
