import { z } from 'zod'

/** The rules of a desk's sign-off. Data: an admin changes them in settings. */
export const Policy = z.object({
  /** Approvals by different members that a revision needs. */
  approvals: z.number().int().min(1).max(9),
  /** Whether whoever submitted a revision may approve it. `alone`: only while the desk has one member. */
  authorMayApprove: z.enum(['alone', 'never']),
  /** Ids of checks whose findings block a submission, on top of those that always do. */
  blocking: z.array(z.string()),
})
export type Policy = z.infer<typeof Policy>

export const defaultPolicy: Policy = { approvals: 1, authorMayApprove: 'alone', blocking: [] }
