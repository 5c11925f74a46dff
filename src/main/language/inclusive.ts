import retextEnglish from 'retext-english'
import retextEquality from 'retext-equality'
import retextStringify from 'retext-stringify'
import { unified } from 'unified'
import { z } from 'zod'
import type { InclusiveNote } from '../../shared/language/desk-language'

const reader = unified().use(retextEnglish).use(retextEquality).use(retextStringify)

const Message = z.object({
  ruleId: z.string(),
  actual: z.string(),
  expected: z.array(z.string()).nullish(),
  note: z.string().nullish(),
  place: z.object({ start: z.object({ offset: z.number() }), end: z.object({ offset: z.number() }) }),
})

/** What may hurt or leave someone out in an English text, by the list of retext-equality. */
export function inclusiveNotes(text: string): InclusiveNote[] {
  return reader.processSync(text).messages.flatMap((message) => {
    const parsed = Message.safeParse({ ...message, place: message.place })
    if (!parsed.success) return []
    const { ruleId, actual, expected, note, place } = parsed.data
    return [{ from: place.start.offset, to: place.end.offset, rule: ruleId, words: actual, offers: expected ?? [], why: note ?? '' }]
  })
}
