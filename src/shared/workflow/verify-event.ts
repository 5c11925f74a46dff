import { canonicalBytes } from '../story/canonical'
import type { StoryId } from '../story/ids'
import { eventId, SignedEvent } from './event'
import type { Member } from './member'
import type { LogEntry } from './order'

export type VerifySignature = (publicKeyBase64: string, bytes: Uint8Array, signatureBase64: string) => boolean

export type Verified = { readonly ok: true; readonly entry: LogEntry } | { readonly ok: false; readonly rejected: Rejected }

/** An event that counts for nothing, and why, in words. */
export interface Rejected {
  readonly id: string
  readonly reason: string
  readonly type: string | null
  readonly by: string | null
  readonly at: string | null
}

/** Whether what the log holds is an event of this story, signed by a member of this desk. Says nothing of what it may do. */
export function verifyEvent(raw: unknown, story: StoryId, members: ReadonlyMap<string, Member>, verify: VerifySignature): Verified {
  const parsed = SignedEvent.safeParse(raw)
  if (!parsed.success) return { ok: false, rejected: { id: 'unreadable', reason: 'it is not a workflow event', type: null, by: null, at: null } }
  const { event, signature } = parsed.data
  const entry: LogEntry = { id: eventId(event), event, signature }
  const member = members.get(event.by)
  if (event.story !== story) return { ok: false, rejected: rejection(entry, 'it belongs to another story') }
  if (member === undefined) return { ok: false, rejected: rejection(entry, 'whoever signed it is not a member of this desk') }
  if (!verify(member.publicKey, canonicalBytes(event), signature)) return { ok: false, rejected: rejection(entry, `the signature is not that of ${member.name}`) }
  return { ok: true, entry }
}

/** @param reason With or without a full stop: it is told as part of a sentence. */
export function rejection({ id, event }: LogEntry, reason: string): Rejected {
  return { id, reason: reason.replace(/\.$/, ''), type: event.type, by: event.by, at: event.at }
}
