import type { HistoryPage } from '@shared/history/kept-version'
import type { StoryStatus } from '@shared/ipc'
import type { StoryId } from '@shared/story/ids'
import { useCallback, useEffect, useState } from 'react'
import { ask } from '../../app/bridge'
import { samePage } from './same-page'

/** So many versions are shown at first, and so many more each time. */
const pageSize = 60
/** As many as are ever shown. */
const mostShown = 5000
/** While one writes, the list waits for a pause. */
const pauseMs = 400

interface Known {
  readonly story: StoryId | null
  readonly page: HistoryPage | null
  readonly problem: string | null
}
const nothing: Known = { story: null, page: null, problem: null }

/** The versions of the story that is shown, kept up to date while it is written; null until they are known. */
export function useHistory(status: StoryStatus) {
  const { id } = status
  const [limit, setLimit] = useState(pageSize)
  const [attempt, setAttempt] = useState(0)
  const [last, setKnown] = useState(nothing)
  const known = last.story === id ? last : nothing
  // What was asked for now is wanted at once; what follows from the writing waits for a pause.
  const shown = known.page?.kept.length ?? 0
  const atOnce = known.page === null || (shown < known.page.total && shown < limit)
  useEffect(() => {
    let here = true
    const look = async (): Promise<void> => {
      const answer = await ask('history.list', { id, limit })
      if (here) setKnown((before) => (answer.ok ? { story: id, page: samePage(before.story === id ? before.page : null, answer.value), problem: null } : { story: id, page: before.story === id ? before.page : null, problem: answer.error.message }))
    }
    const timer = setTimeout(() => void look(), atOnce ? 0 : pauseMs)
    return () => {
      here = false
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- each status is news: the story was written, somebody decided, a version was kept or named
  }, [id, limit, attempt, status])
  const more = useCallback((all = false) => setLimit((now) => (all ? mostShown : Math.max(now, Math.min(mostShown, shown + pageSize)))), [shown])
  return { page: known.page, problem: known.problem, more, again: () => setAttempt(attempt + 1) }
}
