import { z } from 'zod'
import { keeps, Revocation, RevocationId } from '../identity/revocation'
import { RoleChange } from '../identity/role-change'
import { Instant, MemberId, type EventId } from '../story/ids'
import { Role } from './role'
import { longDate } from '../dates'

export { Role } from './role'

/** A person of the desk. The private key is never part of this. */
export const Member = z.object({
  id: MemberId,
  name: z.string().min(1).max(120),
  /** What they may do now. */
  roles: z.array(Role).min(1),
  /** How their roles were changed since they were admitted, the first change first. Whoever made this value has checked the admins' signatures. */
  earlier: z.array(RoleChange.pick({ by: true, at: true, from: true, to: true, keeps: true })).min(1).optional(),
  /** Raw Ed25519 public key (RFC 8032), 32 bytes in base64. */
  publicKey: z.string(),
  addedAt: Instant,
  /** That this key counts for nothing new any more. Whoever made this value has checked the admin's signature. */
  revoked: Revocation.pick({ by: true, at: true, reason: true, keeps: true }).extend({ records: z.array(RevocationId) }).optional(),
})
export type Member = z.infer<typeof Member>

/** The members whose keys are in use: who can be asked, mentioned, and act. */
export function activeMembers<M extends Pick<Member, 'revoked'>>(members: readonly M[]): M[] {
  return members.filter(({ revoked }) => revoked === undefined)
}

/** The roles by which an event of a member is judged: those that they had when it was signed, as far as the desk's log proves it; otherwise today's. */
export function rolesAt({ roles, earlier = [] }: Pick<Member, 'roles' | 'earlier'>, event: EventId): readonly Role[] {
  return earlier.find((change) => keeps(change, event))?.from ?? roles
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

const dayOf = (at: Instant): string => longDate(new Date(at), 'utc')
