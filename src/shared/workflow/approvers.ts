import { listedWithOr } from '../listed'
import type { MemberId } from '../story/ids'
import { isolated } from '../story/isolated'
import type { Member, Role } from './member'
import type { Approvers } from './policy'

const roleNames: Readonly<Record<Role, string>> = { writer: 'a writer', reviewer: 'a reviewer', publisher: 'a publisher', admin: 'an admin' }
export const withArticle = (role: Role): string => roleNames[role]

/** Whether a member is one of these. An admin has every role; where members are named, nobody else is one of them. */
export function isOneOf(by: Approvers, { id, roles }: Pick<Member, 'id' | 'roles'>): boolean {
  return 'members' in by ? by.members.includes(id) : roles.includes(by.role) || roles.includes('admin')
}

/** Who these are, for a sentence: ‘a reviewer’, ‘Amina Okafor or Bruno Salgado’. */
export function approversInWords(by: Approvers, members: readonly Pick<Member, 'id' | 'name'>[]): string {
  return 'role' in by ? withArticle(by.role) : namesOf(by.members, members)
}

/** The names of members, with ‘or’ before the last. */
export function namesOf(ids: readonly MemberId[], members: readonly Pick<Member, 'id' | 'name'>[]): string {
  const names = ids.map((id) => isolated(members.find((member) => member.id === id)?.name ?? 'a former member'))
  return listedWithOr(names)
}
