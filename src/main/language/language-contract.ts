import { z } from 'zod'
import { InclusiveNote, SpellingVerdict } from '../../shared/language/desk-language'

/** What the process that knows languages is asked. */
export const LanguageQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('check'), language: z.string(), words: z.array(z.string()) }),
  z.object({ kind: z.literal('suggest'), language: z.string(), word: z.string() }),
  z.object({ kind: z.literal('inclusive'), texts: z.array(z.string()) }),
])
export type LanguageQuestion = z.infer<typeof LanguageQuestion>

export const languageAnswers = { check: SpellingVerdict, suggest: z.array(z.string()), inclusive: z.array(z.array(InclusiveNote)) } as const
export type LanguageAnswer<K extends LanguageQuestion['kind']> = z.output<(typeof languageAnswers)[K]>

export const ToLanguage = z.object({ id: z.number(), question: LanguageQuestion })
export type ToLanguage = z.infer<typeof ToLanguage>

export const FromLanguage = z.object({ id: z.number(), answer: z.unknown(), failed: z.string().nullable() })
export type FromLanguage = z.infer<typeof FromLanguage>
