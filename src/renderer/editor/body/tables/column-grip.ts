import type { Editor } from '@tiptap/core'
import { cellAround, TableMap, updateColumnsOnResize } from '@tiptap/pm/tables'
import { leastColumn, setColumnWidth } from './column-width'

interface Grip {
  readonly element: HTMLElement
  /** Hides it: the table is another one now. */
  readonly hide: () => void
}

/** So near to the edge of a column the pointer takes hold of it; CSS pixels. */
const reach = 6

/**
 * The edge of a column as something to drag. It stands where the pointer comes near an edge, follows the direction of the text,
 * and sets the width once it is let go: one step of the history.
 */
export function columnGrip(editor: Editor, scroller: HTMLElement, table: HTMLTableElement, columns: HTMLTableColElement, startStep: () => void): Grip {
  const element = document.createElement('div')
  element.className = 'column-grip'
  element.hidden = true
  element.contentEditable = 'false'
  let cell: HTMLTableCellElement | null = null
  let dragging: { readonly x: number; readonly width: number; readonly sign: 1 | -1; now: number } | null = null
  const rightToLeft = (): boolean => getComputedStyle(table).direction === 'rtl'

  const show = (event: MouseEvent): void => {
    if (dragging !== null) return
    cell = edgeNear(event, rightToLeft())
    element.hidden = cell === null
    if (cell === null) return
    const [box, around] = [cell.getBoundingClientRect(), scroller.getBoundingClientRect()]
    element.style.left = `${(rightToLeft() ? box.left : box.right) - around.left + scroller.scrollLeft}px`
    element.style.height = `${table.offsetHeight}px`
  }
  const facts = () => {
    if (cell === null) return null
    const $cell = cellAround(editor.state.doc.resolve(editor.view.posAtDOM(cell, 0)))
    if ($cell === null) return null
    const node = $cell.node(-1)
    const map = TableMap.get(node)
    return { node, map, start: $cell.start(-1), column: map.colCount($cell.pos - $cell.start(-1)) + Number($cell.nodeAfter?.attrs['colspan'] ?? 1) - 1 }
  }
  element.addEventListener('pointerdown', (event) => {
    if (cell === null || event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    const width = cell.offsetWidth / cell.colSpan
    dragging = { x: event.clientX, width, sign: rightToLeft() ? -1 : 1, now: width }
    element.setPointerCapture(event.pointerId)
    element.classList.add('column-grip--held')
  })
  element.addEventListener('pointermove', (event) => {
    const about = facts()
    if (dragging === null || about === null) return
    dragging.now = Math.max(leastColumn, Math.round(dragging.width + (event.clientX - dragging.x) * dragging.sign))
    table.classList.add('table--sized')
    updateColumnsOnResize(about.node, columns, table, leastColumn, about.column, dragging.now)
    const [box, around] = [cell?.getBoundingClientRect(), scroller.getBoundingClientRect()]
    if (box) element.style.left = `${(rightToLeft() ? box.left : box.right) - around.left + scroller.scrollLeft}px`
  })
  const end = (event: PointerEvent): void => {
    const about = facts()
    const width = dragging?.now
    const moved = dragging !== null && dragging.now !== dragging.width
    dragging = null
    element.classList.remove('column-grip--held')
    element.releasePointerCapture(event.pointerId)
    if (about === null || width === undefined || !moved) return
    startStep()
    const { tr } = editor.state
    setColumnWidth(tr, about.map, about.node, about.start, about.column, width)
    editor.view.dispatch(tr)
    startStep()
  }
  element.addEventListener('pointerup', end)
  element.addEventListener('pointercancel', end)
  scroller.addEventListener('mousemove', show, { passive: true })
  scroller.addEventListener('mouseleave', () => dragging === null && (element.hidden = true))
  return { element, hide: () => dragging === null && (element.hidden = true) }
}

/** The cell at whose far edge the pointer is: the one under it, or the one before that. */
function edgeNear({ target, clientX }: MouseEvent, rightToLeft: boolean): HTMLTableCellElement | null {
  const under = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null
  if (under === null) return null
  const { left, right } = under.getBoundingClientRect()
  const [start, end] = rightToLeft ? [right, left] : [left, right]
  if (Math.abs(end - clientX) <= reach) return under
  const before = under.previousElementSibling
  return Math.abs(clientX - start) <= reach && before instanceof HTMLTableCellElement ? before : null
}
