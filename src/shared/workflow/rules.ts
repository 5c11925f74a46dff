import { whyNotUnclear } from '../clearance/clearance-log'
import type { EventId, Instant, RevisionId, TargetId } from '../story/ids'
import { approversInWords, isOneOf, withArticle } from './approvers'
import type { WorkflowEvent } from './event'
import type { Member, Role } from './member'
import { stagesOf, wordsOfReapproval, type Policy } from './policy'
import type { RulesId } from './policy-version'
import { sanctionOf } from './sanctions'
import { whyNotSmall } from './small-change'
import { policyOfSubmission, rulesNamed, stageAt, type Rules } from './standing'
import type { WorkflowState } from './state'

export type { Rules } from './standing'

/** The roles of which one is needed for each kind of event; an admin may do all. None where the policy says who may. */
const roles: Readonly<Record<WorkflowEvent['type'], readonly Role[]>> = {
  submit: ['writer'],
  reassign: ['writer'],
  approve: [],
  reapprove: [],
  waive: [],
  requestChanges: [],
  withdraw: ['writer'],
  clear: ['reviewer'],
  unclear: ['reviewer'],
  schedule: ['publisher'],
  publish: ['publisher'],
  unpublish: ['publisher'],
  archive: ['writer', 'publisher'],
  unarchive: ['writer', 'publisher'],
}

/** Why a member may not do this kind of thing at all, or null. */
function whyNotRole(type: WorkflowEvent['type'], by: Member): string | null {
  const wanted = roles[type]
  if (wanted.length === 0 || by.roles.includes('admin') || wanted.some((role) => by.roles.includes(role))) return null
  return `Only ${wanted.map(withArticle).join(' or ')} can do this, and ${by.name} is not.`
}

/** What is judged of an event, or of one that a member might make now (then without a clock). */
export type Proposal = Pick<WorkflowEvent, 'type'> & {
  readonly revision?: RevisionId
  readonly previous?: RevisionId
  readonly check?: string
  readonly rules?: RulesId | undefined
  readonly target?: TargetId
  readonly clearance?: EventId
  readonly at?: Instant
}

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

function notUnderReview(state: WorkflowState, event: Proposal): string | null {
  if (state.state !== 'inReview' || state.submitted === null) return 'The story is not in review.'
  return event.revision === state.submitted.revision ? null : 'The version under review is another one.'
}

const isOwn = ({ submitted }: WorkflowState, by: Member): boolean => submitted?.by === by.id || submitted?.submitters?.includes(by.id) === true

/** Why the rules that an event names can't be gone by: nobody may claim weaker ones. */
function whyNotRules({ newestRules = 0 }: WorkflowState, event: Proposal, rules: Rules): string | null {
  const named = event.revision && rulesNamed(rules, { revision: event.revision, rules: event.rules })
  if (named === undefined) return 'The rules of sign-off that it names never held on this desk for this kind of story.'
  return named.replacedBy !== null && named.replacedBy <= newestRules ? 'The rules of sign-off that it names had been replaced, as its author had seen.' : null
}

/** Why a member can't decide at any stage; null when there is one for them, or when they may review everything. */
function whyNoApprover(state: WorkflowState, by: Member, rules: Rules): string | null {
  const stages = stagesOf(policyOfSubmission(state, rules))
  if (stages.some((stage) => isOneOf(stage.by, by)) || by.roles.includes('admin')) return null
  const [only] = stages
  if (stages.length === 1 && only !== undefined) return by.roles.includes('reviewer') && 'members' in only.by ? null : `Only ${approversInWords(only.by, rules.members)} can do this, and ${by.name} is not.`
  return by.roles.includes('reviewer') ? null : `No stage of this sign-off is for ${by.name}.`
}

function whyNotApprove(state: WorkflowState, event: Proposal, by: Member, rules: Rules): string | null {
  const policy = policyOfSubmission(state, rules)
  const given = state.approvals.find((approval) => approval.by === by.id && approval.rules === state.submitted?.rules)
  if (given !== undefined) return given.stage === state.submitted?.stage ? 'You approved this version already.' : 'You approved this version at an earlier stage. This one needs somebody else.'
  const stage = stageAt(state, policy)
  if (!isOneOf(stage.by, by)) return `Only ${approversInWords(stage.by, rules.members)} can approve ${stage.name === '' ? 'this' : `at the stage ‘${stage.name}’`}.`
  return isOwn(state, by) && !isAlone(state, event, by, policy, rules) ? 'Whoever submitted a story can’t approve it: a second pair of eyes is needed.' : null
}

function whyNotReapprove(state: WorkflowState, event: Proposal, by: Member, rules: Rules): string | null {
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

function whyNotWaive(state: WorkflowState, { revision, check, rules: named }: Proposal, by: Member, rules: Rules): string | null {
  if (revision === undefined) return 'A waiver is about one version.'
  const waivable = rulesNamed(rules, { revision, rules: named })?.policy.waivable?.find((entry) => entry.check === check)
  if (waivable === undefined) return 'The rules of sign-off don’t let anybody set this aside.'
  if (!isOneOf(waivable.by, by)) return `Only ${approversInWords(waivable.by, rules.members)} can set this aside.`
  return state.waivers?.some((waiver) => waiver.revision === revision && waiver.check === check) === true ? 'This was set aside for this version already.' : null
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
function isAlone(state: WorkflowState, { at }: Proposal, by: Member, policy: Policy, { members }: Rules): boolean {
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
