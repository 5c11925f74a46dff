import type { Editor } from '@tiptap/core'
import { afterPause } from '../../app/after-pause'
import { blockName } from './comment-marks'

/** A key that changes no height moves no mark; one that does is followed when nothing has been typed for so long, milliseconds. */
const pauseMs = 120

/** The attribute by which a mark in the margin names its block. */
export const markOfBlock = 'data-beside'

/**
 * Keeps the marks in the margin beside their blocks. It looks when blocks are drawn or change their height: after a pause in typing, when
 * lines break elsewhere, and when far blocks come into sight. (CSS anchors would do this alone, but with `content-visibility`
 * Chromium 140 stops painting the window.) Answers how to look now, and how to stop.
 */
export function followTops(editor: Editor, layer: HTMLElement): { readonly look: () => void; readonly stop: () => void } {
  const { dom } = editor.view
  let frame = 0
  function look(): void {
    frame = 0
    if (!dom.isConnected || layer.childElementCount === 0) return
    const { top } = layer.getBoundingClientRect()
    const tops = new Map<string, number>()
    for (const block of dom.querySelectorAll(`[${blockName}]`)) tops.set(block.getAttribute(blockName) ?? '', drawn(dom, block).getBoundingClientRect().top - top)
    for (const mark of layer.children) {
      const at = tops.get(mark.getAttribute(markOfBlock) ?? '')
      if (!(mark instanceof HTMLElement)) continue
      mark.hidden = at === undefined
      mark.style.top = `${Math.round((at ?? 0) + 2)}px`
    }
  }
  const soon = (): void => {
    frame ||= requestAnimationFrame(look)
  }
  const resized = new ResizeObserver(soon)
  resized.observe(dom)
  const inPause = afterPause(soon, pauseMs)
  const changed = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void => {
    if (transaction.docChanged && layer.childElementCount > 0) inPause()
  }
  editor.on('transaction', changed)
  // A list that was far off shows its own items only when it is in sight.
  const scroller = layer.closest('.story-editor__scroll')
  scroller?.addEventListener('scroll', inPause, { passive: true })
  return {
    look,
    stop() {
      cancelAnimationFrame(frame)
      inPause.cancel()
      resized.disconnect()
      editor.off('transaction', changed)
      scroller?.removeEventListener('scroll', inPause)
    },
  }
}

/** The block, or what of it the browser has laid out: of a list far off only the list as a whole. */
function drawn(text: Element, block: Element): Element {
  let whole = block
  while (whole.parentElement !== null && whole.parentElement !== text) whole = whole.parentElement
  return whole === block || block.checkVisibility({ contentVisibilityAuto: true }) ? block : whole
}
