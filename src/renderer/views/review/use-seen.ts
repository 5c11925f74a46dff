import type { ThreadEntry } from '@shared/ipc'
import { useEffect, useMemo, useState, type RefObject } from 'react'
import { keepShown } from './comment-view'
import type { ThreadActions } from './use-thread-actions'

/** So long something must be in sight to count as seen; milliseconds. */
const seenAfterMs = 1200

/**
 * Marks the comments of a thread as seen once they were in sight for a moment. `fresh` are those that were new when they came: they stay
 * marked until the list is left, so that nobody has to be quick.
 */
export function useSeen(card: RefObject<HTMLElement | null>, { id, comments }: ThreadEntry, { markSeen }: ThreadActions): { readonly fresh: ReadonlySet<string>; readonly setAside: ThreadActions['markSeen'] } {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const [aside, setAside] = useState<ReadonlySet<string>>(new Set())
  const unread = comments.flatMap((comment) => (comment.unread && !aside.has(comment.id) ? [comment.id] : [])).join(' ')
  if (unread.split(' ').some((comment) => comment !== '' && !fresh.has(comment))) setFresh(new Set([...fresh, ...unread.split(' ')]))

  useEffect(() => {
    const { current } = card
    if (unread === '' || current === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (visible: boolean): void => {
      clearTimeout(timer)
      if (!visible) return
      timer = setTimeout(() => {
        // Whoever looks at another window has not seen it.
        if (!document.hasFocus()) return look(true)
        keepShown(id)
        markSeen(unread.split(' '), true)
      }, seenAfterMs)
    }
    const observer = new IntersectionObserver(([entry]) => look(entry?.isIntersecting === true), { threshold: 0.4 })
    observer.observe(current)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [card, id, unread, markSeen])

  return useMemo(
    () => ({
      fresh,
      setAside(chosen, seen) {
        setAside((before) => new Set([...before, ...chosen]))
        setFresh((before) => new Set([...before, ...chosen]))
        markSeen(chosen, seen)
      },
    }),
    [fresh, markSeen],
  )
}
