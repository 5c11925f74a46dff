import type { EventId } from '../story/ids'
import type { WorkflowEvent } from './event'
import type { Sanction, WorkflowState } from './state'

/** With some approvals taken back, and what was approved again on top of them; what was approved before them stands again. */
export function takenBack(state: WorkflowState, which: (sanction: Sanction) => boolean): WorkflowState {
  if (state.approved === undefined) return state
  const approved: Sanction[] = []
  for (const sanction of state.approved) {
    const { previous } = sanction
    const fell = which(sanction) || (previous !== undefined && !approved.some((other) => other.revision === previous && !other.takenBack))
    approved.push(fell ? { ...sanction, takenBack: true } : sanction)
  }
  const last = approved.filter((sanction) => !sanction.takenBack).at(-1)
  return { ...state, approved, approvedRevision: last?.revision ?? null, scheduledFor: null }
}

/** The last approval of a revision that stands. */
export function sanctionOf({ approved = [] }: Pick<WorkflowState, 'approved'>, revision: Sanction['revision'] | null): Sanction | undefined {
  return approved.findLast((sanction) => sanction.revision === revision && !sanction.takenBack)
}

/** A version approved for its small difference from the approved one. A schedule stays: the same text goes out, put right. */
export function approvedAgain(state: WorkflowState, id: EventId, { revision, previous, by, at }: Extract<WorkflowEvent, { type: 'reapprove' }>): WorkflowState {
  const before = sanctionOf(state, previous)
  if (before === undefined) return state
  const sanction: Sanction = { ...before, revision, previous, approvals: [{ event: id, revision, by, at, note: '' }], completed: id }
  return { ...state, state: state.state === 'published' ? 'approved' : state.state, approvedRevision: revision, approved: [...(state.approved ?? []), sanction] }
}
