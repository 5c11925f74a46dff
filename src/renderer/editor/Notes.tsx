import './notes.css'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useEffect, useState } from 'react'
import { afterPause } from '../app/after-pause'
import { footnotesIn, openFootnote } from './body/footnote-commands'

const pauseMs = 250

/** The footnotes of a block that has not changed are looked for once. */
const known = new WeakMap<Node, readonly string[]>()

/**
 * The footnotes as readers find them at the end. A click leads to where the note is written.
 * @param direction Which way the story is written, where that is known: its numbers stand at that side.
 */
export function Notes({ editor, direction }: { readonly editor: Editor; readonly direction: 'ltr' | 'rtl' | undefined }) {
  const notes = useNotes(editor)
  if (notes.length === 0) return null
  return (
    <section className="notes" dir={direction} aria-labelledby="notes-title">
      <h2 className="notes__title" id="notes-title">
        Notes
      </h2>
      <ol className="notes__list">
        {notes.map((note, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a note is known by its number
          <li key={index}>
            <button type="button" className="notes__one" dir="auto" title="Go to this note" onMouseDown={(event) => event.preventDefault()} onClick={() => open(editor, index)}>
              {note || 'Empty note'}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function open(editor: Editor, index: number): void {
  const note = footnotesIn(editor)[index]
  if (note) openFootnote(editor, note.end)
}

/** What the footnotes say, told a moment after the last change: typing does not wait for it. */
function useNotes(editor: Editor): readonly string[] {
  const [notes, setNotes] = useState(() => notesOf(editor.state.doc))
  useEffect(() => {
    const look = (): void => {
      if (editor.isDestroyed) return
      const now = notesOf(editor.state.doc)
      setNotes((before) => (before.length === now.length && before.every((note, index) => note === now[index]) ? before : now))
    }
    const later = afterPause(look, pauseMs)
    look()
    editor.on('update', later)
    return () => {
      later.cancel()
      editor.off('update', later)
    }
  }, [editor])
  return notes
}

function notesOf(doc: Node): readonly string[] {
  return doc.content.content.flatMap((block) => {
    const before = known.get(block)
    if (before !== undefined) return before
    const found: string[] = []
    block.descendants((node) => {
      if (node.type.name === 'footnote') found.push(node.textContent)
      return node.type.name !== 'footnote'
    })
    known.set(block, found)
    return found
  })
}
