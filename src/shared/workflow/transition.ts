import { withClearance, withoutClearance } from '../clearance/clearance-log'
import type { EventId } from '../story/ids'
import type { WorkflowEvent } from './event'
import { joins, type Submission } from './overtaken'
import { rulesNamed, standingOf, type Rules } from './standing'
import type { Sanction, WorkflowState } from './state'
import { approvedAgain, takenBack } from './sanctions'

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

type Submit = Extract<WorkflowEvent, { type: 'submit' }>

function submission(id: EventId, { revision, by, at, note, reviewers, roles, due, rules }: Submit): Submission {
  return { revision, by, at, note, reviewers, ...(roles && { roles }), due, ...(rules && { rules }), events: [id], submitters: [by] }
}

/** With what is asked of others now. */
function asking({ roles: _earlier, ...submitted }: NonNullable<Submission>, { note, reviewers, roles, due }: Pick<Submit, 'note' | 'reviewers' | 'roles' | 'due'>): Submission {
  return { ...submitted, note, reviewers, ...(roles && { roles }), due }
}

/**
 * A submission that somebody else has made, too. Those who see both go by the newer rules; see `approved` for those who saw one.
 * Nobody approves what they submitted, so an approval that whoever joins had given counts no longer, unless it was enough already.
 */
function together(state: WorkflowState, id: EventId, event: Submit, rules: Rules): WorkflowState {
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
function atItsStage({ stage: _before, ...submitted }: NonNullable<Submission>, approvals: WorkflowState['approvals'], rules: Rules): Submission {
  const policy = rulesNamed(rules, submitted)?.policy ?? rules.policy
  const { stage } = standingOf(policy, approvals.filter((approval) => approval.rules === submitted.rules))
  return { ...submitted, ...(stage > 0 && { stage }) }
}

/** Without a review under way. */
function settled({ changeRequests: _answered, ...state }: WorkflowState): WorkflowState {
  return { ...state, submitted: null, approvals: [], changesRequested: null, scheduledFor: null }
}

/** Where a story stands when nothing of it is under way: what was approved, and is live, stays so. */
function resting(state: WorkflowState): WorkflowState {
  if (state.approvedRevision === null) return { ...state, state: 'draft' }
  return { ...state, state: state.published.some(({ revision }) => revision === state.approvedRevision) ? 'published' : 'approved' }
}

/**
 * An approval counts for the stage, and under the rules, that its author saw. So nothing that arrives later, such as the same
 * version submitted under other rules, makes it count for less or for more.
 */
function approved(state: WorkflowState, id: EventId, { revision, by, at, note }: Extract<WorkflowEvent, { type: 'approve' }>, rules: Rules, seen: Submission): WorkflowState {
  const { submitted } = state
  if (submitted === null) return state
  const approval = { event: id, revision, by, at, note, ...(seen?.stage !== undefined && { stage: seen.stage }), ...(seen?.rules !== undefined && { rules: seen.rules }) }
  const approvals = [...state.approvals, approval]
  const next = { ...state, approvals, submitted: atItsStage(submitted, approvals, rules) }
  const sameRules = approvals.filter((other) => other.rules === seen?.rules)
  const policy = rulesNamed(rules, { revision, ...(seen?.rules && { rules: seen.rules }) })?.policy ?? rules.policy
  const sanctions = state.approved ?? []
  const first = submitted.events?.[0]
  const standing = sanctions.find((other) => other.submission === first && other.previous === undefined && !other.takenBack)
  if (standing !== undefined) {
    const known = new Set(state.approvals.filter(({ event }) => standing.approvals.includes(event)).map((other) => other.by))
    return known.has(by) ? next : { ...next, approved: sanctions.map((other) => (other === standing ? { ...other, approvals: [...other.approvals, id] } : other)) }
  }
  if (first === undefined || !standingOf(policy, sameRules).done) return next
  const sanction: Sanction = { revision, submission: first, approvals: sameRules.map(({ event }) => event), completed: id, takenBack: false, submitters: submitted.submitters ?? [submitted.by] }
  const sanctioned = { ...next, approvedRevision: revision, approved: [...sanctions.filter((other) => other.submission !== first), sanction] }
  return state.state === 'inReview' ? { ...sanctioned, state: 'approved' } : sanctioned
}
