import { z } from 'zod'
import { AssetHash, type StoryId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'
import { statement } from './statements'

/** The names by which a story goes for its files, where this desk has other ones for them. */
export function storyFileNames(db: DeskDatabase, story: StoryId): ReadonlyMap<AssetHash, string> {
  const rows = statement(db, 'SELECT asset, name FROM story_file_names WHERE story = ?').all(story)
  return new Map(z.array(z.object({ asset: AssetHash, name: z.string() })).parse(rows).map(({ asset, name }) => [asset, name]))
}

/** Says anew by which names a story goes for its files. Those that this desk has for them anyway need no row. */
export function putStoryFileNames(db: DeskDatabase, story: StoryId, names: ReadonlyMap<AssetHash, string>): void {
  statement(db, 'DELETE FROM story_file_names WHERE story = ?').run(story)
  for (const [asset, name] of names) statement(db, 'INSERT INTO story_file_names (story, asset, name) SELECT ?, hash, ? FROM assets WHERE hash = ? AND name <> ?').run(story, name, asset, name)
}
