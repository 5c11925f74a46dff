import { z } from 'zod'

/** Where a finding points: a field of the form, or a block of the body by its path of child indexes. */
export const Place = z.discriminatedUnion('in', [
  z.object({ in: z.literal('story') }),
  z.object({ in: z.literal('field'), field: z.string() }),
  z.object({ in: z.literal('body'), path: z.array(z.number().int().nonnegative()), excerpt: z.string() }),
])
export type Place = z.infer<typeof Place>

/** What one preflight check found. */
export const Finding = z.object({
  check: z.string(),
  severity: z.enum(['blocker', 'warning', 'note']),
  message: z.string(),
  place: Place,
  /** What to do about it, in words. */
  fix: z.string().optional(),
  /** That somebody set it aside for the version at hand, with their reason: it blocks nothing. */
  waived: z.object({ by: z.string(), at: z.string(), reason: z.string() }).optional(),
})
export type Finding = z.infer<typeof Finding>
