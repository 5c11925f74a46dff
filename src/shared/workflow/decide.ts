import type { Action } from '../ipc'
import { fail, ok, type Result } from '../result'
import type { Instant, RevisionId, StoryId } from '../story/ids'
import type { WorkflowEvent } from './event'
import { whyCantSign, type Member } from './member'
import type { WorkflowState } from './state'
import { whyNot, type Rules } from './rules'

export interface Decision extends Rules {
  readonly story: StoryId
  readonly by: Member
  readonly at: Instant
  /** What the story as it stands would have as a revision: what a submission is about. */
  readonly currentRevision: RevisionId
}

/**
 * The event that an action of a member becomes, ready to be signed; or the reason why it may not happen, for that
 * person. Whatever this allows, `reduce` accepts, and the other way round.
 */
export function decide(state: WorkflowState, action: Action, decision: Decision): Result<WorkflowEvent> {
  const event = eventOf(state, action, decision)
  if (event === null) return fail('not-now', 'Nothing of this story is in review or approved.')
  const why = whyCantSign(decision.by) ?? whyNot(state, event, decision.by, decision)
  return why === null ? ok(event) : fail('not-allowed', why)
}

function eventOf(state: WorkflowState, action: Action, { story, by, at, currentRevision }: Decision): WorkflowEvent | null {
  const head = { format: 'copydesk.event/1' as const, story, by: by.id, at, after: state.heads }
  switch (action.type) {
    case 'submit':
      return { ...head, type: 'submit', revision: currentRevision, note: action.note, reviewers: action.reviewers, due: action.due }
    case 'approve':
      return { ...head, type: 'approve', revision: action.revision, note: action.note }
    case 'requestChanges':
      return { ...head, type: 'requestChanges', revision: action.revision, reason: action.reason }
    case 'withdraw':
      return state.submitted && { ...head, type: 'withdraw', revision: state.submitted.revision }
    case 'schedule':
      return state.approvedRevision && { ...head, type: 'schedule', revision: state.approvedRevision, publishAt: action.publishAt }
    case 'archive':
    case 'unarchive':
      return { ...head, type: action.type }
  }
}
