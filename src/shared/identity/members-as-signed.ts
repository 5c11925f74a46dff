import type { Member } from '../workflow/member'
import type { VerifySignature } from '../workflow/verify-event'
import { withRevocations } from './check-revocation'
import { changesThatCount, inOrder } from './check-role-change'

/** What admins have signed about a desk's members, believed in nothing. */
export interface SaidOfMembers {
  readonly revocations: readonly unknown[]
  readonly roleChanges: readonly unknown[]
}

/**
 * Members as they are today, with what they were before and what was revoked of them: what every log is judged by.
 * @param admitted Members with the roles that they were admitted in.
 */
export function membersAsSigned(admitted: readonly Member[], { revocations, roleChanges }: SaidOfMembers, verify: VerifySignature): Member[] {
  return withRevocations(withRoleChanges(admitted, roleChanges, verify), revocations, verify)
}

/** Members with the roles that admins gave them since they were admitted. Changes that were not signed by an admin of their time change nothing. */
export function withRoleChanges(admitted: readonly Member[], changes: readonly unknown[], verify: VerifySignature): Member[] {
  if (changes.length === 0) return [...admitted]
  const counted = changesThatCount(inOrder(changes, admitted, verify), admitted)
  return admitted.map((member) => {
    const own = counted.filter((change) => change.member === member.id)
    const last = own.at(-1)
    if (last === undefined) return member
    return { ...member, roles: last.to, earlier: own.map(({ by, at, from, to, keeps }) => ({ by, at, from, to, keeps })) }
  })
}

/** A member as they were admitted, without what is told beside them. */
export function asAdmitted({ revoked: _revoked, earlier, ...member }: Member): Member {
  return { ...member, roles: earlier?.[0]?.from ?? member.roles }
}
