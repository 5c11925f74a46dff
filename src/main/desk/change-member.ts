import { inOrder, whyNotChangeRoles } from '../../shared/identity/check-role-change'
import { RoleChange, roleChangeId } from '../../shared/identity/role-change'
import { DeskError } from '../../shared/result'
import { canonicalBytes } from '../../shared/story/canonical'
import { Instant, type EventId, type MemberId } from '../../shared/story/ids'
import type { Member } from '../../shared/workflow/member'
import { Role } from '../../shared/workflow/role'
import { renameMember } from '../store/members'
import { putRoleChange, storedRoleChanges } from '../store/role-changes'
import type { Desk } from './desk'
import { verifySignature } from './identity'
import type { Keyring } from './keyring'
import { withAllSignedBy } from './signed-by'

export interface ChangeRequest {
  readonly member: MemberId
  /** The admin who does it. */
  readonly by: MemberId
  readonly name: string
  readonly roles: readonly Role[]
}

/**
 * Changes what a member is called and may do. Other roles are signed by the admin and kept as a change: what the member had signed until now, in
 * any story of the desk, is named one by one and is judged by the roles that they had; what comes later by the new ones.
 * @throws DeskError `no-member`, `not-allowed`, or what signing throws. Nothing is then changed.
 */
export async function changeMember(desk: Desk, keyring: Keyring, request: ChangeRequest): Promise<Member> {
  const roles = Role.options.filter((role) => request.roles.includes(role))
  if (refuse(desk, request, roles).isOther) await withAllSignedBy(desk, request.member, (signed) => changeRoles(desk, keyring, request, roles, signed))
  renameMember(desk.db, request.member, request.name.trim())
  desk.reload()
  return memberOf(desk.members, request.member)
}

function changeRoles(desk: Desk, keyring: Keyring, request: ChangeRequest, roles: readonly Role[], signed: readonly EventId[]): void {
  const { member } = refuse(desk, request, roles)
  const named = new Set((member.earlier ?? []).flatMap(({ keeps }) => keeps))
  const last = inOrder(storedRoleChanges(desk.db), desk.members, verifySignature).at(-1)
  const change = RoleChange.parse({
    format: 'copydesk.roles/1',
    member: member.id,
    by: request.by,
    at: Instant.parse(new Date().toISOString()),
    order: (last?.order ?? 0) + 1,
    after: last === undefined ? null : roleChangeId(last),
    from: [...member.roles],
    to: [...roles],
    keeps: signed.filter((event) => !named.has(event)),
  })
  putRoleChange(desk.db, { change, signature: keyring.signBytes(request.by, canonicalBytes(change)) })
}

/** Whose roles would be changed, and whether they would be other ones. */
function refuse({ members }: Desk, { member: id, by }: ChangeRequest, roles: readonly Role[]): { member: Member; isOther: boolean } {
  const member = memberOf(members, id)
  const why = whyNotChangeRoles(memberOf(members, by), member, roles, members)
  if (why !== null) throw new DeskError('not-allowed', why)
  return { member, isOther: member.roles.length !== roles.length || member.roles.some((role) => !roles.includes(role)) }
}

function memberOf(members: readonly Member[], id: MemberId): Member {
  const member = members.find((candidate) => candidate.id === id)
  if (member === undefined) throw new DeskError('no-member', 'This member is not on the desk.')
  return member
}
