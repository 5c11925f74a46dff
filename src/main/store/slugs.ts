import type { StoryId } from '../../shared/story/ids'
import type { DeskDatabase } from './database'

/** Whether another story of the desk has this slug; archived ones count, because their pages may still be live. */
export function slugInUse(db: DeskDatabase, slug: string, except: StoryId | null): boolean {
  return db.prepare('SELECT 1 FROM story_index WHERE slug = ? AND id IS NOT ? LIMIT 1').get(slug, except) !== undefined
}

/** The slug itself, or the first of `slug-2`, `slug-3`… that no story has. */
export function freeSlug(db: DeskDatabase, slug: string): string {
  let free = slug
  for (let count = 2; slugInUse(db, free, null); count++) free = `${slug}-${count}`
  return free
}
