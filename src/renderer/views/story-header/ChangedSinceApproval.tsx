import type { StoryStatus } from '@shared/ipc'
import { showInspectorTab } from '../inspector/inspector-tabs'
import { changesText } from '../redline/change-counts'
import { compareWith } from '../redline/compare-base'
import { useRedline } from '../redline/use-redline'

/** Says how much was edited since the approval; leads to what changed. */
export function ChangedSinceApproval({ status }: { readonly status: StoryStatus }) {
  const { redline } = useRedline(status, status.changedSinceApproval ? 'approved' : null, 'current')
  if (!status.changedSinceApproval) return null
  const show = (): void => {
    compareWith(status.id, 'approved')
    showInspectorTab('review')
  }
  return (
    <button type="button" className="story-header__changed" title="Show what changed" onClick={show}>
      {redline === null ? 'Changed since approval' : `${changesText(redline.total)} since approval`}
    </button>
  )
}
