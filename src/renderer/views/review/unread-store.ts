import type { UnreadComments } from '@shared/ipc'
import type { StoryId } from '@shared/story/ids'
import { useEffect } from 'react'
import { create } from 'zustand'
import { afterBurst } from '../../app/after-burst'
import { useApp } from '../../app/app-store'
import { ask, on } from '../../app/bridge'

/** What whoever acts has not seen, of the stories that are on the screen; null for one with nothing new. */
const useKnown = create<{ readonly [story: StoryId]: UnreadComments | null }>(() => ({}))

/** The stories that are on the screen, each with how many show it. */
const wanted = new Map<StoryId, number>()
const stale = new Set<StoryId>()
/** One call may ask for so many. */
const most = 500

const lookSoon = afterBurst(look, 60)

/** What whoever acts has not seen of a story; null when there is nothing new, or nothing known yet. */
export function useUnread(story: StoryId): UnreadComments | null {
  useEffect(() => {
    wanted.set(story, (wanted.get(story) ?? 0) + 1)
    askFor(story)
    return () => {
      const left = (wanted.get(story) ?? 1) - 1
      if (left > 0) wanted.set(story, left)
      else wanted.delete(story)
    }
  }, [story])
  return useKnown((known) => known[story] ?? null)
}

function askFor(story: StoryId): void {
  stale.add(story)
  lookSoon()
}

async function look(): Promise<void> {
  const stories = [...stale].filter((story) => wanted.has(story)).slice(0, most)
  stale.clear()
  if (stories.length === 0) return
  const answer = await ask('comment.unseen', { stories })
  if (!answer.ok) return
  const found = new Map(answer.value.map((unread) => [unread.story, unread]))
  useKnown.setState((before) => ({ ...Object.fromEntries(Object.entries(before).filter(([story]) => [...wanted.keys()].some((shown) => shown === story))), ...Object.fromEntries(stories.map((story) => [story, found.get(story) ?? null])) }), true)
}

on('stories.changed', ({ ids }) => {
  for (const id of ids) if (wanted.has(id)) askFor(id)
})
useApp.subscribe(({ desk }, before) => {
  if (desk?.currentMember === before.desk?.currentMember && desk?.path === before.desk?.path) return
  useKnown.setState({}, true)
  for (const story of wanted.keys()) askFor(story)
})
