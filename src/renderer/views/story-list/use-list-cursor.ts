import type { StoryId } from '@shared/story/ids'
import { useEffect, useRef, useState } from 'react'
import { showStory, useApp } from '../../app/app-store'

const pauseMs = 140

/**
 * The story that the keyboard is on. It is opened at once, or, while a key is held down, when the key has rested for a
 * moment: one can run through a long list without loading every story of it.
 */
export function useListCursor(): { readonly cursor: StoryId | null; readonly moveTo: (id: StoryId, running?: boolean) => void } {
  const story = useApp((state) => state.story)
  /** Where the keyboard went from the open story, until that one is opened or another is. */
  const [move, setMove] = useState<{ readonly from: StoryId | null; readonly to: StoryId } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const moveTo = (id: StoryId, running = false): void => {
    clearTimeout(timer.current)
    setMove({ from: story, to: id })
    if (!running) return showStory(id)
    // Another story may have been opened meanwhile, by a command say: then that one counts.
    timer.current = setTimeout(() => useApp.getState().story === story && showStory(id), pauseMs)
  }
  return { cursor: move !== null && move.from === story ? move.to : story, moveTo }
}
