import type { Action } from '../ipc'
import { fail, ok, type Result } from '../result'
import type { Instant, KindId, RevisionId, StoryId } from '../story/ids'
import { revokedBeside } from './alone'
import type { WorkflowEvent } from './event'
import { whyCantSign, type Member } from './member'
import { policyBook } from './policy-book'
import { whyNot } from './rules'
import { sanctionOf } from './sanctions'
import type { Rules } from './standing'
import type { WorkflowState } from './state'
import { isOwn } from './under-review'

export interface Decision extends Rules {
  readonly story: StoryId
  readonly by: Member
  readonly at: Instant
  /** What the story as it stands would have as a revision: what a submission is about. */
  readonly currentRevision: RevisionId
  /** What kind of story it is now. */
  readonly currentKind?: KindId
}

/**
 * The event that an action of a member becomes, ready to be signed; or the reason why it may not happen, for that
 * person. Whatever this allows, `reduce` accepts, and the other way round.
 */
export function decide(state: WorkflowState, action: Action, decision: Decision): Result<WorkflowEvent> {
  const rules = rulesAsItStands(decision)
  const event = eventOf(state, action, decision, rules)
  if (event === null) return fail('not-now', 'Nothing of this story is in review or approved.')
  const why = whyCantSign(decision.by) ?? whyNot(state, event, decision.by, rules)
  return why === null ? ok(event) : fail('not-allowed', why)
}

/** The rules, with what the story as it stands is, which is no revision yet. */
export function rulesAsItStands(decision: Rules & Pick<Decision, 'currentRevision' | 'currentKind'>): Rules {
  const { currentRevision, currentKind, kindOf } = decision
  return currentKind === undefined ? decision : { ...decision, kindOf: (revision: RevisionId) => (revision === currentRevision ? currentKind : (kindOf?.(revision) ?? null)) }
}

/** The rules by which something begins now, as an event names them: not at all when they are those that the desk began with. */
export function rulesNow({ policy, book = policyBook(policy, []), kindOf }: Rules, revision: RevisionId): Pick<Extract<WorkflowEvent, { type: 'submit' }>, 'rules'> {
  const { id } = book.current(kindOf?.(revision) ?? null)
  return id === undefined ? {} : { rules: id }
}

type Request = Pick<Extract<Action, { type: 'submit' }>, 'note' | 'reviewers' | 'roles' | 'due'>
const requestOf = ({ note, reviewers, roles, due }: Request) => ({ note, reviewers, ...(roles !== undefined && roles.length > 0 && { roles }), due })

function eventOf(state: WorkflowState, action: Action, { story, by, at, currentRevision }: Decision, rules: Rules): WorkflowEvent | null {
  const head = { format: 'copydesk.event/1' as const, story, by: by.id, at, after: state.heads }
  switch (action.type) {
    case 'submit':
      return { ...head, type: 'submit', revision: currentRevision, ...requestOf(action), ...rulesNow(rules, currentRevision) }
    case 'reassign':
      return state.submitted && { ...head, type: 'reassign', revision: state.submitted.revision, ...requestOf(action) }
    case 'reapprove':
      return { ...head, type: 'reapprove', revision: action.revision, previous: action.previous, ...rulesNow(rules, action.revision), ...(sanctionOf(state, action.previous)?.submitters?.includes(by.id) && revokedBeside(by, rules.members)) }
    case 'waive':
      return { ...head, type: 'waive', revision: action.revision, check: action.check, reason: action.reason, ...rulesNow(rules, action.revision) }
    case 'approve':
      return { ...head, type: 'approve', revision: action.revision, note: action.note, ...(isOwn(state, by) && revokedBeside(by, rules.members)) }
    case 'requestChanges':
      return { ...head, type: 'requestChanges', revision: action.revision, reason: action.reason }
    case 'withdraw':
      return state.submitted && { ...head, type: 'withdraw', revision: state.submitted.revision }
    case 'withdrawApproval':
      return { ...head, type: 'withdrawApproval', revision: action.revision, reason: action.reason }
    case 'clear':
      return { ...head, type: 'clear', part: action.part, ...(action.clearedBy && { clearedBy: action.clearedBy }), evidence: action.evidence }
    case 'unclear':
      return { ...head, type: 'unclear', clearance: action.clearance, reason: action.reason }
    case 'schedule':
      return state.approvedRevision && { ...head, type: 'schedule', revision: state.approvedRevision, publishAt: action.publishAt }
    case 'archive':
    case 'unarchive':
      return { ...head, type: action.type }
  }
}
