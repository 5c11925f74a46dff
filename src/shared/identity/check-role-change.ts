import { fail, ok, type Result } from '../result'
import type { Member } from '../workflow/member'
import type { Role } from '../workflow/role'
import type { VerifySignature } from '../workflow/verify-event'
import { isLastAdmin } from './check-revocation'
import { roleChangeId, SignedRoleChange, type RoleChange } from './role-change'
import { memberName, onlyAdmin, whyNotSigned } from './signed-by-member'

/** A change of roles that a desk keeps, if it is what a member of the desk signed; or why it counts for nothing, in words. */
export function checkRoleChange(raw: unknown, members: readonly Member[], verify: VerifySignature): Result<RoleChange> {
  const parsed = SignedRoleChange.safeParse(raw)
  if (!parsed.success) return fail('bad-role-change', 'A change of roles on this desk can’t be read, so it counts for nothing.')
  const { change, signature } = parsed.data
  const why = whyNotSigned('change of the roles', change, signature, members, verify)
  return why === null ? ok(change) : fail('bad-role-change', why)
}

/** Why a member may not give another one these roles now; null when they may. */
export function whyNotChangeRoles(by: Member, member: Member, to: readonly Role[], members: readonly Member[]): string | null {
  if (!by.roles.includes('admin') || by.revoked !== undefined) return 'Only an admin can change roles.'
  if (member.revoked !== undefined) return `The key of ${member.name} was revoked, so there is nothing more that it may do.`
  return !to.includes('admin') && isLastAdmin(member, members) ? onlyAdmin(member) : null
}

/** The changes that were signed, in the order of the desk's log; the same for a log in any order, however often one is repeated. */
export function inOrder(changes: readonly unknown[], members: readonly Member[], verify: VerifySignature): RoleChange[] {
  const found = new Map<string, RoleChange>()
  for (const raw of changes) {
    const checked = checkRoleChange(raw, members, verify)
    if (checked.ok) found.set(roleChangeId(checked.value), checked.value)
  }
  return [...found].sort(([a, one], [b, other]) => one.order - other.order || (a < b ? -1 : 1)).map(([, change]) => change)
}

/** What is wrong with a desk's log of changes of roles, a sentence each: what was not signed as it should be, and where one is missing. */
export function roleLogFaults(changes: readonly unknown[], members: readonly Member[], verify: VerifySignature): string[] {
  const unsigned = changes.flatMap((raw) => {
    const checked = checkRoleChange(raw, members, verify)
    return checked.ok ? [] : [checked.error.message]
  })
  const ordered = inOrder(changes, members, verify)
  const gaps = ordered.flatMap((change, place) => {
    const before = ordered[place - 1]
    if (change.order === place + 1 && change.after === (before === undefined ? null : roleChangeId(before))) return []
    return [`A change of roles is missing before the one of ${memberName(members, change.member)} of ${change.at}: what was signed until then may be judged by other roles than its author had.`]
  })
  return [...unsigned, ...gaps, ...powerless(ordered, members)]
}

/** Changes that were signed by somebody who was no admin then: they count for nothing. */
function powerless(ordered: readonly RoleChange[], members: readonly Member[]): string[] {
  const counted = new Set(changesThatCount(ordered, members))
  return ordered.filter((change) => !counted.has(change)).map((change) => `The change of the roles of ${memberName(members, change.member)} of ${change.at} was signed by ${memberName(members, change.by)}, who was no admin then, so it counts for nothing.`)
}

/** Of changes in their order, those whose author was an admin at that point. @param members As they were admitted. */
export function changesThatCount(ordered: readonly RoleChange[], members: readonly Member[]): RoleChange[] {
  const roles = new Map<string, readonly Role[]>(members.map((member) => [member.id, member.roles]))
  return ordered.filter(({ member, by, to }) => {
    if (roles.get(by)?.includes('admin') !== true || !roles.has(member)) return false
    roles.set(member, to)
    return true
  })
}
