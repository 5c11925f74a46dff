import { z } from 'zod'

/** What to write instead: as such, and where several are spoken of; `many` is empty when there is no other form. */
export const Preferred = z.object({ one: z.string().trim().min(1).max(200), many: z.string().trim().max(200) })
export type Preferred = z.infer<typeof Preferred>

/** A rule of a desk's house style: what not to write, what to write instead, and why. */
export const StyleTerm = z.object({
  id: z.uuid(),
  /** Words that begin and end with a letter or a digit. */
  avoid: z
    .string()
    .trim()
    .min(1, 'Say which words to avoid')
    .max(200)
    .regex(/^[\p{L}\p{N}](?:.*[\p{L}\p{M}\p{N}])?$/u, 'The words to avoid must begin and end with a letter or a digit'),
  /** Whether the usual endings of the language count, too: plurals, and in Spanish, French and Portuguese genders. */
  forms: z.boolean(),
  /** Whether a capital differs from a small letter. */
  matchCase: z.boolean(),
  /** The language (BCP 47) in which the rule holds; empty for all. */
  language: z.string().max(20),
  prefer: z.array(Preferred).max(8),
  why: z.string().trim().max(1000),
})
export type StyleTerm = z.infer<typeof StyleTerm>

/** ‘one / many’, as people write a preferred term in a form or a file. */
export const preferredText = ({ one, many }: Preferred): string => (many === '' ? one : `${one} / ${many}`)

/** What someone wrote as preferred: ‘one’, or ‘one / many’. Null for nothing. */
export function preferredOf(text: string): Preferred | null {
  const [one = '', many = ''] = text.split(/\s+\/\s+/, 2).map((part) => part.trim())
  return one === '' ? null : { one, many }
}
