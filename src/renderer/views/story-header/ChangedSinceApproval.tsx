import type { StoryStatus } from '@shared/ipc'
import { showInspectorTab } from '../inspector/inspector-tabs'
import { changesText } from '../redline/change-counts'
import { compareWith } from '../redline/compare-base'
import { useRedline } from '../redline/use-redline'

/** Says how much was edited since the approval, and that it stays on the desk; leads to what changed. */
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
      <span>What leaves the desk is still the approved version.</span>
    </div>
  )
}
