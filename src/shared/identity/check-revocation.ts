import { fail, ok, type Result } from '../result'
import { keeps, revocationId, SignedRevocation, type Revocation } from './revocation'
import { onlyAdmin, whyNotSigned } from './signed-by-member'
import type { Member } from '../workflow/member'
import type { VerifySignature } from '../workflow/verify-event'

/**
 * A revocation that a desk keeps, if it is what a member of the desk signed; or why it counts for nothing, in words. Who may revoke is
 * asked when it comes in (`whyNotRevoke`), and not again: an admin who leaves takes no revocation along.
 */
export function checkRevocation(raw: unknown, members: readonly Member[], verify: VerifySignature): Result<Revocation> {
  const parsed = SignedRevocation.safeParse(raw)
  if (!parsed.success) return fail('bad-revocation', 'A revocation on this desk can’t be read, so it counts for nothing.')
  const { revocation, signature } = parsed.data
  const why = whyNotSigned('revocation of the key', revocation, signature, members, verify)
  return why === null ? ok(revocation) : fail('bad-revocation', why)
}

/** Why a member may not revoke a key of the desk now; null when they may. */
export function whyNotRevoke(by: Member, member: Member, members: readonly Member[]): string | null {
  if (!by.roles.includes('admin') || by.revoked !== undefined) return 'Only an admin can revoke a key.'
  if (member.revoked !== undefined) return `The key of ${member.name} was revoked before.`
  return isLastAdmin(member, members) ? onlyAdmin(member) : null
}

/** Whether nobody else on the desk is an admin whose key is in use. */
export function isLastAdmin(member: Member, members: readonly Member[]): boolean {
  const isAdmin = ({ roles, revoked }: Member): boolean => roles.includes('admin') && revoked === undefined
  return isAdmin(member) && !members.some((other) => other.id !== member.id && isAdmin(other))
}

/**
 * Members with what was revoked of them. Revocations that were not signed by one of them, or are about nobody of them, change nothing.
 * Of several about one key, which come from admins who did not know of each other, the earlier one stands, and keeps what all of them keep.
 */
export function withRevocations(members: readonly Member[], revocations: readonly unknown[], verify: VerifySignature): Member[] {
  const found = new Map<string, Revoked>()
  for (const raw of revocations) {
    const checked = checkRevocation(raw, members, verify)
    if (!checked.ok) continue
    const { member, by, at, reason, keeps: events } = checked.value
    const revoked: Revoked = { by, at, reason, keeps: events, records: [revocationId(checked.value)] }
    const other = found.get(member)
    found.set(member, other === undefined ? revoked : both(other, revoked))
  }
  return members.map((member) => {
    const revoked = found.get(member.id)
    return revoked === undefined ? member : { ...member, revoked }
  })
}

type Revoked = NonNullable<Member['revoked']>

function both(a: Revoked, b: Revoked): Revoked {
  const [first, second] = a.at < b.at || (a.at === b.at && a.by < b.by) ? [a, b] : [b, a]
  return { ...first, keeps: first.keeps.filter((event) => keeps(second, event)), records: [...new Set([...a.records, ...b.records])].sort() }
}
