import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/** Selects a stretch of the text and brings it into view, without taking the focus from where it is. */
export function showInText(editor: Editor, from: number, to: number): void {
  const { state, view } = editor
  const end = state.doc.content.size
  if (to > end) return
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
  bringIntoView(editor, from)
}

/** Scrolls a place of the text to the upper middle when it is not in sight. */
export function bringIntoView(editor: Editor, position: number): void {
  const scroller = editor.view.dom.closest('.story-editor__scroll')
  if (scroller === null) return
  // A text block that lies far away may have to be laid out first: then its place is known only afterwards.
  for (let tries = 0; tries < 2; tries++) {
    const place = editor.view.coordsAtPos(position)
    const { top, bottom, height } = scroller.getBoundingClientRect()
    if (place.top >= top + 40 && place.bottom <= bottom - 40) return
    scroller.scrollTop += place.top - top - height * 0.35
  }
}
