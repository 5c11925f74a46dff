import { z } from 'zod'
import { EventId, Instant, MemberId, RevisionId, TargetId } from '../story/ids'

export const StoryState = z.enum(['draft', 'inReview', 'changesRequested', 'approved', 'scheduled', 'published', 'archived'])
export type StoryState = z.infer<typeof StoryState>

const ChangeRequest = z.object({ revision: RevisionId, by: MemberId, at: Instant, reason: z.string() })

/** That enough members approved a revision that was submitted. */
export const Sanction = z.object({
  revision: RevisionId,
  /** The (first) event that submitted it. */
  submission: EventId,
  /** The approvals that made it so, and those that came on top. */
  approvals: z.array(EventId),
  takenBack: z.boolean(),
})
export type Sanction = z.infer<typeof Sanction>

/** What the log implies; the result of `reduce`. Holds nothing that the log does not say. */
export const WorkflowState = z.object({
  state: StoryState,
  /** The revision that is, or last was, before the reviewers. */
  submitted: z
    .object({
      revision: RevisionId,
      by: MemberId,
      at: Instant,
      note: z.string(),
      reviewers: z.array(MemberId),
      due: z.string().nullable(),
      /** The events that submitted it: more than one when several members did so without knowing of each other. */
      events: z.array(EventId).optional(),
      submitters: z.array(MemberId).optional(),
    })
    .nullable(),
  /** Valid approvals of the submitted (or approved) revision. */
  approvals: z.array(z.object({ event: EventId, revision: RevisionId, by: MemberId, at: Instant, note: z.string() })),
  changesRequested: ChangeRequest.nullable(),
  /** All that was asked for, when several members did so without knowing of each other; the last is `changesRequested`. */
  changeRequests: z.array(ChangeRequest).optional(),
  /** The last revision that enough members approved: the only one that may leave the desk. */
  approvedRevision: RevisionId.nullable(),
  /** Every time that a revision was approved, in order. One is taken back by an objection that its approvers had not seen. */
  approved: z.array(Sanction).optional(),
  scheduledFor: Instant.nullable(),
  /** The latest clock of any event that counts: what follows it did not happen earlier, whatever its own clock says. */
  latestAt: Instant.optional(),
  /** What is known to be live, by target. */
  published: z.array(z.object({ target: TargetId, revision: RevisionId, remoteId: z.string(), url: z.string(), at: Instant, by: MemberId })),
  /** Events that changed nothing, with the reason in words. */
  rejected: z.array(z.object({ id: z.string(), reason: z.string(), type: z.string().nullable(), by: z.string().nullable(), at: z.string().nullable() })),
  /** Ids of the events that nothing comes after: a new event's `after`. */
  heads: z.array(EventId),
  /** Accepted events in the order in which they were applied. */
  order: z.array(EventId),
})
export type WorkflowState = z.infer<typeof WorkflowState>
