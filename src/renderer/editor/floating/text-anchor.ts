import { posToDOMRect, type Editor } from '@tiptap/core'
import type { VirtualElement } from '@floating-ui/dom'

/** A stretch of the text as a place to stand beside; asks anew where it is each time. */
export function textAnchor(editor: Editor, from: number, to: number): VirtualElement {
  return {
    contextElement: editor.view.dom,
    getBoundingClientRect() {
      const end = editor.state.doc.content.size
      return posToDOMRect(editor.view, Math.min(from, end), Math.min(to, end))
    },
  }
}
