import type { ThreadEntry } from '@shared/ipc'
import type { StoryId } from '@shared/story/ids'
import { useEffect } from 'react'
import { create } from 'zustand'
import { useApp } from '../../app/app-store'
import { askedAtRest, type AskedAtRest } from '../../app/asked-at-rest'
import { ask, on } from '../../app/bridge'
import { complain } from '../../ui/notices'

interface ThreadList {
  readonly story: StoryId | null
  readonly threads: readonly ThreadEntry[]
}

/** The comments of the story that is shown. */
export const useThreadList = create<ThreadList>(() => ({ story: null, threads: [] }))

/** The threads of a story, the oldest first; null until they are known. */
export function useThreads(story: StoryId): readonly ThreadEntry[] | null {
  useEffect(() => watch(story), [story])
  return useThreadList((list) => (list.story === story ? list.threads : null))
}

/** The threads of a story as of now, for code that is no component. */
export const threadsNow = (story: StoryId): readonly ThreadEntry[] => {
  const list = useThreadList.getState()
  return list.story === story ? list.threads : []
}

/** Asks for the threads of the story that is shown at once where they aren't known yet; null where they are. */
export const threadsSoon = (story: StoryId): Promise<void> | null => (useThreadList.getState().story === story ? null : (watches.get(story)?.asked.sooner() ?? null))

interface Watch {
  readonly asked: AskedAtRest
  readonly stop: () => void
  users: number
}
const watches = new Map<StoryId, Watch>()

/** One listener for a story, however many components show its threads. */
function watch(story: StoryId): () => void {
  const found = watches.get(story) ?? startWatch(story)
  found.users += 1
  watches.set(story, found)
  return () => {
    found.users -= 1
    if (found.users > 0) return
    found.stop()
    watches.delete(story)
  }
}

function startWatch(story: StoryId): Watch {
  const asked = askedAtRest(() => refreshThreads(story))
  const stops = [
    on('stories.changed', ({ ids }) => ids.includes(story) && asked.refresh()),
    // What is new depends on who reads.
    useApp.subscribe(({ desk }, before) => desk?.currentMember !== before.desk?.currentMember && asked.refresh()),
    asked.stop,
  ]
  return { asked, stop: () => stops.forEach((stop) => stop()), users: 0 }
}

/** Asks for the threads of a story; those who show them are told only when something is different. */
export async function refreshThreads(story: StoryId): Promise<void> {
  const answer = await ask('story.threads', { id: story })
  if (!answer.ok) {
    if (answer.error.code !== 'no-desk-open') complain(answer.error)
    return
  }
  const before = useThreadList.getState()
  if (before.story === story && JSON.stringify(before.threads) === JSON.stringify(answer.value)) return
  useThreadList.setState({ story, threads: answer.value })
}
