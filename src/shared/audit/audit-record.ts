import { z } from 'zod'
import { SignedRevocation } from '../identity/revocation'
import { SignedRoleChange } from '../identity/role-change'
import { AssetHash, Instant, KindId, RevisionId, StoryId } from '../story/ids'
import { Revision } from '../story/revision'
import { SignedEvent } from '../workflow/event'
import { Member } from '../workflow/member'
import { Policy } from '../workflow/policy'
import { SignedPolicy } from '../workflow/policy-version'
import { StoryState } from '../workflow/state'

/**
 * All that proves a story's standing, for programs: whoever has this file, and knows whose the members' keys are, can check every
 * signature and hash, and derive the state anew (`copydesk verify FILE.json` does). Signatures are Ed25519 over canonical JSON (RFC 8785).
 */
export const AuditRecord = z.object({
  format: z.literal('copydesk.audit/1'),
  made: Instant,
  desk: z.string(),
  story: StoryId,
  kind: KindId,
  headline: z.string(),
  /** What the log implied when the file was made. */
  claims: z.object({ state: StoryState, approvedRevision: RevisionId.nullable() }),
  /** As they were admitted. */
  members: z.array(Member.omit({ revoked: true, earlier: true })).max(10_000),
  revocations: z.array(SignedRevocation).max(10_000),
  /** How their roles were changed since. */
  roleChanges: z.array(SignedRoleChange).max(10_000).optional(),
  /** The rules that the desk began with, and every version since. */
  policy: Policy,
  policyVersions: z.array(SignedPolicy).max(10_000),
  /** Every event of the story that is one, whether or not it counted. */
  events: z.array(SignedEvent).max(100_000),
  /** The revisions that these are about: each one's name is the SHA-256 of its canonical JSON. */
  revisions: z.array(z.object({ id: RevisionId, content: Revision })).max(10_000),
  /** The files that show that parts were cleared, as far as the desk has them. They are no part of this file: each one's name is its SHA-256. */
  evidence: z.array(z.object({ hash: AssetHash, name: z.string(), size: z.number() })).optional(),
})
export type AuditRecord = z.infer<typeof AuditRecord>
