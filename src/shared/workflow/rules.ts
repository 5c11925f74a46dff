import { whyNotUnclear } from '../clearance/clearance-log'
import { whyNoApprover, whyNotApprove, whyNotReapprove } from './approving'
import type { WorkflowEvent } from './event'
import type { Member } from './member'
import type { Proposal } from './proposal'
import { rulesNamed, type Rules } from './standing'
import type { WorkflowState } from './state'
import { isOwn, notUnderReview } from './under-review'
import { whyNotWaive } from './waiving'
import { whyNotRole } from './who-may'
import { whyNotWithdrawApproval } from './withdraw-approval'

/** Why an event can't happen to a story in the state that its author saw, in words; null when it can. */
export function whyNot(state: WorkflowState, event: Proposal, by: Member, rules: Rules): string | null {
  if (state.state === 'archived' && !mayBeArchived.has(event.type)) return 'The story is in the archive. Take it out first.'
  return whyNotRole(event.type, by) ?? whyNotNow(state, event, by, rules)
}

/** What a target answered stays a fact, wherever the story is kept. */
const mayBeArchived: ReadonlySet<WorkflowEvent['type']> = new Set(['unarchive', 'publish', 'unpublish'])

function whyNotNow(state: WorkflowState, event: Proposal, by: Member, rules: Rules): string | null {
  switch (event.type) {
    case 'submit':
      return state.state === 'inReview' && state.submitted?.revision === event.revision ? 'This version is in review already.' : whyNotRules(state, event, rules)
    case 'reassign':
      return notUnderReview(state, event) ?? (isOwn(state, by) || by.roles.includes('admin') ? null : 'Only whoever submitted it can ask others.')
    case 'approve':
      return whyNoApprover(state, by, rules) ?? notUnderReview(state, event) ?? whyNotApprove(state, event, by, rules)
    case 'reapprove':
      return whyNotRules(state, event, rules) ?? whyNotReapprove(state, event, by, rules)
    case 'waive':
      return whyNotRules(state, event, rules) ?? whyNotWaive(state, event, by, rules)
    case 'requestChanges':
      return whyNoApprover(state, by, rules) ?? notUnderReview(state, event)
    case 'withdraw':
      return notUnderReview(state, event) ?? (isOwn(state, by) || by.roles.includes('admin') ? null : 'Only whoever submitted it can withdraw it.')
    case 'withdrawApproval':
      return whyNotWithdrawApproval(state, event, by, rules)
    case 'unclear':
      return whyNotUnclear(state.clearances ?? [], event.clearance)
    case 'schedule':
      return whyNotSchedule(state, event)
    case 'publish':
      // The approval may have been replaced, or taken back, while it was on its way: that it is live is a fact all the same.
      return state.approved?.some(({ revision }) => revision === event.revision) === true || state.published.some(({ revision }) => revision === event.revision)
        ? null
        : 'This version was never approved.'
    case 'unpublish':
      return whyNotUnpublish(state, event)
    case 'archive':
    // Several may clear the same part, each by their own evidence.
    case 'clear':
      return null
    case 'unarchive':
      return state.state === 'archived' ? null : 'The story is not in the archive.'
  }
}

/** Why the rules that an event names can't be gone by: nobody may claim weaker ones. */
function whyNotRules({ newestRules = 0 }: WorkflowState, event: Proposal, rules: Rules): string | null {
  const named = event.revision && rulesNamed(rules, { revision: event.revision, rules: event.rules })
  if (named === undefined) return 'The rules of sign-off that it names never held on this desk for this kind of story.'
  return named.replacedBy !== null && named.replacedBy <= newestRules ? 'The rules of sign-off that it names had been replaced, as its author had seen.' : null
}

function whyNotSchedule(state: WorkflowState, event: Proposal): string | null {
  if (state.state !== 'approved' && state.state !== 'scheduled') return 'Only an approved story can be scheduled.'
  return event.revision === state.approvedRevision ? null : 'This version is not the approved one.'
}

function whyNotUnpublish(state: WorkflowState, { target }: Proposal): string | null {
  if (state.published.length === 0) return 'The story is not published anywhere.'
  return target === undefined || state.published.some((live) => live.target === target) ? null : 'The story is not published there.'
}
