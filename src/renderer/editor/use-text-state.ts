import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'

/** One frame: what is shown of the text's state may be a moment late, so that no key waits for it. */
const pauseMs = 16

/** Some facts about the text and its selection, told anew only when they differ. `read` must be stable. */
export function useTextState<T extends Readonly<Record<string, unknown>>>(editor: Editor, read: (editor: Editor) => T): T {
  const [facts, setFacts] = useState(() => read(editor))
  useEffect(() => watch(editor, () => setFacts((before) => kept(before, read(editor)))), [editor, read])
  return facts
}

/** Calls `look` a moment after each change of the text, its selection or its focus; answers how to stop. */
function watch(editor: Editor, look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      if (!editor.isDestroyed) look()
    }, pauseMs)
  }
  soon()
  editor.on('transaction', soon)
  editor.on('focus', soon)
  editor.on('blur', soon)
  return () => {
    clearTimeout(timer)
    editor.off('transaction', soon)
    editor.off('focus', soon)
    editor.off('blur', soon)
  }
}

/** The facts from before, when the new ones are the same. */
function kept<T extends Readonly<Record<string, unknown>>>(before: T, next: T): T {
  return Object.keys(next).every((key) => Object.is(before[key], next[key])) ? before : next
}
