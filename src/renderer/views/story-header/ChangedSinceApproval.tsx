import type { StoryStatus } from '@shared/ipc'
import { whyNotByClasses } from '@shared/workflow/small-classes'
import { runCommand } from '../../app/command-registry'
import { shortcutLabel } from '../../app/shortcuts'
import { showInspectorTab } from '../inspector/inspector-tabs'
import { changesText, countsByClass } from '@shared/redline/change-words'
import { compareWith } from '../redline/compare-base'
import { useRedline } from '../redline/use-redline'
import { mayNow } from '../workflow/allowed-now'

/** Says how much was edited since the approval, and that it stays on the desk; leads to what changed, and to approving it where that takes one key. */
export function ChangedSinceApproval({ status }: { readonly status: StoryStatus }) {
  const { redline } = useRedline(status, status.changedSinceApproval ? 'approved' : null, 'current')
  if (!status.changedSinceApproval) return null
  const show = (): void => {
    compareWith(status.id, 'approved')
    showInspectorTab('review')
  }
  return (
    <div className="changed-since">
      <button type="button" className="changed-since__show" title="Show what changed" onClick={show}>
        {redline === null ? 'Changed since approval' : `${changesText(redline.total)} since approval`}
      </button>
      {redline !== null && redline.total > 0 && <span className="changed-since__classes">{countsByClass(redline.counts).map(({ text }) => text).join(', ')}</span>}
      <span>What leaves the desk is still the approved version.</span>
      {mayNow(status, 'reapprove') && redline !== null && whyNotByClasses(redline.counts) === null && (
        <button type="button" className="changed-since__approve" title={`Approve the small change (${shortcutLabel('story.reapprove') ?? ''})`} onClick={() => void runCommand('story.reapprove')}>
          Approve the change
        </button>
      )}
    </div>
  )
}
