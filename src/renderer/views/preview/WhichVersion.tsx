import type { PreviewSubject, StoryStatus } from '@shared/ipc'
import type { RevisionId } from '@shared/story/ids'
import { fullDate } from '../../ui/dates'
import { RevisionName } from '../workflow/RevisionName'

/** Says which version is being looked at, and whether it is the one that leaves the desk. */
export function WhichVersion({ status, which, revision }: { readonly status: StoryStatus; readonly which: PreviewSubject; readonly revision: RevisionId }) {
  return (
    <p className="preview__which" role="status">
      {wordsFor(status, which, revision)} <RevisionName id={revision} />
    </p>
  )
}

function wordsFor({ workflow, revisions }: StoryStatus, which: PreviewSubject, revision: RevisionId): string {
  const isApproved = revision === workflow.approvedRevision
  if (which === 'current') return isApproved ? 'Current version, which is the approved one' : 'Current version, not approved'
  const made = revisions.find(({ id }) => id === revision)?.createdAt
  const when = made === undefined ? '' : `, submitted ${fullDate(made)}`
  return isApproved ? `Approved version${when}: exactly what leaves the desk` : `Earlier version${when}`
}
