import type { Instant, MemberId, RevisionId } from './story/ids'
import type { Kind } from './story/kind'
import type { Revision } from './story/revision'

/** A signed approval that counted, with what proves it. */
export interface Approval {
  readonly by: MemberId
  readonly name: string
  readonly at: Instant
  readonly note: string
  /** Ed25519 over the event's canonical JSON, base64. */
  readonly signature: string
  /** That canonical JSON, remarks included. */
  readonly event: string
  /** The raw public key that the signature is right for, base64. */
  readonly key: string
}

/**
 * What may leave the desk: the approved revision of a story, its hash recomputed and its signatures checked by whoever
 * made this value. Export and publishing take nothing else.
 */
export interface ApprovedStory {
  readonly id: RevisionId
  readonly revision: Revision
  readonly kind: Kind
  /** In the order in which they count; never empty. */
  readonly approvals: readonly Approval[]
  /** When the last approval that was needed was given. */
  readonly approvedAt: Instant
  /** When the story was first published anywhere, if it was. */
  readonly firstPublishedAt: Instant | null
}
