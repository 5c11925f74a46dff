import { Instant, type MemberId, type StoryId } from '../../shared/story/ids'
import { noteSeen } from '../store/last-seen'
import { hasRevision } from '../store/revisions'
import { hasStory } from '../store/stories'
import type { DeskDatabase } from '../store/database'
import type { Sittings } from './sittings'

/** Which story is before the acting member. When they leave it, they have seen it as it then stands, and that version is kept. */
export interface Looking {
  show(id: StoryId | null): void
  /** Before somebody else acts: the same story will be before them. */
  handOver(): void
  leave(): void
}

export function lookingAt(db: DeskDatabase, sittings: Sittings, reader: () => MemberId): Looking {
  let shown: StoryId | null = null

  function leave(): void {
    const id = shown
    shown = null
    if (id === null || !hasStory(db, id)) return
    try {
      const revision = sittings.keep(id)
      // Of a story that is empty still, nothing is kept.
      if (hasRevision(db, id, revision)) noteSeen(db, reader(), id, { revision, at: Instant.parse(new Date().toISOString()) })
    } catch (error) {
      console.error(`It could not be noted that story ${id} was seen`, error)
    }
  }

  return {
    show(id) {
      if (id === shown) return
      leave()
      shown = id
    },
    handOver() {
      const id = shown
      leave()
      shown = id
    },
    leave,
  }
}
