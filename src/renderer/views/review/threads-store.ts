import type { Thread } from '@shared/story/thread'
import type { StoryId } from '@shared/story/ids'
import { useEffect } from 'react'
import { create } from 'zustand'
import { ask, on } from '../../app/bridge'
import { complain } from '../../ui/notices'

/** The comments of the story that is shown. */
const useThreadList = create<{ readonly story: StoryId | null; readonly threads: readonly Thread[] }>(() => ({ story: null, threads: [] }))

/** The threads of a story, the oldest first; null until they are known. */
export function useThreads(story: StoryId): readonly Thread[] | null {
  useEffect(() => {
    void refreshThreads(story)
    return on('stories.changed', ({ ids }) => {
      if (ids.includes(story)) void refreshThreads(story)
    })
  }, [story])
  return useThreadList((list) => (list.story === story ? list.threads : null))
}

export async function refreshThreads(story: StoryId): Promise<void> {
  const answer = await ask('story.threads', { id: story })
  if (answer.ok) useThreadList.setState({ story, threads: answer.value })
  else complain(answer.error)
}
