import type { StoryRow } from '@shared/ipc'
import type { StoryId } from '@shared/story/ids'
import { useEffect, useState } from 'react'
import { ask, on } from '../app/bridge'

/** A story as lists show it, kept up to date; null when the desk has none of this id, undefined until it is known. */
export function useStoryRow(id: StoryId | null): StoryRow | null | undefined {
  const [row, setRow] = useState<StoryRow | null>()
  useEffect(() => {
    if (id === null) return
    let current = true
    const look = (): void => void ask('story.row', { id }).then((answer) => current && answer.ok && setRow(answer.value))
    look()
    const stop = on('stories.changed', ({ ids }) => ids.includes(id) && look())
    return () => {
      current = false
      stop()
    }
  }, [id])
  return id === null ? null : row
}
