import { z } from 'zod'
import { RevisionId } from '../story/ids'

/** A workflow event in words that can be read without the app. */
export const ToldEvent = z.object({
  /** The event's id; empty for what is no event. */
  id: z.string(),
  type: z.string(),
  /** By its author's clock. */
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  /** What its author did; goes on after their name. */
  text: z.string(),
  /** What they wrote beside it: a note, a reason, evidence. */
  note: z.string(),
  revision: RevisionId.nullable(),
})
export type ToldEvent = z.infer<typeof ToldEvent>

/** An event as the history of a story tells it. The words of one that counts for nothing stand by themselves: its author is only claimed. */
export const HistoryEntry = ToldEvent.extend({ accepted: z.boolean() })
export type HistoryEntry = z.infer<typeof HistoryEntry>
