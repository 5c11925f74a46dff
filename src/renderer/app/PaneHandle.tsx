import './pane-handle.css'
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { prefer } from './app-store'
import { paneLimits } from './pane-layout'
import { stretchPane } from './panes'

type Pane = keyof typeof paneLimits

interface PaneHandleProps {
  readonly pane: Pane
  /** Its name for screen readers. */
  readonly label: string
  readonly width: number
  /** On which edge of its pane it lies. */
  readonly edge: 'start' | 'end'
}

const step = 16

/** The border between two panes: dragged with the pointer, or moved with the arrow keys, Home and End. */
export function PaneHandle({ pane, label, width, edge }: PaneHandleProps) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const { min, max } = paneLimits[pane]
  const direction = edge === 'end' ? 1 : -1
  const kept = (value: number): number => Math.round(Math.min(Math.max(value, min), max))
  const remember = (value: number): void => prefer({ [`${pane}Width`]: kept(value) })

  const grab = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, width }
  }
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (from.current) stretchPane(`${pane}Width`, kept(from.current.width + (event.clientX - from.current.x) * direction))
  }
  const release = (event: PointerEvent<HTMLDivElement>): void => {
    if (from.current) remember(from.current.width + (event.clientX - from.current.x) * direction)
    from.current = null
  }
  const press = (event: KeyboardEvent): void => {
    const next = { ArrowRight: width + step * direction, ArrowLeft: width - step * direction, Home: min, End: max }[event.key]
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    remember(next)
  }
  return (
    <div
      className={`pane-handle pane-handle--${edge}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={Math.round(width)}
      tabIndex={0}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={press}
    />
  )
}
