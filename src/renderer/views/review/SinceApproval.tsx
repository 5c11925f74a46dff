import type { DeskInfo, StoryStatus } from '@shared/ipc'
import { sanctionOf } from '@shared/workflow/sanctions'
import { whyNotByClasses } from '@shared/workflow/small-classes'
import { Check, GitCompare } from 'lucide-react'
import { runCommand } from '../../app/command-registry'
import { shortcutLabel } from '../../app/shortcuts'
import { Button } from '../../ui/Button'
import { changesText, countsByClass } from '@shared/redline/change-words'
import { useRedline } from '../redline/use-redline'
import { mayNow, whyNot } from '../workflow/allowed-now'
import { RevisionName } from '../workflow/RevisionName'
import { nameOf } from './people'
import { When } from './When'

/** What was changed since the approval, by classes; and whether one key is enough to approve it again. */
export function SinceApproval({ status, desk }: { readonly status: StoryStatus; readonly desk: DeskInfo }) {
  return (
    <>
      <ApprovedAgain status={status} desk={desk} />
      {status.changedSinceApproval && <Changed status={status} />}
    </>
  )
}

function Changed({ status }: { readonly status: StoryStatus }) {
  const { redline } = useRedline(status, 'approved', 'current')
  const isResting = status.workflow.state === 'approved' || status.workflow.state === 'scheduled' || status.workflow.state === 'published'
  const why = whyNot(status, 'reapprove') || (redline && whyNotByClasses(redline.counts)) || ''
  const may = mayNow(status, 'reapprove') && redline !== null && why === ''
  return (
    <div className="decision-card decision-card--since">
      <p className="decision-card__who">
        <GitCompare size={15} aria-hidden />
        <span>
          <strong>Changed since approval</strong>
          {redline !== null && `: ${changesText(redline.total)}`}
        </span>
      </p>
      {redline !== null && redline.total > 0 && (
        <ul className="class-counts" aria-label="Changes by what they touch">
          {countsByClass(redline.counts).map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      {isResting && (may || !why.startsWith('Only')) && <p className="inspector__quiet">{may ? 'It is a small change: plain wording, nothing that needs a review.' : why}</p>}
      {may && (
        <Button size="small" icon={Check} className="decision-card__do" onClick={() => void runCommand('story.reapprove')}>
          Approve the change
          <kbd>{shortcutLabel('story.reapprove')}</kbd>
        </Button>
      )}
    </div>
  )
}

/** The last time that a small change was approved, while it is what may leave the desk. */
function ApprovedAgain({ status, desk }: { readonly status: StoryStatus; readonly desk: DeskInfo }) {
  const { approvedRevision } = status.workflow
  const previous = sanctionOf(status.workflow, approvedRevision)?.previous
  const entry = previous === undefined ? undefined : status.history.find(({ type, revision, accepted }) => accepted && type === 'reapprove' && revision === approvedRevision)
  if (entry === undefined || previous === undefined || approvedRevision === null) return null
  return (
    <div className="decision-card decision-card--approved">
      <div className="decision-card__who">
        <Check size={15} aria-hidden />
        <span>
          <strong>{nameOf(desk, entry.by)}</strong> approved a small change <When at={entry.at} />: <RevisionName id={approvedRevision} /> in the place of <RevisionName id={previous} />
        </span>
      </div>
    </div>
  )
}
