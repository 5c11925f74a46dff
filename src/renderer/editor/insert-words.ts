import type { Editor } from '@tiptap/core'
import { create } from 'zustand'

/** The editor that is on the screen, for what is put into the text from a dialog. Null while none is. */
export const useShownEditor = create<{ readonly editor: Editor | null }>(() => ({ editor: null }))

/** Puts words where the cursor is, in the field or the text that has it, as if they had been typed. Answers whether there was a place. */
export function insertWords(words: string): boolean {
  const active = document.activeElement
  if (active instanceof HTMLElement && active.matches('input[type="text"], input:not([type]), textarea, [type="search"]')) return document.execCommand('insertText', false, words)
  const { editor } = useShownEditor.getState()
  if (editor === null || editor.isDestroyed || !editor.view.dom.isConnected) return false
  editor.view.dispatch(editor.state.tr.insertText(words).scrollIntoView())
  editor.view.focus()
  return true
}
