import type { PreviewSubject, StoryStatus } from '@shared/ipc'
import type { RevisionId } from '@shared/story/ids'
import { fullDate, shortDate } from '../../ui/dates'
import { RevisionName } from '../workflow/RevisionName'

/** Says which version is being looked at, and whether it is the one that leaves the desk. */
export function WhichVersion({ status, which, revision }: { readonly status: StoryStatus; readonly which: PreviewSubject; readonly revision: RevisionId }) {
  const made = status.revisions.find(({ id }) => id === revision)?.createdAt
  return (
    <p className="preview__which" role="status" title={made === undefined ? undefined : `Kept ${fullDate(made)}`}>
      {wordsFor(status, which, revision)} <RevisionName id={revision} />
    </p>
  )
}

function wordsFor({ workflow, revisions }: StoryStatus, which: PreviewSubject, revision: RevisionId): string {
  const isApproved = revision === workflow.approvedRevision
  if (which === 'current') return isApproved ? 'Current version, which is the approved one' : 'Current version, not approved'
  if (isApproved) return 'Approved version: exactly what leaves the desk'
  const made = revisions.find(({ id }) => id === revision)?.createdAt
  return made === undefined ? 'Earlier version' : `Earlier version, kept ${shortDate(made)}`
}
