import { z } from 'zod'
import type { StoryStanding } from '../../shared/checks/check'
import type { StoryId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { statement } from './statements'

const Row = z.object({ state: z.string(), live: z.number() }).optional()

/** Whether readers find a story, by what the lists know of it. */
export function standingOf(db: DeskDatabase, id: StoryId): StoryStanding {
  const row = Row.parse(statement(db, 'SELECT state, live FROM story_index WHERE id = ?').get(id))
  if (row === undefined) return 'unknown'
  if (row.state === 'archived') return 'archived'
  return row.live === 1 ? 'published' : 'unpublished'
}
