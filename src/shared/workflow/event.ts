import { z } from 'zod'
import { canonicalBytes, sha256Hex } from '../story/canonical'
import { EventId, Instant, MemberId, RevisionId, StoryId, TargetId } from '../story/ids'

const head = {
  format: z.literal('copydesk.event/1'),
  story: StoryId,
  by: MemberId,
  at: Instant,
  /** The latest events that the author had seen: the log is a graph, so two logs merge without a server. */
  after: z.array(EventId),
}

/** Everything that can happen to a story's workflow. Each is signed by the member who did it. */
export const WorkflowEvent = z.discriminatedUnion('type', [
  z.object({ ...head, type: z.literal('submit'), revision: RevisionId, note: z.string(), reviewers: z.array(MemberId), due: z.iso.date().nullable() }),
  z.object({ ...head, type: z.literal('approve'), revision: RevisionId, note: z.string() }),
  z.object({ ...head, type: z.literal('requestChanges'), revision: RevisionId, reason: z.string().min(1) }),
  z.object({ ...head, type: z.literal('withdraw'), revision: RevisionId }),
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
