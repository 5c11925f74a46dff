import { StoryId } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { findStory } from '../store/story-lists'
import { UsageError } from './command'

/** The stories that `--story` names, by id or by slug; null when none is named. @throws UsageError for one that is not on the desk. */
export function storiesNamed({ db }: Desk, names: readonly string[] | undefined): StoryId[] | null {
  if (names === undefined || names.length === 0) return null
  return names.map((name) => {
    const id = StoryId.safeParse(name)
    const found = findStory(db, id.success ? { id: id.data } : { slug: name })
    if (found === undefined) throw new UsageError(`No story of this desk has the id or slug ‘${name}’.`)
    return found
  })
}
