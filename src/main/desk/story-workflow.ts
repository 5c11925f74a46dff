import type * as Y from 'yjs'
import type { StoryId } from '../../shared/story/ids'
import { storyLog } from '../../shared/story/story-doc'
import { reduce } from '../../shared/workflow/reduce'
import type { WorkflowState } from '../../shared/workflow/state'
import type { Desk } from './desk'
import { verifySignature } from './identity'
import { hasRevision } from '../store/revisions'

/** What a story's log implies on this desk, every signature checked. */
export function workflowOf(desk: Desk, id: StoryId, doc: Y.Doc): WorkflowState {
  return reduce({
    story: id,
    events: [...storyLog(doc).values()],
    policy: desk.policy,
    members: desk.members,
    revisionExists: (revision) => hasRevision(desk.db, revision),
    verify: verifySignature,
  })
}
