import { z } from 'zod'
import { AssetHash, Instant, MemberId, RevisionId, StoryId } from '../story/ids'
import { Role } from '../workflow/member'
import { StoryState } from '../workflow/state'
import { ToldEvent } from './told-event'

/** Whether the log's entry is what its author signed: right, not theirs, by nobody of this desk, or not an event at all. */
export const SignatureState = z.enum(['right', 'wrong', 'stranger', 'unreadable'])
export type SignatureState = z.infer<typeof SignatureState>

/** One entry of the log, with what it is worth. */
export const AuditEntry = ToldEvent.extend({
  signature: SignatureState,
  counted: z.boolean(),
  /** What it did to the story, or why it counted for nothing. Whole sentences. */
  effect: z.string(),
  /** The file that shows it, named by its SHA-256, and whether this desk has it. */
  file: z.object({ name: z.string(), hash: AssetHash, here: z.boolean() }).optional(),
  /** What others had done by then that its author had not seen; one sentence each. */
  unseen: z.array(z.string()),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** Somebody who is named in the log, with what their signatures are checked by. */
export const AuditMember = z.object({
  id: MemberId,
  name: z.string(),
  roles: z.array(Role),
  publicKey: z.string(),
  fingerprint: z.string(),
  addedAt: Instant,
  /** How their roles were changed, a sentence each. */
  earlier: z.array(z.string()),
  /** When, by whom and why their key was revoked; empty when it is in use. */
  revoked: z.string(),
})
export type AuditMember = z.infer<typeof AuditMember>

/** A revision that was approved, and what made it so. */
export const AuditApproval = z.object({
  revision: RevisionId,
  /** Whether its content, as it stands in the desk's file, hashes to its id. */
  hash: z.enum(['right', 'wrong', 'missing']),
  /** Who approved, with the time; one sentence each. */
  by: z.array(z.string()),
  /** Which rule of the desk was satisfied, and how. */
  rule: z.string(),
  takenBack: z.boolean(),
  current: z.boolean(),
})
export type AuditApproval = z.infer<typeof AuditApproval>

/** A story's whole history, as its log proves it. */
export const AuditReport = z.object({
  desk: z.string(),
  story: StoryId,
  headline: z.string(),
  state: StoryState,
  /** Where the story stands, in a sentence. */
  standing: z.string(),
  /** In the order in which events count; what could not be placed comes last. */
  entries: z.array(AuditEntry),
  approvals: z.array(AuditApproval),
  members: z.array(AuditMember),
  revisions: z.array(z.object({ id: RevisionId, headline: z.string(), createdAt: Instant, hash: z.enum(['right', 'wrong']) })),
  /** What went to targets and other desks, and came from there; notes of this desk, which are not signed. */
  journeys: z.array(z.string()),
  /** The rules of sign-off in words, one a line. */
  rules: z.array(z.string()),
})
export type AuditReport = z.infer<typeof AuditReport>

export const AuditForm = z.enum(['json', 'html', 'pdf'])
export type AuditForm = z.infer<typeof AuditForm>
