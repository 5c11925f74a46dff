import type { StoryStatus } from '@shared/ipc'
import type { StoryId } from '@shared/story/ids'
import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { useApp } from '../app/app-store'
import { askedAtRest, type AskedAtRest } from '../app/asked-at-rest'
import { call, on } from '../app/bridge'
import { complain } from '../ui/notices'
import { failureOf } from '../ui/failure'
import type { StorySession } from './story-session'
import { useStorySession } from './StoryProvider'

/** What main last said of the story that is shown. Null until it has answered for this story. */
const useStatusStore = create<{ readonly status: StoryStatus | null }>(() => ({ status: null }))

/** Everything that the desk derives from the provider's story, kept up to date; null until it is known. */
export function useStatus(): StoryStatus | null {
  const { id } = useStorySession()
  const member = useApp(({ desk }) => desk?.currentMember)
  useEffect(() => watch(id), [id])
  // What may be done depends on who acts.
  const asked = useRef(member)
  useEffect(() => {
    if (member !== undefined && member !== asked.current) refreshStatus(id)
    asked.current = member
  }, [id, member])
  return useStatusStore(({ status }) => (status?.id === id ? status : null))
}

/** The status as of now, for code that is no component. */
export const statusNow = (id: StoryId): StoryStatus | null => {
  const { status } = useStatusStore.getState()
  return status?.id === id ? status : null
}

/** Asks for the status of the story that is shown at once where it isn't known yet; null where it is. */
export const statusSoon = (id: StoryId): Promise<void> | null => (statusNow(id) === null ? (watches.get(id)?.asked.sooner() ?? null) : null)

/** Calls when what is known of the story that is shown is something else. Answers how to stop. */
export const onStatus = (hear: (status: StoryStatus | null, before: StoryStatus | null) => void): (() => void) => useStatusStore.subscribe(({ status }, before) => hear(status, before.status))

/** Takes in a status that a call answered with. */
export function adoptStatus(status: StoryStatus): void {
  useStatusStore.setState({ status })
}

interface Watch {
  readonly asked: AskedAtRest
  readonly stop: () => void
  users: number
}
const watches = new Map<StoryId, Watch>()

/** One listener for a story, however many components show its status. */
function watch(id: StoryId): () => void {
  const found = watches.get(id) ?? startWatch(id)
  found.users += 1
  watches.set(id, found)
  return () => {
    found.users -= 1
    if (found.users > 0) return
    found.stop()
    watches.delete(id)
  }
}

function startWatch(id: StoryId): Watch {
  // What a story implies takes main longer than its words: these come first, and what is drawn beside them.
  const asked = askedAtRest(async () => {
    try {
      const status = await call('story.status', { id })
      if (watches.has(id)) adoptStatus(status)
    } catch (error) {
      if (watches.has(id)) complain(failureOf(error))
    }
  })
  const stops = [
    on('stories.changed', ({ ids }) => ids.includes(id) && asked.refresh()),
    on('deliveries.changed', ({ story }) => story === id && asked.refresh()),
    // The rules of the desk, or its members, may be others now.
    on('desk.changed', (desk) => desk !== null && asked.refresh()),
    asked.stop,
  ]
  return { asked, stop: () => stops.forEach((stop) => stop()), users: 0 }
}

/** Stores everything typed, then asks anew: afterwards the status is that of the story on the screen. @throws DeskError when it can't be stored. */
export async function settleStatus(session: StorySession): Promise<void> {
  await session.flush()
  adoptStatus(await call('story.status', { id: session.id }))
}

/** Asks anew, for what no event tells. */
function refreshStatus(id: StoryId): void {
  watches.get(id)?.asked.refresh()
}
