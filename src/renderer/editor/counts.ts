import { wordCount } from '@shared/story/text'
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'

interface Length {
  readonly words: number
  readonly characters: number
}
export interface Counts extends Length {
  /** Of the selection, when something is selected. */
  readonly selected: Length | null
}

const pauseMs = 250

/** How long the text is, told a moment after the last change: counting takes no part in typing. */
export function useCounts(editor: Editor): Counts {
  const [counts, setCounts] = useState(() => countsOf(editor))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setCounts(countsOf(editor)), pauseMs)
    }
    count()
    editor.on('update', count)
    editor.on('selectionUpdate', count)
    return () => {
      clearTimeout(timer)
      editor.off('update', count)
      editor.off('selectionUpdate', count)
    }
  }, [editor])
  return counts
}

function countsOf({ state: { doc, selection } }: Editor): Counts {
  const all = lengthOf(doc.textBetween(0, doc.content.size, '\n', ' '))
  return { ...all, selected: selection.empty ? null : lengthOf(doc.textBetween(selection.from, selection.to, '\n', ' ')) }
}

/** Characters as people count them, without the breaks between blocks. */
function lengthOf(text: string): Length {
  return { words: wordCount(text), characters: text.replaceAll('\n', '').length }
}

/** Minutes that reading takes, at 220 words a minute; at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / 220))
