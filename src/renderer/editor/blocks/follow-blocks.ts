import type { Editor } from '@tiptap/core'
import { afterPause } from '../../app/after-pause'
import { blockAround, blockAt, blocksOf, type BlockRange } from './block-range'

/** Keeps the one handle beside the block that is meant. */
export interface HandleFollower {
  /** The block that it is beside, as the text is now; null when it is beside none. */
  block(): BlockRange | null
  moveTo(block: BlockRange): void
  /** Keeps it where it is while its menu is open, or the block is being dragged. */
  hold(held: boolean): void
  stop(): void
}

/** The cursor's block gets the handle only when nothing has been typed for so long; milliseconds. */
const restMs = 700

/** A handle of a list item stands before its marker. */
const markerWidth = 26

/**
 * Lets the handle follow the pointer, and the cursor once that rests. While someone types it is hidden, and nothing is
 * measured; the page is looked at only in the frame after the pointer has moved.
 */
export function followBlocks(editor: Editor, handle: HTMLElement): HandleFollower {
  const { view } = editor
  const scroller = handle.closest<HTMLElement>('.story-editor__scroll')
  let beside: number | null = null
  let held = false
  let frame = 0
  const rest = afterPause(besideCursor, restMs)
  let pointer: { readonly x: number; readonly y: number } | null = null

  const hide = (): void => {
    if (!handle.hidden) handle.hidden = true
  }
  function moveTo(block: BlockRange): void {
    const dom = view.nodeDOM(block.from)
    const page = handle.offsetParent ?? handle.parentElement
    if (!(dom instanceof HTMLElement) || page === null) return hide()
    beside = block.from
    const [box, around] = [dom.getBoundingClientRect(), page.getBoundingClientRect()]
    const rightToLeft = getComputedStyle(dom).direction === 'rtl'
    const marker = dom.localName === 'li' ? markerWidth : 0
    handle.hidden = false
    handle.style.left = `${Math.round(rightToLeft ? box.right - around.left + 4 + marker : box.left - around.left - 26 - marker)}px`
    handle.style.top = `${Math.round(box.top - around.top + 4)}px`
  }
  function lookUnderPointer(): void {
    frame = 0
    if (held || pointer === null) return
    const box = view.dom.getBoundingClientRect()
    const element = document.elementFromPoint(box.left + box.width / 2, pointer.y)
    if (element === null || element === view.dom || !view.dom.contains(element)) return
    const block = blockUnder(editor, element)
    if (block !== null && (block.from !== beside || handle.hidden)) moveTo(block)
  }
  const move = (event: MouseEvent): void => {
    if (held || (event.target instanceof Node && handle.contains(event.target))) return
    pointer = { x: event.clientX, y: event.clientY }
    frame ||= requestAnimationFrame(lookUnderPointer)
  }
  const leave = (): void => {
    if (!held) hide()
  }
  const typed = (): void => {
    if (held) return
    hide()
    rest()
  }
  function besideCursor(): void {
    if (held || !editor.isFocused || editor.isDestroyed || !view.dom.isConnected) return
    const block = asWhole(editor, blocksOf(editor.state.selection))
    if (block !== null) moveTo(block)
  }
  // In a narrower page its old place may be outside.
  const resized = new ResizeObserver(() => leave())
  if (scroller !== null) resized.observe(scroller)
  scroller?.addEventListener('mousemove', move, { passive: true })
  scroller?.addEventListener('mouseleave', leave)
  editor.on('update', typed)
  editor.on('selectionUpdate', typed)
  return {
    block() {
      if (beside === null || beside > editor.state.doc.content.size) return null
      const $beside = editor.state.doc.resolve(beside)
      return $beside.nodeAfter === null ? null : blockAt($beside)
    },
    moveTo,
    hold(now) {
      held = now
      if (!now) typed()
    },
    stop() {
      cancelAnimationFrame(frame)
      rest.cancel()
      resized.disconnect()
      scroller?.removeEventListener('mousemove', move)
      scroller?.removeEventListener('mouseleave', leave)
      editor.off('update', typed)
      editor.off('selectionUpdate', typed)
    },
  }
}

function blockUnder(editor: Editor, element: Element): BlockRange | null {
  const { view, state } = editor
  const card = element.closest('.card')
  const position = view.posAtDOM(card ?? element, 0)
  if (position < 0 || position > state.doc.content.size) return null
  return asWhole(editor, blockAt(state.doc.resolve(position)))
}

/** A row has no place for a handle: its table has one. */
function asWhole({ state }: Editor, block: BlockRange | null): BlockRange | null {
  return block !== null && block.parent.type.name === 'table' ? blockAround(state.doc, block) : block
}
