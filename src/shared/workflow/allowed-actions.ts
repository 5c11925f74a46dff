import { ActionName } from '../ipc'
import type { KindId, RevisionId } from '../story/ids'
import { rulesAsItStands, rulesNow } from './decide'
import { whyCantSign, type Member } from './member'
import type { WorkflowState } from './state'
import { revokedBeside } from './alone'
import type { Proposal } from './proposal'
import { whyNot } from './rules'
import type { Rules } from './standing'
import { versionsApprovedBy } from './withdraw-approval'

/** The story as it stands: what a submission would be about. */
export interface Current {
  readonly currentRevision: RevisionId
  readonly currentKind?: KindId
}

/** For each action, whether a member may do it now, and why not otherwise. What may be waived depends on the check, and is told apart. */
export function allowedActions(state: WorkflowState, by: Member, rules: Rules, current: Current): { action: ActionName; allowed: boolean; why: string }[] {
  const now = rulesAsItStands({ ...rules, ...current })
  return ActionName.options.map((action) => {
    const why = whyCantSign(by) ?? whyNot(state, { type: action, ...proposalFor(state, action, by, current.currentRevision), ...revokedBeside(by, rules.members), ...rulesNow(now, current.currentRevision) }, by, now) ?? ''
    return { action, allowed: why === '', why }
  })
}

/** Why a member may not set aside what a check finds in the story as it stands, in words; null when they may. */
export function whyNotWaiveNow(state: WorkflowState, by: Member, rules: Rules, current: Current, check: string): string | null {
  const now = rulesAsItStands({ ...rules, ...current })
  return whyCantSign(by) ?? whyNot(state, { type: 'waive', revision: current.currentRevision, check, ...rulesNow(now, current.currentRevision) }, by, now)
}

function proposalFor(state: WorkflowState, action: ActionName, by: Member, current: RevisionId): Omit<Proposal, 'type'> {
  const { approvedRevision, submitted } = state
  if (action === 'submit') return { revision: current }
  if (action === 'reapprove') return { revision: current, ...(approvedRevision && { previous: approvedRevision }) }
  if (action === 'schedule') return approvedRevision ? { revision: approvedRevision } : {}
  if (action === 'withdrawApproval') {
    const [latest] = versionsApprovedBy(state, by.id)
    return latest === undefined ? {} : { revision: latest }
  }
  return submitted ? { revision: submitted.revision } : {}
}
