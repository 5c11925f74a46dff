import { ActionName } from '../ipc'
import type { RevisionId } from '../story/ids'
import { whyCantSign, type Member } from './member'
import type { Policy } from './policy'
import type { WorkflowState } from './state'
import { whyNot } from './rules'

/** For each action, whether a member may do it now, and why not otherwise. `current` is the revision that a submission would be about. */
export function allowedActions(state: WorkflowState, by: Member, policy: Policy, members: readonly Member[], current?: RevisionId): { action: ActionName; allowed: boolean; why: string }[] {
  return ActionName.options.map((action) => {
    const revision = revisionFor(state, action, current)
    const why = whyCantSign(by) ?? whyNot(state, { type: action, ...(revision && { revision }) }, by, { policy, members }) ?? ''
    return { action, allowed: why === '', why }
  })
}

function revisionFor(state: WorkflowState, action: ActionName, current: RevisionId | undefined): RevisionId | undefined {
  if (action === 'submit') return current
  if (action === 'schedule') return state.approvedRevision ?? undefined
  return state.submitted?.revision
}
