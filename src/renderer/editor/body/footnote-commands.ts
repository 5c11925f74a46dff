import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { CommandHandlers } from '../../app/command-registry'

/** The inner ends of all footnotes, in their order. */
export function footnotesIn({ state: { doc } }: Editor): { readonly from: number; readonly end: number }[] {
  const found: { readonly from: number; readonly end: number }[] = []
  doc.descendants((node, position) => {
    if (node.type.name !== 'footnote') return true
    found.push({ from: position, end: position + node.nodeSize - 1 })
    return false
  })
  return found
}

/** Opens the footnote at a place: the cursor goes to the end of its text. */
export function openFootnote(editor: Editor, end: number): void {
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, end)).scrollIntoView())
  editor.view.focus()
}

/** From footnote to footnote by key; Escape leads back into the text. */
export function footnoteCommands(editor: Editor): CommandHandlers {
  const go = (direction: 1 | -1) => (): void => {
    const notes = footnotesIn(editor)
    const { head } = editor.state.selection
    const next = direction > 0 ? notes.find(({ from }) => from >= head) : notes.findLast(({ end }) => end < head)
    const to = next ?? notes.at(direction > 0 ? 0 : -1)
    if (to !== undefined) openFootnote(editor, to.end)
  }
  return { 'footnote.next': go(1), 'footnote.previous': go(-1) }
}
