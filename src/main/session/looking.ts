import { Instant, type MemberId, type StoryId } from '../../shared/story/ids'
import { noteSeen } from '../store/last-seen'
import { hasRevision } from '../store/revisions'
import { hasStory, lastAppend } from '../store/stories'
import type { DeskDatabase } from '../store/database'
import type { Sittings } from './sittings'

/** Which story is before the acting member. When they leave it, they have seen it as it then stands, and that version is kept. */
export interface Looking {
  /** What the story that was left takes waits a moment: until then the next one is opened, by the same cores. */
  show(id: StoryId | null): void
  /** Before somebody else acts: the same story will be before them. */
  handOver(): void
  leave(): void
}

/** In which the next story is on the screen and at rest; milliseconds. */
const openingMs = 1000

interface Left {
  readonly id: StoryId
  /** When it was last changed, as it was left. */
  readonly changed: string | undefined
  readonly timer: ReturnType<typeof setTimeout>
}

export function lookingAt(db: DeskDatabase, sittings: Sittings, reader: () => MemberId): Looking {
  let shown: StoryId | null = null
  let left: Left | null = null

  function leaveSoon(): void {
    if (shown === null) return
    settle()
    left = { id: shown, changed: lastAppend(db, shown), timer: setTimeout(settle, openingMs) }
    shown = null
  }

  /** Keeps what was left, and notes that it was seen. */
  function settle(): void {
    if (left === null) return
    const { id, changed, timer } = left
    left = null
    clearTimeout(timer)
    if (!hasStory(db, id)) return
    try {
      const revision = sittings.keep(id)
      // Of a story that is empty still, nothing is kept. What came into it since nobody saw.
      if (hasRevision(db, id, revision) && lastAppend(db, id) === changed) noteSeen(db, reader(), id, { revision, at: Instant.parse(new Date().toISOString()) })
    } catch (error) {
      console.error(`It could not be noted that story ${id} was seen`, error)
    }
  }

  function leave(): void {
    leaveSoon()
    settle()
  }

  return {
    show(id) {
      if (id === shown) return
      leaveSoon()
      // It comes back as it was left.
      if (left?.id === id) settle()
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
