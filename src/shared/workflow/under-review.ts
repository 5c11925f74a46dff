import type { Member } from './member'
import type { Proposal } from './proposal'
import type { WorkflowState } from './state'

/** Why an event is not about what is under review, in words; null when it is. */
export function notUnderReview(state: WorkflowState, event: Proposal): string | null {
  if (state.state !== 'inReview' || state.submitted === null) return 'The story is not in review.'
  return event.revision === state.submitted.revision ? null : 'The version under review is another one.'
}

/** Whether a member submitted what is, or last was, under review. */
export const isOwn = ({ submitted }: Pick<WorkflowState, 'submitted'>, { id }: Pick<Member, 'id'>): boolean => submitted?.by === id || submitted?.submitters?.includes(id) === true
