import { wordCount } from '@shared/story/text'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
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
  return { ...lengthOf(doc, 0, doc.content.size), selected: selection instanceof NodeSelection || selection.empty ? null : lengthOf(doc, selection.from, selection.to) }
}

/** Words, and characters without the breaks between blocks. A footnote's words stand apart from the word that it belongs to. */
function lengthOf(doc: Node, from: number, to: number): Length {
  const parts: string[] = []
  let characters = 0
  doc.nodesBetween(from, to, (node, position) => {
    if (node.isText && node.text !== undefined) {
      const text = node.text.slice(Math.max(0, from - position), to - position)
      characters += text.length
      parts.push(text)
    } else if (node.isBlock || !node.isLeaf) {
      parts.push(' ')
    }
  })
  return { words: wordCount(parts.join('')), characters }
}

/** Minutes that reading takes, at 220 words a minute; at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / 220))
