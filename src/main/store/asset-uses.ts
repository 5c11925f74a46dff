import { z } from 'zod'
import type { AssetUse } from '../../shared/assets/library'
import { StoryId, type AssetHash } from '../../shared/story/ids'
import { StoryState } from '../../shared/workflow/state'
import type { DeskDatabase } from './database'
import { statement } from './statements'

/** The files of some versions, each once. */
export function filesOfRevisions(db: DeskDatabase, revisions: readonly string[]): string[] {
  if (revisions.length === 0) return []
  return z.array(z.string()).parse(statement(db, 'SELECT DISTINCT asset FROM revision_assets WHERE revision IN (SELECT value FROM json_each(?)) ORDER BY asset').pluck().all(JSON.stringify(revisions)))
}

/** The most stories that are named as having one file. */
const namedUses = 200

const UseRow = z
  .object({ story: StoryId, headline: z.string(), state: StoryState, held: z.string() })
  .transform(({ held, ...row }): AssetUse => ({ ...row, now: held.includes('n'), approved: held.includes('a'), published: held.includes('p'), ...(held.includes('e') && { evidence: true }) }))

/** The stories that have a file, as they stand or as they were approved or published; the story that changed last comes first. */
export function usesOf(db: DeskDatabase, hash: AssetHash): AssetUse[] {
  const rows = statement(db, `SELECT asset_uses.story, headline, state, asset_uses.held FROM asset_uses JOIN story_index ON story_index.id = asset_uses.story WHERE asset_uses.asset = ? ORDER BY updated_at DESC, story_index.id LIMIT ${namedUses}`).all(hash)
  return z.array(UseRow).parse(rows)
}

/** Every story that has a file as it stands. */
export function storiesNowUsing(db: DeskDatabase, hash: AssetHash): StoryId[] {
  return z.array(StoryId).parse(statement(db, "SELECT story FROM asset_uses WHERE asset = ? AND held LIKE '%n%' ORDER BY story").pluck().all(hash))
}

/** How many stories had a file in a version that is none of those. */
export function earlierUses(db: DeskDatabase, hash: AssetHash): number {
  return Number(statement(db, 'SELECT count(DISTINCT story) FROM revision_assets WHERE asset = :hash AND story NOT IN (SELECT story FROM asset_uses WHERE asset = :hash)').pluck().get({ hash }))
}

/** Whether a story or any of its versions has a file. */
export function isUsed(db: DeskDatabase, hash: AssetHash): boolean {
  return statement(db, 'SELECT 1 WHERE EXISTS (SELECT 1 FROM asset_uses WHERE asset = :hash) OR EXISTS (SELECT 1 FROM revision_assets WHERE asset = :hash)').get({ hash }) !== undefined
}

/** Whether the table of uses is that of the stories' rows. */
export function assetUsesAreRight(db: DeskDatabase): boolean {
  const kept = db.prepare('SELECT asset, story, held FROM asset_uses ORDER BY 1, 2').raw().all()
  const counted = db.prepare('SELECT files.key, story_index.id, files.value FROM story_index, json_each(story_index.files) AS files ORDER BY 1, 2').raw().all()
  return JSON.stringify(kept) === JSON.stringify(counted)
}
