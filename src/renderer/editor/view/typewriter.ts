import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { useApp } from '../../app/app-store'

const isOn = (): boolean => useApp.getState().preferences?.typewriter === true

/** Keeps the line with the cursor in the middle of the window while one writes; where the pointer put the cursor, nothing moves. */
export const typewriter = Extension.create({
  name: 'typewriter',
  addProseMirrorPlugins() {
    let frame = 0
    let byPointer = false
    return [
      new Plugin({
        props: {
          handleScrollToSelection: () => isOn(),
          handleDOMEvents: {
            mousedown: () => {
              byPointer = true
              return false
            },
            keydown: () => {
              byPointer = false
              return false
            },
          },
        },
        view: () => ({
          update(view, before) {
            if (!isOn() || byPointer || frame !== 0 || (view.state.doc === before.doc && view.state.selection.eq(before.selection))) return
            // In the frame that is drawn anyway: no key waits for the page to be measured.
            frame = requestAnimationFrame(() => {
              frame = 0
              if (!view.isDestroyed && view.hasFocus()) centreCursor(view)
            })
          },
          destroy: () => cancelAnimationFrame(frame),
        }),
      }),
    ]
  },
})

/** Scrolls so that the cursor's line is in the middle. */
export function centreCursor(view: EditorView): void {
  const scroller = view.dom.closest('.story-editor__scroll')
  if (scroller === null) return
  const { top, bottom } = view.coordsAtPos(view.state.selection.head)
  const { top: start, height } = scroller.getBoundingClientRect()
  scroller.scrollTop += (top + bottom) / 2 - start - height / 2
}
