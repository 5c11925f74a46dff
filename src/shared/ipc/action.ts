import { z } from 'zod'
import { ClearedPart, Evidence } from '../clearance/clearance'
import { EventId, Instant, MemberId, RevisionId } from '../story/ids'
import { Role } from '../workflow/member'

/** What a member may do whatever the story says; what may be waived depends on what preflight finds. */
export const ActionName = z.enum(['submit', 'reassign', 'approve', 'reapprove', 'requestChanges', 'withdraw', 'withdrawApproval', 'clear', 'schedule', 'archive', 'unarchive'])
export type ActionName = z.infer<typeof ActionName>

/** Who is asked to review, and until when. */
const reviewRequest = {
  note: z.string().max(10_000).default(''),
  reviewers: z.array(MemberId).max(200).default([]),
  roles: z.array(Role).max(4).optional(),
  due: z.iso.date().nullable().default(null),
}

export const Action = z.discriminatedUnion('type', [
  z.object({ type: z.literal('submit'), ...reviewRequest }),
  z.object({ type: z.literal('reassign'), ...reviewRequest }),
  z.object({ type: z.literal('approve'), revision: RevisionId, note: z.string().default('') }),
  z.object({ type: z.literal('requestChanges'), revision: RevisionId, reason: z.string().trim().min(1, 'Say what should change') }),
  /** Approves the story as it stands, which must differ little from what was approved. */
  z.object({ type: z.literal('reapprove'), revision: RevisionId, previous: RevisionId }),
  /** Sets aside what a check finds in the story as it stands. */
  z.object({ type: z.literal('waive'), revision: RevisionId, check: z.string().min(1).max(60), reason: z.string().trim().min(1, 'Say why').max(2000) }),
  z.object({ type: z.literal('withdraw') }),
  /** Takes back one's own approval of a version. */
  z.object({ type: z.literal('withdrawApproval'), revision: RevisionId, reason: z.string().trim().min(1, 'Say why').max(2000) }),
  /** Clears one part of the text as it stands. */
  z.object({ type: z.literal('clear'), part: ClearedPart, clearedBy: z.string().trim().max(200).default(''), evidence: Evidence }),
  z.object({ type: z.literal('unclear'), clearance: EventId, reason: z.string().trim().min(1, 'Say why').max(2000) }),
  z.object({ type: z.literal('schedule'), publishAt: Instant }),
  z.object({ type: z.literal('archive') }),
  z.object({ type: z.literal('unarchive') }),
])
export type Action = z.infer<typeof Action>
