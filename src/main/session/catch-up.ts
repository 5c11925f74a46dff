import type { StoryId } from '../../shared/story/ids'
import type { Desk } from '../desk/desk'
import { refreshStories, staleStories } from '../store/story-index'

/**
 * Derives, a slice at a time, the rows that are behind: after a crash, or when the desk's rules or members changed. When the
 * desk's file can't be written, it stops until it is started again: the store remembers what is behind.
 */
export interface CatchUp {
  /** Starts, or starts again when there may be more. */
  start(): void
  stop(): void
}

/**
 * @param changed Told which stories' rows are different now.
 * @param sliceMs How long the window may wait for one slice; between slices it has its turn.
 */
export function catchUpBehind(desk: Desk, changed: (ids: readonly StoryId[]) => void, sliceMs = 8): CatchUp {
  let timer: NodeJS.Timeout | undefined
  let waiting: StoryId[] = []

  function slice(): void {
    timer = undefined
    try {
      const different = derive(performance.now() + sliceMs)
      if (different.length > 0) changed(different)
    } catch (error) {
      console.error('Lists and search could not be brought up to date', error)
      waiting = []
    }
    if (waiting.length > 0) timer = setTimeout(slice, 4)
  }

  function derive(end: number): StoryId[] {
    const different: StoryId[] = []
    while (waiting.length > 0 && performance.now() < end) different.push(...refreshStories(desk, waiting.splice(0, 5)))
    return different
  }

  return {
    start() {
      waiting = staleStories(desk.db)
      if (waiting.length > 0) timer ??= setTimeout(slice, 0)
    },
    stop() {
      clearTimeout(timer)
      waiting = []
    },
  }
}
