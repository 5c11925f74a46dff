import { z } from 'zod'
import type { DeskFindQuery } from '../../shared/find/desk-find'
import { KindId, StoryId } from '../../shared/story/ids'
import { StoryState } from '../../shared/workflow/state'
import type { DeskDatabase } from './database'

const FindRow = z.object({ id: StoryId, kind: KindId, state: StoryState, language: z.string(), headline: z.string(), summary: z.string(), body: z.string() })
/** A story's words as they are searched. */
export type FindRow = z.infer<typeof FindRow>

/** How many stories `findRows` will go through at most. */
export function countFindRows(db: DeskDatabase, { kind, state }: Pick<DeskFindQuery, 'kind' | 'state'>): number {
  return Number(db.prepare("SELECT coalesce(sum(stories), 0) FROM story_tallies WHERE (:kind IS NULL OR kind = :kind) AND ((:state IS NULL AND state <> 'archived') OR state = :state)").pluck().get({ kind, state }))
}

/**
 * The words of the stories of a kind and in a state (archived ones only when asked for), the latest change first, read one by one.
 * @param terms Words that a story must have, as an FTS5 query; null when any story may match.
 */
export function* findRows(db: DeskDatabase, { kind, state }: Pick<DeskFindQuery, 'kind' | 'state'>, terms: string | null): Generator<FindRow> {
  const having = terms === null ? '' : 'story_search MATCH :terms AND '
  const statement = db.prepare(
    `SELECT story_index.id, story_index.kind, story_index.state, story_index.language, story_search.headline, story_search.summary, story_search.body
     FROM story_search JOIN story_index ON story_index.number = story_search.rowid
     WHERE ${having}(:kind IS NULL OR story_index.kind = :kind) AND ((:state IS NULL AND story_index.state <> 'archived') OR story_index.state = :state)
     ORDER BY story_search.rowid DESC`,
  )
  for (const row of statement.iterate({ kind, state, ...(terms !== null && { terms }) })) yield FindRow.parse(row)
}
