import type { Editor } from '@tiptap/core'
import { create } from 'zustand'

/** The words whose language is being chosen, if any: what the popover of an editor shows. */
export const usePhraseLanguage = create<{ readonly editor: Editor | null }>(() => ({ editor: null }))
export const endPhraseLanguage = (): void => usePhraseLanguage.setState({ editor: null })

/** Opens the choice of a language for the selected words, or for the marked phrase that the cursor is in. */
export function editPhraseLanguage(editor: Editor): void {
  editor.chain().focus().extendMarkRange('language').run()
  const { state } = editor
  if (state.selection.empty) {
    const word = state.selection.$from.parent.isTextblock ? wordAround(editor) : null
    if (word === null) return
    editor.commands.setTextSelection(word)
  }
  usePhraseLanguage.setState({ editor })
}

/** The word that the cursor is in, or null when it stands between spaces. */
function wordAround({ state: { selection } }: Editor): { readonly from: number; readonly to: number } | null {
  const { $from } = selection
  const text = $from.parent.textBetween(0, $from.parent.content.size, undefined, '\ufffc')
  const isWord = (at: number): boolean => /[\p{L}\p{M}\p{N}’'-]/u.test(text.charAt(at))
  let [start, end] = [$from.parentOffset, $from.parentOffset]
  while (start > 0 && isWord(start - 1)) start -= 1
  while (end < text.length && isWord(end)) end += 1
  return start === end ? null : { from: $from.start() + start, to: $from.start() + end }
}

/** Marks the selected words as of a language, or as of the story's own when it is null. */
export function setPhraseLanguage(editor: Editor, lang: string | null): void {
  const chain = editor.chain().focus()
  if (lang === null) chain.unsetMark('language').run()
  else chain.setMark('language', { lang }).run()
}
