import { z } from 'zod'
import { AssetHash, EventId, Instant, MemberId } from '../story/ids'

/** What of a text can be cleared by itself: a quotation, a picture, a table, a file, or a sentence with a number. */
export const PartKind = z.enum(['quotation', 'picture', 'table', 'file', 'number'])
export type PartKind = z.infer<typeof PartKind>

/** A part as a clearance names it: by the SHA-256 of what it says, so that it holds for these very words wherever they stand, and for no others. */
export const ClearedPart = z.object({
  kind: PartKind,
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hex'),
  /** Its first words, by which people know it and by which it is found again when it was changed. */
  excerpt: z.string().max(300),
})
export type ClearedPart = z.infer<typeof ClearedPart>

/** By what a part was cleared: words, such as of whom and when, and a file of the desk's library that shows it. */
export const Evidence = z.object({
  text: z.string().trim().min(1, 'Say by what it was cleared').max(2000, 'At most 2,000 characters'),
  file: z.object({ hash: AssetHash, name: z.string().max(255) }).optional(),
})
export type Evidence = z.infer<typeof Evidence>

/** That a member vouches for one part of the text. It says nothing of any other, and changes no state of the story. */
export const Clearance = z.object({
  event: EventId,
  part: ClearedPart,
  /** Who cleared it, when that is not the member who recorded it: ‘Mayor Amélie Laurent’. */
  clearedBy: z.string().optional(),
  evidence: Evidence,
  by: MemberId,
  at: Instant,
  /** That it was taken back, and why. */
  takenBack: z.object({ event: EventId, by: MemberId, at: Instant, reason: z.string() }).optional(),
})
export type Clearance = z.infer<typeof Clearance>
