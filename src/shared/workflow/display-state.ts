import type { RevisionId } from '../story/ids'
import type { StoryState, WorkflowState } from './state'

/**
 * The state as people see it. A published story with newer edits is a draft again, while what is live stays known;
 * an approved story with newer edits stays approved, and says that it was changed since.
 */
export function displayState(workflow: WorkflowState, currentRevision: RevisionId): { shown: StoryState; changedSinceApproval: boolean } {
  const changedSinceApproval = workflow.approvedRevision !== null && workflow.approvedRevision !== currentRevision
  return { shown: workflow.state === 'published' && changedSinceApproval ? 'draft' : workflow.state, changedSinceApproval }
}
