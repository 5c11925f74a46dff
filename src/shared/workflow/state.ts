import { z } from 'zod'
import { Clearance } from '../clearance/clearance'
import { EventId, Instant, MemberId, RevisionId, TargetId } from '../story/ids'
import { Role } from './role'
import { RulesId } from './policy-version'

export const StoryState = z.enum(['draft', 'inReview', 'changesRequested', 'approved', 'scheduled', 'published', 'archived'])
export type StoryState = z.infer<typeof StoryState>

const ChangeRequest = z.object({ revision: RevisionId, by: MemberId, at: Instant, reason: z.string() })

/** That somebody approved a revision, with the stage and the rules that they saw, where these are not the first. */
export const Approval = z.object({ event: EventId, revision: RevisionId, by: MemberId, at: Instant, note: z.string(), stage: z.number().int().positive().optional(), rules: RulesId.optional() })
export type Approval = z.infer<typeof Approval>

/** A revision before the reviewers. */
export const Submitted = z.object({
  revision: RevisionId,
  by: MemberId,
  at: Instant,
  note: z.string(),
  reviewers: z.array(MemberId),
  /** Roles that were asked as a whole. */
  roles: z.array(Role).optional(),
  due: z.string().nullable(),
  /** The rules that it was submitted under; left out for those that the desk began with. */
  rules: RulesId.optional(),
  /** The stage of the sign-off at which it waits; left out at the first. */
  stage: z.number().int().positive().optional(),
  /** The events that submitted it: more than one when several members did so without knowing of each other. */
  events: z.array(EventId).optional(),
  submitters: z.array(MemberId).optional(),
  /** Approvals that those who gave them have taken back since, with the reason. */
  withdrawn: z.array(z.object({ event: EventId, by: MemberId, at: Instant, reason: z.string() })).optional(),
})
export type Submitted = z.infer<typeof Submitted>

/** That enough members approved a revision that was submitted. */
export const Sanction = z.object({
  revision: RevisionId,
  /** The (first) event that submitted it. */
  submission: EventId,
  /** The approvals that made it so, and those that came on top. */
  approvals: z.array(Approval),
  /** The approval that made it enough. */
  completed: EventId.optional(),
  takenBack: z.boolean(),
  /** The revision that was approved before, when this one was approved again for its small difference from it. */
  previous: RevisionId.optional(),
  /** Who submitted what was approved. */
  submitters: z.array(MemberId).optional(),
  /** The submission as it was then: it is before the reviewers again when an approval is withdrawn. */
  request: Submitted,
})
export type Sanction = z.infer<typeof Sanction>

/** That somebody set aside what a check finds in one revision, and in no other. */
export const Waiver = z.object({ event: EventId, revision: RevisionId, check: z.string(), by: MemberId, at: Instant, reason: z.string() })
export type Waiver = z.infer<typeof Waiver>

/** What the log implies; the result of `reduce`. Holds nothing that the log does not say. */
export const WorkflowState = z.object({
  state: StoryState,
  /** The revision that is, or last was, before the reviewers. */
  submitted: Submitted.nullable(),
  /** Valid approvals of the submitted (or approved) revision. */
  approvals: z.array(Approval),
  changesRequested: ChangeRequest.nullable(),
  /** All that was asked for, when several members did so without knowing of each other; the last is `changesRequested`. */
  changeRequests: z.array(ChangeRequest).optional(),
  /** The last revision that enough members approved: the only one that may leave the desk. */
  approvedRevision: RevisionId.nullable(),
  /** Every time that a revision was approved, in order. One is taken back by an objection that its approvers had not seen. */
  approved: z.array(Sanction).optional(),
  /** What was set aside, by revision and check. */
  waivers: z.array(Waiver).optional(),
  /** Parts of the text that were cleared, in the order in which they were. */
  clearances: z.array(Clearance).optional(),
  /** The newest version of the rules that an event named, by its place among the desk's versions: who follows it had seen it. */
  newestRules: z.number().int().nonnegative().optional(),
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
