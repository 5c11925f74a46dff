import type { Editor } from '@tiptap/core'

/** Makes the selected words a link, or puts words that are one where the cursor is. The cursor goes behind them. */
export function applyLink(editor: Editor, startStep: () => void, href: string, words: string): void {
  const { from, to } = editor.state.selection
  const linked = editor.getAttributes('link')['href'] !== undefined
  startStep()
  if (from === to && !linked) editor.chain().focus().insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }).run()
  else editor.chain().focus().extendMarkRange('link').setLink({ href }).setTextSelection(to).run()
  startStep()
}

export function removeLink(editor: Editor, startStep: () => void): void {
  startStep()
  editor.chain().focus().extendMarkRange('link').unsetLink().run()
  startStep()
}
