import { z } from 'zod'
import { keeps, Revocation } from '../identity/revocation'
import { Instant, MemberId, type EventId } from '../story/ids'

export const Role = z.enum(['writer', 'reviewer', 'publisher', 'admin'])
export type Role = z.infer<typeof Role>

/** A person of the desk. The private key is never part of this. */
export const Member = z.object({
  id: MemberId,
  name: z.string().min(1).max(120),
  roles: z.array(Role).min(1),
  /** Raw Ed25519 public key (RFC 8032), 32 bytes in base64. */
  publicKey: z.string(),
  addedAt: Instant,
  /** That this key counts for nothing new any more. Whoever made this value has checked the admin's signature. */
  revoked: Revocation.pick({ by: true, at: true, reason: true, keeps: true }).optional(),
})
export type Member = z.infer<typeof Member>

/** The members whose keys are in use: who can be asked, mentioned, and act. */
export function activeMembers<M extends Pick<Member, 'revoked'>>(members: readonly M[]): M[] {
  return members.filter(({ revoked }) => revoked === undefined)
}

/** Why an event by a member counts for nothing because their key was revoked; null when it does count. */
export function whyRevoked({ name, revoked }: Member, event: EventId): string | null {
  if (revoked === undefined || keeps(revoked, event)) return null
  return `the key of ${name} was revoked on ${dayOf(revoked.at)}, and this is not among what it had signed by then`
}

/** Why a member can't sign anything any more, for that person; null when they can. */
export function whyCantSign({ name, revoked }: Member): string | null {
  return revoked === undefined ? null : `The key of ${name} was revoked on ${dayOf(revoked.at)}, so it can’t sign anything any more.`
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const dayOf = (at: Instant): string => day.format(new Date(at))
