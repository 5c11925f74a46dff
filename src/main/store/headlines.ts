import { z } from 'zod'
import { StoryId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { statement } from './statements'

const Row = z.object({ id: StoryId, headline: z.string() })

/** The headlines of these stories, as far as the desk has them. */
export function headlinesOf(db: DeskDatabase, stories: Iterable<StoryId>): ReadonlyMap<StoryId, string> {
  const asked = [...stories]
  if (asked.length === 0) return new Map()
  const rows = z.array(Row).parse(statement(db, "SELECT id, headline FROM story_index WHERE id IN (SELECT value FROM json_each(?)) AND headline <> ''").all(JSON.stringify(asked)))
  return new Map(rows.map(({ id, headline }) => [id, headline]))
}
