import { DeskError } from '../result'
import type { StoryId } from './ids'

/** A story of which an update can't be read. */
export const damagedStory = (id: StoryId, error: unknown): DeskError =>
  new DeskError('story-damaged', 'A part of this story can’t be read. ‘copydesk verify’ says which; the folder ‘backups’ of the desk has earlier copies.', { place: id, detail: error instanceof Error ? error.message : String(error) })
