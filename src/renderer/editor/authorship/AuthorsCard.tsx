import './authorship.css'
import type { ReferenceElement } from '@floating-ui/dom'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { Floating } from '../floating/Floating'
import { closeAsked } from './authorship-store'

interface AuthorsCardProps {
  readonly title: string
  /** What it stands beside. */
  readonly anchor: ReferenceElement
  /** Takes the focus back to where one was writing. */
  readonly back: () => void
  /** Shows the same for the whole story; without it, that is shown already. */
  readonly showAll?: (() => void) | undefined
  readonly children: ReactNode
}

/** The answer to ‘who wrote this’, beside what it is about. Escape, or a press elsewhere, ends it. */
export function AuthorsCard({ title, anchor, back, showAll, children }: AuthorsCardProps) {
  const id = useId()
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      closeAsked()
      back()
    }
    const leave = (event: PointerEvent): void => {
      if (event.target instanceof Element && card.current?.contains(event.target) !== true) closeAsked()
    }
    window.addEventListener('keydown', press, { capture: true })
    window.addEventListener('pointerdown', leave)
    return () => {
      window.removeEventListener('keydown', press, { capture: true })
      window.removeEventListener('pointerdown', leave)
    }
  }, [back])
  return (
    <Floating anchor={anchor} placement="bottom-start" gap={6} takesFocus role="dialog" aria-labelledby={id}>
      <div ref={card} className="wrote-this">
        <p className="wrote-this__title" id={id}>
          {title}
        </p>
        {children}
        <div className="wrote-this__foot">
          {showAll && (
            <Button size="small" look="quiet" onClick={() => (showAll(), back())}>
              Show in the whole story
            </Button>
          )}
          <Button size="small" data-first onClick={() => (closeAsked(), back())}>
            Close
          </Button>
        </div>
      </div>
    </Floating>
  )
}
