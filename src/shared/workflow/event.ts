import { z } from 'zod'
import { ClearedPart, Evidence } from '../clearance/clearance'
import { canonicalBytes, sha256Hex } from '../story/canonical'
import { EventId, Instant, MemberId, RevisionId, StoryId, TargetId } from '../story/ids'
import { RevocationId } from '../identity/revocation'
import { Role } from './role'
import { RulesId } from './policy-version'

const head = {
  format: z.literal('copydesk.event/1'),
  story: StoryId,
  by: MemberId,
  at: Instant,
  /** The latest events that the author had seen: the log is a graph, so two logs merge without a server. */
  after: z.array(EventId),
}

/** Who is asked to review, and until when. */
const request = {
  note: z.string(),
  reviewers: z.array(MemberId),
  /** Roles that are asked as a whole; left out when there are none. */
  roles: z.array(Role).min(1).optional(),
  due: z.iso.date().nullable(),
}

/** The rules of sign-off that its author went by; left out for those that the desk began with. */
const rules = RulesId.optional()

/** The revocations without which whoever approves what they submitted would not be alone on the desk: naming them proves that they came before. */
const revoked = z.array(RevocationId).min(1).max(10_000).optional()

/** Everything that can happen to a story's workflow. Each is signed by the member who did it. */
export const WorkflowEvent = z.discriminatedUnion('type', [
  z.object({ ...head, type: z.literal('submit'), revision: RevisionId, ...request, rules }),
  /** Asks others, or until another day, for the review that is under way. */
  z.object({ ...head, type: z.literal('reassign'), revision: RevisionId, ...request }),
  z.object({ ...head, type: z.literal('approve'), revision: RevisionId, note: z.string(), revoked }),
  z.object({ ...head, type: z.literal('requestChanges'), revision: RevisionId, reason: z.string().min(1) }),
  /** Approves a version that differs little from the approved one. */
  z.object({ ...head, type: z.literal('reapprove'), revision: RevisionId, previous: RevisionId, rules, revoked }),
  /** Sets aside what one check finds in one version. */
  z.object({ ...head, type: z.literal('waive'), revision: RevisionId, check: z.string().min(1).max(60), reason: z.string().min(1), rules }),
  /** Takes a submission back. */
  z.object({ ...head, type: z.literal('withdraw'), revision: RevisionId }),
  /** Takes back the author's own approval of a version. */
  z.object({ ...head, type: z.literal('withdrawApproval'), revision: RevisionId, reason: z.string().min(1).max(2000) }),
  /** Vouches for one part of the text, in whatever version it stands. */
  z.object({ ...head, type: z.literal('clear'), part: ClearedPart, clearedBy: z.string().min(1).max(200).optional(), evidence: Evidence }),
  z.object({ ...head, type: z.literal('unclear'), clearance: EventId, reason: z.string().min(1).max(2000) }),
  z.object({ ...head, type: z.literal('schedule'), revision: RevisionId, publishAt: Instant }),
  z.object({ ...head, type: z.literal('publish'), revision: RevisionId, target: TargetId, remoteId: z.string(), url: z.string() }),
  z.object({ ...head, type: z.literal('unpublish'), target: TargetId }),
  z.object({ ...head, type: z.literal('archive') }),
  z.object({ ...head, type: z.literal('unarchive') }),
])
export type WorkflowEvent = z.infer<typeof WorkflowEvent>

/** An event and its Ed25519 signature (base64) over `canonicalBytes(event)`. This is what the log holds. */
export const SignedEvent = z.object({ event: WorkflowEvent, signature: z.string() })
export type SignedEvent = z.infer<typeof SignedEvent>

/** The event's name in the log and in other events' `after`. */
export function eventId(event: WorkflowEvent): EventId {
  return EventId.parse(sha256Hex(canonicalBytes(event)))
}
