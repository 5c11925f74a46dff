import type * as Y from 'yjs'
import { z } from 'zod'
import { canonicalBytes, sha256Hex } from './canonical'
import { Instant, MemberId } from './ids'
import { storyDismissals } from './story-doc'

/** A note on some words that somebody set aside, with the reason. It is about these words wherever they stand in the story. */
export const Dismissal = z.object({
  /** Which rule had made the note, such as `style:illegal migrant`. */
  rule: z.string().min(1).max(260),
  /** As `comparableWords` gives them. */
  words: z.string().min(1).max(2000),
  reason: z.string().trim().min(1, 'Give a reason').max(500),
  by: MemberId,
  at: Instant,
})
export type Dismissal = z.infer<typeof Dismissal>

/** Words in the form in which they are compared: small letters, single spaces, at most 2,000 units. */
export const comparableWords = (words: string): string => words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim().slice(0, 2000)

/** The name of a dismissal: the same for the same rule and words, so that two people who set the same note aside make one. */
export function dismissalKey(rule: string, words: string): string {
  return sha256Hex(canonicalBytes([rule, comparableWords(words)])).slice(0, 32)
}

/** The dismissals of a story by their names; what is none is left out. They are not signed: the names in them are as good as the desk's folder. */
export function readDismissals(doc: Y.Doc): ReadonlyMap<string, Dismissal> {
  const found = [...storyDismissals(doc)].flatMap(([key, raw]): [string, Dismissal][] => {
    const parsed = Dismissal.safeParse(raw)
    return parsed.success && dismissalKey(parsed.data.rule, parsed.data.words) === key ? [[key, parsed.data]] : []
  })
  return new Map(found)
}
