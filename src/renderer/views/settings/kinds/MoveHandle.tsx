import { GripVertical } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Hint } from '../../../ui/Hint'

interface MoveHandleProps {
  /** What it moves. */
  readonly name: string
  readonly place: number
  readonly total: number
  readonly unavailable?: boolean
  readonly onMove: (to: number) => void
}

/** Moves an entry of a list: up and down with the arrows, to the ends with Home and End, or dragged with its row. */
export function MoveHandle({ name, place, total, unavailable = false, onMove }: MoveHandleProps) {
  const hear = (event: KeyboardEvent): void => {
    const to = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: total - 1 }[event.key]
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (!unavailable && to >= 0 && to < total && to !== place) onMove(to)
  }
  return (
    <Hint text="Drag it, or use the arrow keys">
      <button type="button" className="move-handle" aria-label={`Move ‘${name}’, ${place + 1} of ${total}`} aria-disabled={unavailable || undefined} data-move={name} onKeyDown={hear}>
        <GripVertical size={15} aria-hidden />
      </button>
    </Hint>
  )
}
