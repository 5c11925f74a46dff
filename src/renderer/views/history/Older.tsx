import { useEffect, useRef } from 'react'
import { Button } from '../../ui/Button'
import { inFigures } from '@shared/figures'

/** So far before the end of the list, in pixels, the next part of it is fetched. */
const ahead = 600

/** The end of what is shown of a history: more comes as one scrolls near to it, or by the button. */
export function Older({ left, onMore }: { readonly left: number; readonly onMore: () => void }) {
  const end = useRef<HTMLElement>(null)
  useEffect(() => {
    if (end.current === null) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && onMore(), { root: end.current.closest('[role="tabpanel"]'), rootMargin: `${ahead}px` })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [onMore])
  return (
    <section className="inspector__section" ref={end}>
      <Button size="small" onClick={onMore}>
        {left === 1 ? 'Show 1 older version' : `Show older versions (${inFigures(left)})`}
      </Button>
    </section>
  )
}
