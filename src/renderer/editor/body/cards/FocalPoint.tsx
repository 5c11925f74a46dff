import './focal-point.css'
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'

interface FocalPointProps {
  /** Percent from the left and from the top. */
  readonly x: number
  readonly y: number
  readonly onMove: (x: number, y: number) => void
  readonly onDone: () => void
}

const steps: Readonly<Record<string, readonly [x: number, y: number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
const within = (value: number): number => Math.min(100, Math.max(0, Math.round(value)))

/** What must stay in sight when a picture is cut to another shape: set by a click, or moved by the arrow keys. */
export function FocalPoint({ x, y, onMove, onDone }: FocalPointProps) {
  const area = useRef<HTMLSpanElement>(null)
  const aim = (event: PointerEvent): void => {
    const box = area.current?.getBoundingClientRect()
    if (box === undefined) return
    event.preventDefault()
    onMove(within(((event.clientX - box.left) / box.width) * 100), within(((event.clientY - box.top) / box.height) * 100))
  }
  const hear = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const far = event.shiftKey ? 1 : 5
      onMove(within(x + step[0] * far), within(y + step[1] * far))
    } else if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault()
      onDone()
    }
  }
  return (
    <span ref={area} className="focal-point" data-own-keys="" onPointerDown={aim}>
      <button type="button" autoFocus className="focal-point__mark" style={{ left: `${x}%`, top: `${y}%` }} aria-label={`Focal point: ${x}% from the left, ${y}% from the top. Arrow keys move it.`} onKeyDown={hear} />
    </span>
  )
}
