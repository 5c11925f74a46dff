import type { StoryStatus } from '@shared/ipc'
import { showInspectorTab } from '../inspector/inspector-tabs'

/** Says that the story was edited after its approval; leads to what changed. */
export function ChangedSinceApproval({ status }: { readonly status: StoryStatus }) {
  if (!status.changedSinceApproval) return null
  return (
    <button type="button" className="story-header__changed" onClick={() => showInspectorTab('review')}>
      Changed since approval
    </button>
  )
}
