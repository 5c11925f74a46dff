import { useState, type DragEvent } from 'react'

interface RowDrag {
  /** Where the dragged row would come to stand; null while nothing is dragged. */
  readonly over: number | null
  readonly dragged: number | null
  /** What makes a row draggable and a place to drop on. */
  readonly row: (place: number) => {
    readonly draggable: boolean
    readonly onDragStart: (event: DragEvent) => void
    readonly onDragOver: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
    readonly onDragEnd: () => void
  }
}

/** Rows that are put into another order by dragging one over another. */
export function useRowDrag(may: boolean, onMove: (from: number, to: number) => void): RowDrag {
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const end = (): void => {
    setDragged(null)
    setOver(null)
  }
  return {
    over,
    dragged,
    row: (place) => ({
      draggable: may,
      onDragStart(event) {
        // A text that is selected in a box is dragged as a text.
        if (event.target instanceof Element && event.target !== event.currentTarget) return
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', '')
        setDragged(place)
      },
      onDragOver(event) {
        if (dragged === null) return
        event.preventDefault()
        setOver(place)
      },
      onDrop(event) {
        if (dragged === null) return
        event.preventDefault()
        if (dragged !== place) onMove(dragged, place)
        end()
      },
      onDragEnd: end,
    }),
  }
}
