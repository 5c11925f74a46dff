import type { Step } from '../workflow/reduce'
import { sanctionOf } from '../workflow/sanctions'
import type { StoryState, WorkflowState } from '../workflow/state'
import { short } from './describe-event'

/** Where a story stands, to go on after ‘The story was then’. */
export const stateWords: Readonly<Record<StoryState, string>> = {
  draft: 'a draft',
  inReview: 'in review',
  changesRequested: 'back with its writer, changes requested',
  approved: 'approved',
  scheduled: 'approved and scheduled',
  published: 'published',
  archived: 'in the archive',
}

/** What an event did to the story, or why it did nothing, in sentences. */
export function effectOf({ entry, before, after, why }: Step): string {
  if (why !== null) return `It counts for nothing: ${why.replace(/\.$/, '')}.`
  const sentences = [approval(entry.id, before, after), loss(before, after), withdrawal(entry.event, before, after), before.state === after.state ? '' : `The story was then ${stateWords[after.state]}.`].filter((sentence) => sentence !== '')
  return sentences.length === 0 ? 'It counts. The story stood as before.' : sentences.join(' ')
}

/** What an approval brought about. */
function approval(id: string, before: WorkflowState, after: WorkflowState): string {
  const sanction = after.approved?.find((candidate) => candidate.approvals.some(({ event }) => event === id))
  if (sanction !== undefined) {
    const wasSo = before.approved?.some((candidate) => candidate.submission === sanction.submission && !candidate.takenBack && candidate.revision === sanction.revision) === true
    return wasSo ? 'The version was approved already; this came on top.' : `With this, version ${short(sanction.revision)} was approved.`
  }
  return after.approvals.some(({ event }) => event === id) ? 'It is one of the approvals that the version needs, and not the last one.' : ''
}

/** What became of a version that has an approval less and is where it was. */
function withdrawal(event: Step['entry']['event'], before: WorkflowState, after: WorkflowState): string {
  if (event.type !== 'withdrawApproval' || before.state !== after.state || before.approvedRevision !== after.approvedRevision) return ''
  return sanctionOf(after, event.revision) === undefined ? 'The version lacks this approval now.' : 'The version is still approved: the other approvals are enough.'
}

/** What was approved before and no longer is. */
function loss(before: WorkflowState, after: WorkflowState): string {
  const taken = (after.approved ?? []).filter((sanction) => sanction.takenBack && before.approved?.some((former) => former.submission === sanction.submission && former.revision === sanction.revision && !former.takenBack) === true)
  if (taken.length === 0) return ''
  const stands = after.approvedRevision === null ? 'Nothing of the story is approved any more.' : `What was approved before stands again: version ${short(after.approvedRevision)}.`
  return `It took back the approval of version ${taken.map(({ revision }) => short(revision)).join(' and ')}. ${stands}`
}
