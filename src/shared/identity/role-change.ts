import { z } from 'zod'
import { canonicalBytes, sha256Hex } from '../story/canonical'
import { EventId, Instant, MemberId, Sha256Hex } from '../story/ids'
import { Role } from '../workflow/role'

/** SHA-256 of a role change's canonical JSON. */
export const RoleChangeId = Sha256Hex.brand<'RoleChangeId'>()
export type RoleChangeId = z.infer<typeof RoleChangeId>

/**
 * That a member has other roles from now on, said by an admin. Whatever they had signed before is named, event by event: that is judged by
 * the roles that they had then. Clocks prove nothing here, as with revocations; what the desk knew does.
 */
export const RoleChange = z.object({
  format: z.literal('copydesk.roles/1'),
  member: MemberId,
  /** The admin who says so. */
  by: MemberId,
  at: Instant,
  /** Its place among the desk's changes of roles, from 1 on. */
  order: z.number().int().positive(),
  /** The change before it, so that none can be left out without that being seen; null for the first. */
  after: RoleChangeId.nullable(),
  from: z.array(Role).min(1).max(4),
  to: z.array(Role).min(1).max(4),
  /** Every event by the member that the desk knew at that time and that no earlier change names, sorted: these are judged by `from`. */
  keeps: z.array(EventId).max(1_000_000),
})
export type RoleChange = z.infer<typeof RoleChange>

/** A change of roles and the admin's Ed25519 signature (base64) over `canonicalBytes(change)`. This is what a desk keeps and a packet carries. */
export const SignedRoleChange = z.object({ change: RoleChange, signature: z.string() })
export type SignedRoleChange = z.infer<typeof SignedRoleChange>

export function roleChangeId(change: RoleChange): RoleChangeId {
  return RoleChangeId.parse(sha256Hex(canonicalBytes(change)))
}
