import { z } from 'zod'
import { StyleTerm } from '../style/term'
import { DeskWord } from './desk-word'

/** What a desk says about its language: the words that are right here, and its house style. */
export const DeskLanguage = z.object({ words: z.array(DeskWord), terms: z.array(StyleTerm) })
export type DeskLanguage = z.infer<typeof DeskLanguage>

/** What was wrong with the spelling of some words; `available` is false where there is no dictionary for the language. */
export const SpellingVerdict = z.object({ available: z.boolean(), wrong: z.array(z.string()) })
export type SpellingVerdict = z.infer<typeof SpellingVerdict>

/** Words that may hurt or leave someone out, in UTF-16 units of the text that was asked about. */
export const InclusiveNote = z.object({
  from: z.number().int().nonnegative(),
  to: z.number().int().positive(),
  /** Which rule of the list made it. */
  rule: z.string().max(200),
  words: z.string(),
  offers: z.array(z.string()),
  why: z.string(),
})
export type InclusiveNote = z.infer<typeof InclusiveNote>

/** The outcome of an import of words or terms. */
export const LanguageImport = z.object({
  added: z.number(),
  /** What was left out, each with its line. */
  problems: z.array(z.object({ code: z.string(), message: z.string(), place: z.string().optional(), detail: z.string().optional() })),
})
export type LanguageImport = z.infer<typeof LanguageImport>
