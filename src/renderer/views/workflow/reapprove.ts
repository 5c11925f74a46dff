import type { StoryStatus } from '@shared/ipc'
import { statusNow } from '../../story/status-store'
import type { StorySession } from '../../story/story-session'
import { inform } from '../../ui/notices'
import { showInspectorTab } from '../inspector/inspector-tabs'
import { compareWith, comparisonOf } from '../redline/compare-base'
import { actOnStory } from './act'

/**
 * Approves the small change of the approved version. Nobody signs what they have not seen: where the change is not in sight it is
 * shown, and the same key signs then.
 */
export async function reapprove(session: StorySession): Promise<void> {
  const status = statusNow(session.id)
  const previous = status?.workflow.approvedRevision ?? null
  if (status === null || previous === null) return
  if (!changeIsInSight(status)) {
    compareWith(status.id, previous)
    showInspectorTab('review')
    inform('This is what changed since the approval. Read it, then press again to approve it.')
    return
  }
  const done = await actOnStory(session, { type: 'reapprove', revision: status.currentRevision, previous })
  if (done) inform('The change is approved. It may leave the desk now.')
}

/** Whether the redline on the screen is the one between what is approved and the story as it stands. */
function changeIsInSight(status: StoryStatus): boolean {
  const { from, to } = comparisonOf(status)
  const isThat = to === 'current' && (from === 'approved' || from === status.workflow.approvedRevision)
  return isThat && document.querySelector('.redline') !== null
}
