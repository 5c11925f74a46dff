import type { MemberId } from '../story/ids'
import { isOneOf } from './approvers'
import { activeMembers, type Member } from './member'
import type { Policy } from './policy'
import { stageAt } from './standing'
import type { WorkflowState } from './state'

/** Whom a submission waits for. */
export interface Waiting {
  readonly members: readonly MemberId[]
  /** Whether these were asked, by name or by their role; otherwise anyone of them can decide. */
  readonly asked: boolean
}

/**
 * Those who can take a submission further at its stage: of them the ones who were asked, if any were. Nobody who submitted it
 * or approved it already; whoever is alone on the desk waits for themselves.
 */
export function waitingFor(state: Pick<WorkflowState, 'submitted' | 'approvals'>, policy: Policy, all: readonly Member[]): Waiting {
  const { submitted, approvals } = state
  const members = activeMembers(all)
  if (submitted === null) return { members: [], asked: false }
  const done = new Set<MemberId>(approvals.filter(({ rules }) => rules === submitted.rules).map(({ by }) => by))
  if (members.length > 1 || policy.authorMayApprove === 'never') for (const by of [submitted.by, ...(submitted.submitters ?? [])]) done.add(by)
  const able = members.filter((member) => !done.has(member.id) && isOneOf(stageAt(state, policy).by, member))
  const wasAsked = ({ id, roles }: Member): boolean => submitted.reviewers.includes(id) || submitted.roles?.some((role) => roles.includes(role)) === true
  const asked = able.filter(wasAsked)
  return asked.length > 0 ? { members: asked.map(({ id }) => id), asked: true } : { members: able.map(({ id }) => id), asked: false }
}
