import { z } from 'zod'
import { KindUsage } from '../../shared/ipc'
import { folded } from '../../shared/story/completion'
import type { DeskDatabase } from './database'
import { statement } from './statements'

/** A word of a list and in how many stories it is. */
export const Suggestion = z.object({ value: z.string(), uses: z.number() })
export type Suggestion = z.infer<typeof Suggestion>

/** In how many stories each kind and each of its fields is used. Archived stories count. */
export function kindUsage(db: DeskDatabase): KindUsage {
  const kinds = db.prepare("SELECT kind, sum(stories) AS stories, sum(iif(state = 'archived', stories, 0)) AS archived FROM story_tallies GROUP BY kind ORDER BY kind").all()
  const fields = db.prepare("SELECT kind, field, stories FROM field_tallies WHERE word = '' ORDER BY kind, field").all()
  return KindUsage.parse({ kinds, fields })
}

/** The words that stories have in these fields and that start with what was typed, or have a word that does; the most used first. */
export function wordsInFields(db: DeskDatabase, fields: readonly string[], typed: string, limit: number): Suggestion[] {
  const rows = statement(
    db,
    `SELECT word AS value, sum(stories) AS uses FROM field_tallies
     WHERE field IN (SELECT value FROM json_each(:fields)) AND word <> '' AND instr(' ' || folded, ' ' || :typed) > 0
     GROUP BY word ORDER BY uses DESC, word LIMIT :limit`,
  ).all({ fields: JSON.stringify(fields), typed: folded(typed), limit })
  return z.array(Suggestion).parse(rows)
}

/** Whether the sums are those of the rows. */
export function fieldTalliesAreRight(db: DeskDatabase): boolean {
  const kept = db.prepare('SELECT field, word, kind, folded, stories FROM field_tallies ORDER BY 1, 2, 3').raw().all()
  const counted = db
    .prepare(
      `SELECT field, word, kind, folded, count(*) FROM (
         SELECT story_index.id, held.key AS field, '' AS word, kind, '' AS folded FROM story_index, json_each(story_index.held) AS held
         UNION
         SELECT story_index.id, held.key, words.value ->> 0, kind, words.value ->> 1 FROM story_index, json_each(story_index.held) AS held, json_each(held.value) AS words
       ) GROUP BY field, word, kind, folded ORDER BY 1, 2, 3`,
    )
    .raw()
    .all()
  return JSON.stringify(kept) === JSON.stringify(counted)
}
