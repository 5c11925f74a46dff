import type { StoryStatus } from '../../shared/ipc'
import { DeskError } from '../../shared/result'
import type { KindId, StoryId } from '../../shared/story/ids'
import { storyMeta } from '../../shared/story/story-doc'
import { refuseGuest } from '../desk/story-desk'
import type { DeskSession } from './desk-session'
import { statusOf } from './status'

/**
 * Gives a story another kind. Its fields stay as they are: those that the new kind doesn't have are kept in the story, and
 * are its fields again under a kind that has them.
 * @throws DeskError `no-kind` when the desk has no such kind.
 */
export function changeKind(session: DeskSession, id: StoryId, kind: KindId): StoryStatus {
  if (!session.desk.kinds.some((known) => known.id === kind)) throw new DeskError('no-kind', 'This desk has no such kind of story.', { place: kind })
  refuseGuest(session.desk, id, 'Its kind is changed there.')
  if (storyMeta(session.docs.get(id)).get('kind') !== kind) session.changeStory(id, (doc) => storyMeta(doc).set('kind', kind))
  return statusOf(session, id)
}
