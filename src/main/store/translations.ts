import { z } from 'zod'
import { StoryTranslation, type StoryRow } from '../../shared/ipc'
import { StoryId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { statement } from './statements'

type Row = Omit<StoryRow, 'translations'>

const Member = StoryTranslation.extend({ translationGroup: z.string() })

/** Gives rows of the list their translations: one look at the desk for a whole page. */
export function withTranslations(db: DeskDatabase, rows: readonly Row[]): StoryRow[] {
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const groups = new Map(z.array(z.tuple([StoryId, z.string()])).parse(statement(db, "SELECT id, translation_group FROM story_index WHERE id IN (SELECT value FROM json_each(?)) AND translation_group <> ''").raw().all(ids)))
  if (groups.size === 0) return rows.map((row) => ({ ...row, translations: [] }))
  const members = membersOf(db, [...new Set(groups.values())])
  return rows.map((row) => ({ ...row, translations: members.flatMap(({ translationGroup, ...member }) => (translationGroup === groups.get(row.id) && member.id !== row.id ? [member] : [])) }))
}

/** The other stories of a group of translations, by language. None for a story without a group. */
export function translationsOf(db: DeskDatabase, group: string, except: StoryId): StoryTranslation[] {
  if (group === '') return []
  return membersOf(db, [group]).flatMap(({ translationGroup: _, ...member }) => (member.id === except ? [] : [member]))
}

/** These stories and their translations, each once. */
export function withSiblings(db: DeskDatabase, ids: readonly StoryId[]): StoryId[] {
  const siblings = statement(db, "SELECT id FROM story_index WHERE translation_group <> '' AND translation_group IN (SELECT translation_group FROM story_index WHERE id IN (SELECT value FROM json_each(?)))").pluck().all(JSON.stringify(ids))
  return [...new Set([...ids, ...z.array(StoryId).parse(siblings)])]
}

function membersOf(db: DeskDatabase, groups: readonly string[]): z.infer<typeof Member>[] {
  const rows = statement(db, "SELECT id, language, headline, state, translation_group AS translationGroup FROM story_index WHERE translation_group <> '' AND translation_group IN (SELECT value FROM json_each(?)) ORDER BY translation_group, language, id").all(JSON.stringify(groups))
  return z.array(Member).parse(rows)
}
