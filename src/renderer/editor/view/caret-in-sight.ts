import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * A caret that is in sight needs no scrolling. ProseMirror finds that out by measuring each element around the text, with each key;
 * here one of them scrolls, so one is measured.
 */
export const caretInSight = Extension.create({
  name: 'caretInSight',
  addProseMirrorPlugins: () => [new Plugin({ props: { handleScrollToSelection: isInSight } })],
})

function isInSight(view: EditorView): boolean {
  const { selection } = view.state
  // Tables, cards and code may scroll by themselves: there ProseMirror looks further.
  if (!(selection instanceof TextSelection) || selection.$head.depth !== 1 || selection.$head.parent.type.spec.code === true) return false
  const scroller = view.dom.closest('.story-editor__scroll')
  if (scroller === null) return false
  const caret = view.coordsAtPos(selection.head, 1)
  const room = scroller.getBoundingClientRect()
  return caret.top >= room.top && caret.bottom <= room.bottom
}
