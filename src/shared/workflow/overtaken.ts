import type { WorkflowEvent } from './event'
import { sanctionOf } from './sanctions'
import type { WorkflowState } from './state'
import { versionsApprovedBy } from './withdraw-approval'

/** What was under review in what the author of an event saw. */
export type Submission = WorkflowState['submitted']

/**
 * Why an event that was right in what its author saw changes nothing any more, because of what others did meanwhile without
 * knowing of it; null when it counts. Two people decide offline; these are the rules by which their decisions meet:
 *
 * - An approval counts for the submission that its author saw, and for no other, even of the same revision.
 * - A request for changes, and a withdrawal by whoever submitted, win over approvals that they had not seen: what was approved
 *   by those is taken back, until the story is approved again. They don't reach a revision that was submitted later.
 *   (Seen or not, a request for changes takes back every approval of the very version that it is about.)
 * - An approval counts for the stage that its author saw, under the rules that its author saw; one that comes on top of enough is kept.
 * - A waiver is of one version for ever, whatever else happens; a clearance is of one part of the text, until it is taken back.
 * - What was approved again falls with the approval that it rests on.
 * - Whoever takes back their own approval of a version takes back all that they gave it without knowing of that; what was approved only with
 *   it is not any more.
 * - Several requests for changes stand side by side.
 * - Several who submit the same version submit it together; none of them may approve it.
 * - A newer submission does not undo an approval of the older one: the older is approved, the newer is in review.
 * - What was published stays known as published, whatever became of its approval.
 * - An archiving comes last: what others decided meanwhile was decided, and the story is in the archive.
 *
 * An event that saw all that came before it is never overtaken.
 */
export function whyOvertaken(state: WorkflowState, event: WorkflowEvent, seen: Submission): string | null {
  switch (event.type) {
    case 'publish':
    case 'waive':
    case 'clear':
      return null
    case 'unclear':
      return state.clearances?.some(({ event: id, takenBack }) => id === event.clearance && takenBack === undefined) === true ? null : 'it had been taken back meanwhile'
    case 'unpublish':
      return state.published.some(({ target }) => target === event.target) ? null : 'it had been taken down there meanwhile'
    case 'archive':
      return state.state === 'archived' ? 'the story had been archived meanwhile' : null
    case 'unarchive':
      return state.state === 'archived' ? null : 'the story had been taken out of the archive meanwhile'
    default:
      return state.state === 'archived' ? 'the story had been archived meanwhile' : whyReviewMovedOn(state, event, seen)
  }
}

type ReviewEvent = Exclude<WorkflowEvent, { type: 'publish' | 'waive' | 'clear' | 'unclear' | 'unpublish' | 'archive' | 'unarchive' }>

function whyReviewMovedOn(state: WorkflowState, event: ReviewEvent, seen: Submission): string | null {
  switch (event.type) {
    case 'submit':
      return null
    case 'approve':
      if (!isSame(state, seen)) return 'the submission that it was about was no longer under review'
      if (state.state === 'changesRequested') return 'changes had been requested meanwhile'
      if (state.approvals.some(({ by, rules }) => by === event.by && rules === seen?.rules)) return 'the same member had approved this version already'
      return seen?.by !== event.by && state.submitted?.submitters?.includes(event.by) === true ? 'the same member had submitted this version meanwhile' : null
    case 'reassign':
      if (!isSame(state, seen)) return 'the submission that it was about was no longer under review'
      return state.state === 'inReview' ? null : 'the review had ended meanwhile'
    case 'reapprove':
      if (state.approvedRevision === event.revision) return 'this version had been approved meanwhile'
      if (state.approvedRevision !== event.previous) return 'the approved version had changed meanwhile'
      return seen?.submitters?.includes(event.by) === false && sanctionOf(state, event.previous)?.submitters?.includes(event.by) === true ? 'the same member had submitted the approved version meanwhile' : null
    case 'requestChanges':
      return isSame(state, seen) ? null : 'the submission that it was about was no longer under review'
    case 'withdraw':
      if (!isSame(state, seen)) return 'the submission that it was about was no longer under review'
      return state.state === 'changesRequested' ? 'changes had been requested meanwhile' : null
    case 'withdrawApproval':
      return versionsApprovedBy(state, event.by).includes(event.revision) ? null : 'the approval had been taken back meanwhile'
    case 'schedule':
      return (state.state === 'approved' || state.state === 'scheduled') && state.approvedRevision === event.revision ? null : 'the approved version had changed meanwhile'
  }
}

/**
 * Whether a submission is one more of the version that is under review, or was decided about, made without knowing of that.
 * It starts no new review then.
 */
export function joins({ state, submitted }: WorkflowState, event: Extract<WorkflowEvent, { type: 'submit' }>, seen: Submission): boolean {
  return state !== 'archived' && submitted !== null && submitted.revision === event.revision && !sharesEvent(submitted, seen)
}

const isSame = ({ submitted }: WorkflowState, seen: Submission): boolean => sharesEvent(submitted, seen)

const sharesEvent = (one: Submission, other: Submission): boolean => one?.events?.some((event) => other?.events?.includes(event)) === true
