import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { rangeOfText } from '../range-of-text'

/** Words that a box is about go on to look selected: the browser shows one selection, and while one writes in the box that is in it. */
export function useHeldWords(editor: Editor, from: number, to: number): void {
  useEffect(() => {
    const range = from < to ? rangeOfText(editor, from, to) : null
    if (range === null) return
    CSS.highlights.set('held-words', new Highlight(range))
    return () => void CSS.highlights.delete('held-words')
  }, [editor, from, to])
}
