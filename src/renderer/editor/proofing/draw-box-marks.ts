import type { Mark } from './marks'

/** Where something is to be marked in the text of a box. */
export interface BoxMark {
  readonly from: number
  readonly to: number
  readonly words: string
  readonly kind: Mark['kind']
}

/** Marks of an earlier text, where their words are now: those behind a change move along, those that it touched are gone until they are looked for again. */
export function movedMarks(marks: readonly BoxMark[], before: string, now: string): readonly BoxMark[] {
  if (before === now) return marks
  let same = 0
  while (same < before.length && same < now.length && before[same] === now[same]) same += 1
  const grown = now.length - before.length
  return marks.map((mark) => (mark.to <= same ? mark : { ...mark, from: mark.from + grown, to: mark.to + grown })).filter(({ from, to, words }) => now.slice(from, to) === words)
}

/** Writes a text once more with its marks: it lies unseen behind the box that has the same text, so that only the lines show. */
export function drawBoxMarks(mirror: HTMLElement, text: string, marks: readonly BoxMark[]): void {
  const pieces: (string | HTMLElement)[] = []
  let done = 0
  for (const { from, to, kind } of [...marks].sort((a, b) => a.from - b.from)) {
    if (from < done) continue
    const marked = mirror.ownerDocument.createElement('span')
    marked.className = `proof proof--${kind}`
    marked.textContent = text.slice(from, to)
    pieces.push(text.slice(done, from), marked)
    done = to
  }
  // An empty mirror costs no layout.
  mirror.replaceChildren(...(pieces.length === 0 ? [] : [...pieces, text.slice(done)]))
}
