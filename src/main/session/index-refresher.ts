import type { StoryId } from '../../shared/story/ids'

/** Keeps the derived tables close behind the stories without doing the work at every keystroke. */
export interface IndexRefresher {
  /** Refreshes a story once it has been quiet for a moment, and at the latest after a few seconds. */
  soon(id: StoryId): void
  /** Refreshes a story now. */
  now(id: StoryId): void
  /** Refreshes all that wait. */
  flush(): void
}

/**
 * @param refresh Brings one story's derived rows up to date. A story whose refresh fails is reported and left: its text is
 *   safe, and the store remembers that its rows are behind.
 */
export function refreshIndexBehind(refresh: (id: StoryId) => void, quietMs = 500, latestMs = 3000): IndexRefresher {
  const waiting = new Map<StoryId, { since: number; timer: NodeJS.Timeout }>()

  function now(id: StoryId): void {
    const entry = waiting.get(id)
    if (entry) clearTimeout(entry.timer)
    waiting.delete(id)
    try {
      refresh(id)
    } catch (error) {
      console.error(`The entry of story ${id} in the lists could not be refreshed`, error)
    }
  }

  return {
    soon(id) {
      const since = waiting.get(id)?.since ?? Date.now()
      clearTimeout(waiting.get(id)?.timer)
      const delay = Math.max(0, Math.min(quietMs, since + latestMs - Date.now()))
      waiting.set(id, { since, timer: setTimeout(() => now(id), delay) })
    },
    now,
    flush: () => [...waiting.keys()].forEach(now),
  }
}
