import type { Instant, RevisionId, TargetId } from '../story/ids'
import type { WorkflowEvent } from './event'
import type { Member, Role } from './member'
import type { Policy } from './policy'
import type { WorkflowState } from './state'

/** What an event is judged by, beside the state that it meets. */
export interface Rules {
  readonly policy: Policy
  readonly members: readonly Member[]
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
function whyNotRole(type: WorkflowEvent['type'], by: Member): string | null {
  const wanted = roles[type]
  if (by.roles.includes('admin') || wanted.some((role) => by.roles.includes(role))) return null
  return `Only ${wanted.map((role) => roleNames[role]).join(' or ')} can do this, and ${by.name} is not.`
}

/** What is judged of an event, or of one that a member might make now (then without a clock). */
export type Proposal = Pick<WorkflowEvent, 'type'> & { readonly revision?: RevisionId; readonly target?: TargetId; readonly at?: Instant }

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
      return state.state === 'inReview' && state.submitted?.revision === event.revision ? 'This version is in review already.' : null
    case 'approve':
      return notUnderReview(state, event) ?? whyNotApprove(state, event, by, rules)
    case 'requestChanges':
      return notUnderReview(state, event)
    case 'withdraw':
      return notUnderReview(state, event) ?? (state.submitted?.by === by.id || state.submitted?.submitters?.includes(by.id) === true || by.roles.includes('admin') ? null : 'Only whoever submitted it can withdraw it.')
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
      return null
    case 'unarchive':
      return state.state === 'archived' ? null : 'The story is not in the archive.'
  }
}

function notUnderReview(state: WorkflowState, event: Proposal): string | null {
  if (state.state !== 'inReview' || state.submitted === null) return 'The story is not in review.'
  return event.revision === state.submitted.revision ? null : 'The version under review is another one.'
}

function whyNotApprove(state: WorkflowState, event: Proposal, by: Member, rules: Rules): string | null {
  if (state.approvals.some((approval) => approval.by === by.id)) return 'You approved this version already.'
  const isOwn = state.submitted?.by === by.id || state.submitted?.submitters?.includes(by.id) === true
  return isOwn && !isAlone(state, event, by, rules) ? 'Whoever submitted a story can’t approve it: a second pair of eyes is needed.' : null
}

/**
 * Whether a member had the desk to themselves when they approved what they had submitted, and the policy lets them. Such a
 * sign-off stays valid when others join, so it is judged by those who were members at its moment.
 *
 * Its moment is its own clock, but not before anything that it follows. Whoever sets a clock back can therefore claim to have
 * been alone only on a story that nobody else had worked on, and only back to the time when they were; the history
 * shows it as their own approval with that date. Nothing is lost by that: whoever could do so was the desk's first
 * member, who may add members, and members are not signed. It is no way in for anyone who joined later.
 */
function isAlone(state: WorkflowState, { at }: Proposal, by: Member, { policy, members }: Rules): boolean {
  if (policy.authorMayApprove !== 'alone') return false
  const moment = at === undefined || state.latestAt === undefined || state.latestAt < at ? at : state.latestAt
  const then = moment === undefined ? members : members.filter(({ addedAt }) => addedAt <= moment)
  return then.length === 1 && then[0]?.id === by.id
}

function whyNotSchedule(state: WorkflowState, event: Proposal): string | null {
  if (state.state !== 'approved' && state.state !== 'scheduled') return 'Only an approved story can be scheduled.'
  return event.revision === state.approvedRevision ? null : 'This version is not the approved one.'
}

function whyNotUnpublish(state: WorkflowState, { target }: Proposal): string | null {
  if (state.published.length === 0) return 'The story is not published anywhere.'
  return target === undefined || state.published.some((live) => live.target === target) ? null : 'The story is not published there.'
}
