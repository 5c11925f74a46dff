import type { StoryView } from '@shared/ipc'
import { useEffect, useState } from 'react'
import { useApp } from '../../app/app-store'
import { ask, on } from '../../app/bridge'
import { afterBurst } from '../../app/after-burst'

/** How many stories each view holds for the acting member; empty until it is known. */
export function useCounts(): Partial<Record<StoryView, number>> {
  const [counts, setCounts] = useState<Partial<Record<StoryView, number>>>({})
  const member = useApp(({ desk }) => desk?.currentMember)
  useEffect(() => {
    if (member === undefined) return
    const refresh = afterBurst(async () => {
      const answer = await ask('story.counts')
      if (answer.ok) setCounts(answer.value)
    })
    refresh.now()
    const stop = on('stories.changed', refresh)
    return () => {
      stop()
      refresh.cancel()
    }
  }, [member])
  return counts
}
