import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { headingsIn } from './headings'

/** Puts the cursor into the heading of an id and shows it; answers whether there is one. */
export function goToHeading(editor: Editor, id: string): boolean {
  const heading = headingsIn(editor.state.doc).find((other) => other.id === id)
  if (heading === undefined) return false
  const { doc, tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(heading.position + 1))))
  editor.view.focus()
  const element = editor.view.nodeDOM(heading.position)
  if (element instanceof HTMLElement) element.scrollIntoView({ block: 'center' })
  return true
}
