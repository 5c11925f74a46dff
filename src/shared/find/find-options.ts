import { z } from 'zod'

/** What is searched for, and how. */
export const FindOptions = z.object({
  text: z.string().max(1000),
  /** Whether a capital differs from a small letter. */
  matchCase: z.boolean(),
  /** Whether ‘e’ finds ‘é’ as well, and ‘é’ finds ‘e’; of an expression, nothing. */
  ignoreAccents: z.boolean(),
  /** Whether a match must begin and end at the border of a word. */
  wholeWord: z.boolean(),
  /** Whether the text is a regular expression (JavaScript's, with Unicode). */
  regexp: z.boolean(),
})
export type FindOptions = z.infer<typeof FindOptions>
