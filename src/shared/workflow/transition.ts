import type { RevisionId } from '../story/ids'
import type { WorkflowEvent } from './event'
import type { Member, Role } from './member'
import type { Policy } from './policy'
import type { WorkflowState } from './state'

/** What an event is judged by, beside the state that it meets. */
export interface Rules {
  readonly policy: Policy
  readonly members: readonly Member[]
}

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

/** The roles of which one is needed for each kind of event; an admin may do all. */
const roles: Readonly<Record<WorkflowEvent['type'], readonly Role[]>> = {
  submit: ['writer'],
  approve: ['reviewer'],
  requestChanges: ['reviewer'],
  withdraw: ['writer'],
  schedule: ['publisher'],
  publish: ['publisher'],
  unpublish: ['publisher'],
  archive: ['writer', 'publisher'],
  unarchive: ['writer', 'publisher'],
}

const roleNames: Readonly<Record<Role, string>> = { writer: 'a writer', reviewer: 'a reviewer', publisher: 'a publisher', admin: 'an admin' }

/** Why a member may not do this kind of thing at all, or null. */
export function whyNotRole(type: WorkflowEvent['type'], by: Member): string | null {
  const wanted = roles[type]
  if (by.roles.includes('admin') || wanted.some((role) => by.roles.includes(role))) return null
  return `Only ${wanted.map((role) => roleNames[role]).join(' or ')} can do this, and ${by.name} is not.`
}

type Proposal = Pick<WorkflowEvent, 'type'> & { readonly revision?: RevisionId }

/** Why an event can't happen to a story in this state, in words; null when it can. The one place that knows the rules. */
export function whyNot(state: WorkflowState, event: Proposal, by: Member, rules: Rules): string | null {
  if (state.state === 'archived' && event.type !== 'unarchive' && event.type !== 'unpublish') return 'The story is in the archive. Take it out first.'
  return whyNotRole(event.type, by) ?? whyNotNow(state, event, by, rules)
}

function whyNotNow(state: WorkflowState, event: Proposal, by: Member, rules: Rules): string | null {
  switch (event.type) {
    case 'submit':
      return state.state === 'inReview' && state.submitted?.revision === event.revision ? 'This version is in review already.' : null
    case 'approve':
      return notUnderReview(state, event) ?? whyNotApprove(state, by, rules)
    case 'requestChanges':
      return notUnderReview(state, event)
    case 'withdraw':
      if (state.state !== 'inReview') return 'The story is not in review.'
      return state.submitted?.by === by.id || by.roles.includes('admin') ? null : 'Only whoever submitted it can withdraw it.'
    case 'schedule':
      if (state.state !== 'approved' && state.state !== 'scheduled') return 'Only an approved story can be scheduled.'
      return event.revision === state.approvedRevision ? null : 'This version is not the approved one.'
    case 'publish':
      return event.revision !== undefined && (event.revision === state.approvedRevision || state.published.some(({ revision }) => revision === event.revision))
        ? null
        : 'This version was never approved.'
    case 'unpublish':
      return state.published.length > 0 ? null : 'The story is not published anywhere.'
    case 'archive':
      return null
    case 'unarchive':
      return state.state === 'archived' ? null : 'The story is not in the archive.'
  }
}

function notUnderReview(state: WorkflowState, event: Proposal): string | null {
  if (state.state !== 'inReview' || state.submitted === null) return 'The story is not in review.'
  return event.revision === state.submitted.revision ? null : 'The version under review is another one.'
}

function whyNotApprove(state: WorkflowState, by: Member, { policy, members }: Rules): string | null {
  if (state.approvals.some((approval) => approval.by === by.id)) return 'You approved this version already.'
  const mayOwn = policy.authorMayApprove === 'alone' && members.length === 1
  return state.submitted?.by === by.id && !mayOwn ? 'Whoever submitted a story can’t approve it: a second pair of eyes is needed.' : null
}

/** The state after an event that `whyNot` has nothing against. */
export function transition(state: WorkflowState, id: WorkflowState['order'][number], event: WorkflowEvent, policy: Policy): WorkflowState {
  switch (event.type) {
    case 'submit': {
      const { revision, by, at, note, reviewers, due } = event
      return { ...state, state: 'inReview', submitted: { revision, by, at, note, reviewers, due }, approvals: [], changesRequested: null, scheduledFor: null }
    }
    case 'approve': {
      const { revision, by, at, note } = event
      const approvals = [...state.approvals, { event: id, revision, by, at, note }]
      return approvals.length < policy.approvals ? { ...state, approvals } : { ...state, approvals, state: 'approved', approvedRevision: revision }
    }
    case 'requestChanges': {
      const { revision, by, at, reason } = event
      return { ...state, state: 'changesRequested', approvals: [], changesRequested: { revision, by, at, reason } }
    }
    case 'withdraw':
      return { ...state, state: 'draft', submitted: null, approvals: [] }
    case 'schedule':
      return { ...state, state: 'scheduled', scheduledFor: event.publishAt }
    case 'publish': {
      const { target, revision, remoteId, url, at, by } = event
      const others = state.published.filter((live) => live.target !== target)
      const underWay = state.state === 'inReview' || state.state === 'changesRequested'
      return { ...state, state: underWay ? state.state : 'published', scheduledFor: null, published: [...others, { target, revision, remoteId, url, at, by }] }
    }
    case 'unpublish': {
      const published = state.published.filter(({ target }) => target !== event.target)
      return { ...state, published, state: published.length === 0 && state.state === 'published' ? 'approved' : state.state }
    }
    case 'archive':
      return { ...state, state: 'archived' }
    case 'unarchive':
      return { ...state, state: 'draft', submitted: null, approvals: [], scheduledFor: null }
  }
}
