import { graphemeBefore, graphemeAfter } from './snippet-edges'

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** All matches in a text, line by line as the text of a story is searched: none crosses the end of a block. Empty matches don't count. */
export function matchesIn(text: string, expression: RegExp): Stretch[] {
  const found: Stretch[] = []
  let start = 0
  for (const line of text.split('\n')) {
    for (const match of line.matchAll(expression)) if (match[0] !== '') found.push({ from: start + match.index, to: start + match.index + match[0].length })
    start += line.length + 1
  }
  return found
}

const around = 56

/** A match with some words before and after it, in one line. */
export function snippetOf(text: string, { from, to }: Stretch): { readonly before: string; readonly match: string; readonly after: string } {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const line = text.indexOf('\n', to)
  const end = line < 0 ? text.length : line
  const before = graphemeBefore(text.slice(start, from), around)
  const after = graphemeAfter(text.slice(to, end), around)
  return { before: from - start > before.length ? `…${before}` : before, match: text.slice(from, Math.min(to, from + 200)), after: end - to > after.length ? `${after}…` : after }
}
