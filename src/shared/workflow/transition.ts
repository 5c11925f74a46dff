import type { EventId } from '../story/ids'
import type { WorkflowEvent } from './event'
import { joins, type Submission } from './overtaken'
import type { Policy } from './policy'
import type { Sanction, WorkflowState } from './state'

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
export function transition(state: WorkflowState, id: EventId, event: WorkflowEvent, policy: Policy, seen: Submission): WorkflowState {
  const latestAt = state.latestAt !== undefined && state.latestAt > event.at ? state.latestAt : event.at
  return { ...changed(state, id, event, policy, seen), latestAt }
}

function changed(state: WorkflowState, id: EventId, event: WorkflowEvent, policy: Policy, seen: Submission): WorkflowState {
  switch (event.type) {
    case 'submit': {
      const { revision, by, at, note, reviewers, due } = event
      if (joins(state, event, seen)) return { ...state, submitted: together(state.submitted, id, event) }
      return { ...settled(state), state: 'inReview', submitted: { revision, by, at, note, reviewers, due, events: [id], submitters: [by] } }
    }
    case 'approve':
      return approved(state, id, event, policy)
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

/** A submission that somebody else has made, too. */
function together(submitted: Submission, id: EventId, { by, reviewers }: Extract<WorkflowEvent, { type: 'submit' }>): Submission {
  if (submitted === null) return null
  return {
    ...submitted,
    reviewers: [...new Set([...submitted.reviewers, ...reviewers])],
    events: [...(submitted.events ?? []), id],
    submitters: [...new Set([...(submitted.submitters ?? []), by])],
  }
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

function approved(state: WorkflowState, id: EventId, event: Extract<WorkflowEvent, { type: 'approve' }>, policy: Policy): WorkflowState {
  const { revision, by, at, note } = event
  const approvals = [...state.approvals, { event: id, revision, by, at, note }]
  const submission = state.submitted?.events?.[0]
  if (approvals.length < policy.approvals || submission === undefined) return { ...state, approvals }
  const sanction: Sanction = { revision, submission, approvals: approvals.map((approval) => approval.event), takenBack: false }
  const earlier = (state.approved ?? []).filter((other) => other.submission !== submission)
  const next = { ...state, approvals, approvedRevision: revision, approved: [...earlier, sanction] }
  return state.state === 'inReview' ? { ...next, state: 'approved' } : next
}

/** With some approvals taken back; what was approved before them stands again. */
function takenBack(state: WorkflowState, which: (sanction: Sanction) => boolean): WorkflowState {
  if (state.approved === undefined) return state
  const approved = state.approved.map((sanction) => (which(sanction) ? { ...sanction, takenBack: true } : sanction))
  const last = approved.filter((sanction) => !sanction.takenBack).at(-1)
  return { ...state, approved, approvedRevision: last?.revision ?? null, scheduledFor: null }
}
