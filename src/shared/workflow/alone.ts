import type { RevocationId } from '../identity/revocation'
import type { Member } from './member'
import type { Policy } from './policy'
import type { Proposal } from './proposal'
import type { Rules } from './standing'
import type { WorkflowState } from './state'

/**
 * Whether a member had the desk to themselves when they approved what they had submitted, and the policy lets them. Such a
 * sign-off stays valid when others join, so it is judged by those who could act at its moment.
 *
 * Its moment is its own clock, but not before anything that it follows. Whoever sets a clock back can therefore claim to have
 * been alone only on a story that nobody else had worked on, and only back to the time when they were; the history
 * shows it as their own approval with that date. Nothing is lost by that: whoever could do so was the desk's first
 * member, who may add members, and members are not signed. It is no way in for anyone who joined later.
 *
 * Somebody whose key was revoked can't act, so they are no second member. That the revocation came first needs no clock: the event
 * names it by its hash. One that doesn't name it was made while the other could act, as far as anybody can prove.
 */
export function isAlone(state: Pick<WorkflowState, 'latestAt'>, { at, revoked = [] }: Pick<Proposal, 'at' | 'revoked'>, by: Member, policy: Policy, { members }: Pick<Rules, 'members'>): boolean {
  if (policy.authorMayApprove !== 'alone') return false
  const moment = at === undefined || state.latestAt === undefined || state.latestAt < at ? at : state.latestAt
  const able = members.filter((member) => (moment === undefined || member.addedAt <= moment) && !isNamed(member, revoked))
  return able.length === 1 && able[0]?.id === by.id
}

const isNamed = (member: Member, revoked: readonly RevocationId[]): boolean => member.revoked?.records.some((record) => revoked.includes(record)) === true

/** What an approval by a member names: the revocations without which they would not be alone now. Nothing for whoever has, or never had, others beside them. */
export function revokedBeside({ id }: Pick<Member, 'id'>, members: readonly Member[]): { readonly revoked?: RevocationId[] } {
  const others = members.filter((member) => member.id !== id)
  if (others.length === 0 || others.some(({ revoked }) => revoked === undefined)) return {}
  return { revoked: others.flatMap(({ revoked }) => revoked?.records.slice(0, 1) ?? []).sort() }
}
