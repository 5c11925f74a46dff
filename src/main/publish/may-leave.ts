import type { ApprovedStory } from '../../shared/approved-story'
import { DeskError } from '../../shared/result'
import { underEmbargo } from '../../shared/story/embargo'
import type { RevisionId, StoryId } from '../../shared/story/ids'
import { approvedStories } from '../desk/approved-stories'
import type { Desk } from '../desk/desk'

/**
 * The approved revision of a story, if it may be published now. Its hash and signatures are checked anew each time.
 * @param revision The one that was meant when the delivery was asked for, if any.
 * @throws DeskError in words when nothing is approved, something else was approved since, or an embargo is not over.
 */
export function mayLeave(desk: Desk, id: StoryId, now: Date, revision?: RevisionId): ApprovedStory {
  const { stories, skipped } = approvedStories(desk, [id])
  const [story] = stories
  if (story === undefined) throw new DeskError('not-approved', skipped[0]?.reason ?? 'No version of this story is approved.')
  if (revision !== undefined && story.id !== revision) throw new DeskError('superseded', 'Another version was approved since this was asked for. Publish the story again.')
  const embargo = underEmbargo('The story', story.revision.fields, now)
  if (embargo !== null) throw new DeskError('embargo', `${embargo} It can be published after that.`)
  return story
}
