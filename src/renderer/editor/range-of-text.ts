import type { Editor } from '@tiptap/core'

/** A stretch of the text as the browser knows it, which moves with the text; null when it ends behind the text. */
export function rangeOfText({ view, state }: Editor, from: number, to: number): Range | null {
  if (to > state.doc.content.size) return null
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)]
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}
