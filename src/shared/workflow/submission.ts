import type { EventId } from '../story/ids'
import type { WorkflowEvent } from './event'
import type { Submission } from './overtaken'
import { rulesNamed, standingOf, type Rules } from './standing'
import type { Submitted, WorkflowState } from './state'

type Submit = Extract<WorkflowEvent, { type: 'submit' }>

/** What is before the reviewers after a submission. */
export function submission(id: EventId, { revision, by, at, note, reviewers, roles, due, rules }: Submit): Submitted {
  return { revision, by, at, note, reviewers, ...(roles && { roles }), due, ...(rules && { rules }), events: [id], submitters: [by] }
}

/** With what is asked of others now. */
export function asking({ roles: _earlier, ...submitted }: Submitted, { note, reviewers, roles, due }: Pick<Submit, 'note' | 'reviewers' | 'roles' | 'due'>): Submission {
  return { ...submitted, note, reviewers, ...(roles && { roles }), due }
}

/**
 * A submission that somebody else has made, too. Those who see both go by the newer rules; see `approved` for those who saw one.
 * Nobody approves what they submitted, so an approval that whoever joins had given counts no longer, unless it was enough already.
 */
export function together(state: WorkflowState, id: EventId, event: Submit, rules: Rules): WorkflowState {
  const { submitted } = state
  if (submitted === null) return state
  const isNewer = (rulesNamed(rules, event)?.order ?? 0) > (rulesNamed(rules, submitted)?.order ?? 0)
  const roles = [...new Set([...(submitted.roles ?? []), ...(event.roles ?? [])])]
  const joined = {
    ...submitted,
    reviewers: [...new Set([...submitted.reviewers, ...event.reviewers])],
    ...(roles.length > 0 && { roles }),
    ...(isNewer && { rules: event.rules }),
    events: [...(submitted.events ?? []), id],
    submitters: [...new Set([...(submitted.submitters ?? []), event.by])],
  }
  const isNew = submitted.submitters?.includes(event.by) === false && state.state === 'inReview'
  const approvals = isNew ? state.approvals.filter(({ by }) => by !== event.by) : state.approvals
  return { ...state, approvals, submitted: atItsStage(joined, approvals, rules) }
}

/** At the stage that lacks approvals under its rules. */
export function atItsStage({ stage: _before, ...submitted }: Submitted, approvals: WorkflowState['approvals'], rules: Rules): Submitted {
  const policy = rulesNamed(rules, submitted)?.policy ?? rules.policy
  const { stage } = standingOf(policy, approvals.filter((approval) => approval.rules === submitted.rules))
  return { ...submitted, ...(stage > 0 && { stage }) }
}

/** Without a review under way. */
export function settled({ changeRequests: _answered, ...state }: WorkflowState): WorkflowState {
  return { ...state, submitted: null, approvals: [], changesRequested: null, scheduledFor: null }
}

/** Where a story stands when nothing of it is under way: what was approved, and is live, stays so. */
export function resting(state: WorkflowState): WorkflowState {
  if (state.approvedRevision === null) return { ...state, state: 'draft' }
  return { ...state, state: state.published.some(({ revision }) => revision === state.approvedRevision) ? 'published' : 'approved' }
}
