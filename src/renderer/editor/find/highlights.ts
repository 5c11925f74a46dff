import type { Editor } from '@tiptap/core'
import { rangeOfText } from '../range-of-text'
import type { StoryMatch } from './story-matches'

/**
 * Marks matches in the text with the browser's own highlights, which change nothing of the page: no element is made, and a match
 * more or less costs no layout. Only those in sight are marked.
 */
export function highlightMatches(editor: Editor, matches: readonly StoryMatch[], current: number): void {
  const [all, one] = [new Highlight(), new Highlight()]
  one.priority = 1
  const { from, to } = inSight(editor)
  for (const [index, match] of matches.entries()) {
    if (match.in !== 'body' || match.match.to < from || match.match.from > to) continue
    const range = rangeOfText(editor, match.match.from, match.match.to)
    if (range) (index === current ? one : all).add(range)
  }
  CSS.highlights.set('find-match', all)
  CSS.highlights.set('find-current', one)
}

export function clearHighlights(): void {
  CSS.highlights.delete('find-match')
  CSS.highlights.delete('find-current')
}

/** The part of the text that can be seen, with a screen more before and after. */
function inSight(editor: Editor): { readonly from: number; readonly to: number } {
  const { state, view } = editor
  const scroller = view.dom.closest('.story-editor__scroll')
  if (scroller === null) return { from: 0, to: state.doc.content.size }
  const { top, bottom, height } = scroller.getBoundingClientRect()
  const starts: number[] = []
  state.doc.forEach((_node, offset) => starts.push(offset))
  const edge = (isBefore: (box: DOMRect) => boolean): number => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const dom = view.nodeDOM(starts[middle] ?? 0)
      if (dom instanceof Element && isBefore(dom.getBoundingClientRect())) low = middle + 1
      else high = middle
    }
    return low
  }
  const first = edge((box) => box.bottom < top - height)
  const last = edge((box) => box.top < bottom + height)
  return { from: starts[first] ?? state.doc.content.size, to: starts[last] ?? state.doc.content.size }
}
