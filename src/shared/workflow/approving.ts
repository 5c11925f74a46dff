import { isAlone } from './alone'
import { approversInWords, isOneOf } from './approvers'
import type { Member } from './member'
import { stagesOf, wordsOfReapproval } from './policy'
import type { Proposal } from './proposal'
import { sanctionOf } from './sanctions'
import { whyNotSmall } from './small-change'
import { policyOfSubmission, rulesNamed, stageAt, type Rules } from './standing'
import type { WorkflowState } from './state'
import { isOwn } from './under-review'

/** Why a member can't decide at any stage; null when there is one for them, or when they may review everything. */
export function whyNoApprover(state: WorkflowState, by: Member, rules: Rules): string | null {
  const stages = stagesOf(policyOfSubmission(state, rules))
  if (stages.some((stage) => isOneOf(stage.by, by)) || by.roles.includes('admin')) return null
  const [only] = stages
  if (stages.length === 1 && only !== undefined) return by.roles.includes('reviewer') && 'members' in only.by ? null : `Only ${approversInWords(only.by, rules.members)} can do this, and ${by.name} is not.`
  return by.roles.includes('reviewer') ? null : `No stage of this sign-off is for ${by.name}.`
}

/** Why a member can't approve what is under review, at the stage that it is at; null when they can. */
export function whyNotApprove(state: WorkflowState, event: Proposal, by: Member, rules: Rules): string | null {
  const policy = policyOfSubmission(state, rules)
  const given = state.approvals.find((approval) => approval.by === by.id && approval.rules === state.submitted?.rules)
  if (given !== undefined) return given.stage === state.submitted?.stage ? 'You approved this version already.' : 'You approved this version at an earlier stage. This one needs somebody else.'
  const stage = stageAt(state, policy)
  if (!isOneOf(stage.by, by)) return `Only ${approversInWords(stage.by, rules.members)} can approve ${stage.name === '' ? 'this' : `at the stage ‘${stage.name}’`}.`
  return isOwn(state, by) && !isAlone(state, event, by, policy, rules) ? 'Whoever submitted a story can’t approve it: a second pair of eyes is needed.' : null
}

/** Why a member can't approve again what differs little from the approved version; null when they can. */
export function whyNotReapprove(state: WorkflowState, event: Proposal, by: Member, rules: Rules): string | null {
  if (state.state !== 'approved' && state.state !== 'scheduled' && state.state !== 'published') return 'Only an approved story can be approved again.'
  const { revision, previous } = event
  if (previous === undefined || previous !== state.approvedRevision) return 'The approved version is another one.'
  if (revision === undefined || revision === previous) return 'Nothing was changed since the approval.'
  const policy = rulesNamed(rules, { revision, rules: event.rules })?.policy ?? rules.policy
  if (!stagesOf(policy).some((stage) => isOneOf(stage.by, by))) return 'Only who may approve this kind of story can approve it again.'
  const mine = sanctionOf(state, previous)?.submitters?.includes(by.id) === true
  if (mine && !isAlone(state, event, by, policy, rules)) return 'Whoever submitted a story can’t approve it again: a second pair of eyes is needed.'
  return whyNotSmall(rules.changeBetween?.(previous, revision) ?? null, wordsOfReapproval(policy))
}
