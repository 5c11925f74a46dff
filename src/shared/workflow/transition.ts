import { withClearance, withoutClearance } from '../clearance/clearance-log'
import type { EventId } from '../story/ids'
import { approved } from './approved'
import type { WorkflowEvent } from './event'
import { joins, type Submission } from './overtaken'
import { approvedAgain, takenBack } from './sanctions'
import { rulesNamed, type Rules } from './standing'
import type { WorkflowState } from './state'
import { asking, resting, settled, submission, together } from './submission'
import { approvalWithdrawn } from './withdraw-approval'

export const initialState: WorkflowState = {
  state: 'draft',
  submitted: null,
  approvals: [],
  changesRequested: null,
  approvedRevision: null,
  scheduledFor: null,
  published: [],
  rejected: [],
  heads: [],
  order: [],
}

/**
 * The state after an event that counts: one that `whyNot` and `whyOvertaken` have nothing against.
 * @param seen What was under review in what its author saw.
 */
export function transition(state: WorkflowState, id: EventId, event: WorkflowEvent, rules: Rules, seen: Submission): WorkflowState {
  const latestAt = state.latestAt !== undefined && state.latestAt > event.at ? state.latestAt : event.at
  const newestRules = newest(state, event, rules)
  return { ...changed(state, id, event, rules, seen), latestAt, ...(newestRules > 0 && { newestRules }) }
}

/** What whoever saw this event knows of the desk's rules. */
function newest({ newestRules = 0 }: WorkflowState, event: WorkflowEvent, rules: Rules): number {
  return 'rules' in event && event.rules !== undefined ? Math.max(newestRules, rulesNamed(rules, event)?.order ?? 0) : newestRules
}

function changed(state: WorkflowState, id: EventId, event: WorkflowEvent, rules: Rules, seen: Submission): WorkflowState {
  switch (event.type) {
    case 'submit':
      return joins(state, event, seen) ? together(state, id, event, rules) : { ...settled(state), state: 'inReview', submitted: submission(id, event) }
    case 'reassign':
      return { ...state, submitted: state.submitted && asking(state.submitted, event) }
    case 'approve':
      return approved(state, id, event, rules, seen)
    case 'reapprove':
      return approvedAgain(state, id, event)
    case 'waive': {
      const { revision, check, by, at, reason } = event
      return { ...state, waivers: [...(state.waivers ?? []), { event: id, revision, check, by, at, reason }] }
    }
    case 'clear':
      return { ...state, clearances: withClearance(state.clearances ?? [], id, event) }
    case 'unclear':
      return { ...state, clearances: withoutClearance(state.clearances ?? [], id, event) }
    case 'requestChanges': {
      const { revision, by, at, reason } = event
      const request = { revision, by, at, reason }
      const earlier = state.state === 'changesRequested' ? (state.changeRequests ?? []) : []
      return { ...takenBack(state, (sanction) => sanction.revision === revision), state: 'changesRequested', approvals: [], changesRequested: request, changeRequests: [...earlier, request] }
    }
    case 'withdraw':
      return resting(settled(takenBack(state, ({ submission }) => submission === state.submitted?.events?.[0])))
    case 'withdrawApproval':
      return approvalWithdrawn(state, event, rules)
    case 'schedule':
      return { ...state, state: 'scheduled', scheduledFor: event.publishAt }
    case 'publish': {
      const { target, revision, remoteId, url, at, by } = event
      const others = state.published.filter((live) => live.target !== target)
      const published = [...others, { target, revision, remoteId, url, at, by }]
      const isNewest = revision === state.approvedRevision && !(state.state === 'inReview' || state.state === 'changesRequested' || state.state === 'archived')
      return isNewest ? { ...state, published, state: 'published', scheduledFor: null } : { ...state, published }
    }
    case 'unpublish': {
      const published = state.published.filter(({ target }) => target !== event.target)
      return state.state === 'published' ? resting({ ...state, published }) : { ...state, published }
    }
    case 'archive':
      return { ...state, state: 'archived', scheduledFor: null }
    case 'unarchive':
      return resting(settled(state))
  }
}
