import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'

/** One frame: what is shown of the text's state may be a moment late, so that no key waits for it. */
const pauseMs = 16

/** Some facts about the text and its selection, told anew only when they differ. `read` must be stable. */
export function useTextState<T extends Readonly<Record<string, unknown>>>(editor: Editor, read: (editor: Editor) => T): T {
  const [facts, setFacts] = useState(() => read(editor))
  const shown = useRef(facts)
  useEffect(
    () =>
      watch(editor, () => {
        const next = kept(shown.current, read(editor))
        // React looks at a component again also for a state that is the same, and most keys change none of these facts.
        if (next === shown.current) return
        shown.current = next
        setFacts(next)
      }),
    [editor, read],
  )
  return facts
}

/** Who looks at an editor: all of them in one task, so that they are drawn together. */
const watchers = new WeakMap<Editor, Set<() => void>>()

/** Calls `look` a moment after each change of the text, its selection or its focus; answers how to stop. */
function watch(editor: Editor, look: () => void): () => void {
  const looks = watchers.get(editor) ?? startWatching(editor)
  looks.add(look)
  // What changed before there was anyone to look.
  look()
  return () => looks.delete(look)
}

/** Listens as long as the editor lives. */
function startWatching(editor: Editor): Set<() => void> {
  const looks = new Set<() => void>()
  watchers.set(editor, looks)
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = (): void => {
    if (looks.size === 0) return
    timer ??= setTimeout(() => {
      timer = undefined
      if (!editor.isDestroyed) for (const look of looks) look()
    }, pauseMs)
  }
  editor.on('transaction', soon)
  editor.on('focus', soon)
  editor.on('blur', soon)
  editor.on('destroy', () => clearTimeout(timer))
  return looks
}

/** The facts from before, when the new ones are the same. */
function kept<T extends Readonly<Record<string, unknown>>>(before: T, next: T): T {
  return Object.keys(next).every((key) => Object.is(before[key], next[key])) ? before : next
}
