import type { DocumentMark, DocumentNode } from '../story/revision'
import type { Piece } from './redline-shape'

/** The inline content that some pieces are in one of the two texts: letters, line breaks and footnotes with their marks. */
export function inlineOf(pieces: readonly Piece[], side: 'before' | 'after'): DocumentNode[] {
  const content: Line[] = []
  let note: Line[] | null = null
  for (const piece of pieces) {
    if (piece.kind === (side === 'after' ? 'deleted' : 'inserted')) continue
    const marks = side === 'before' && piece.marksBefore !== undefined ? piece.marksBefore : (piece.marks ?? [])
    if (piece.inline?.type === 'footnote') {
      note = []
      content.push({ node: piece.inline, marks, content: note })
    } else {
      add(piece.footnote && note !== null ? note : content, piece, marks)
    }
  }
  return content.map(nodeOf)
}

/** Letters, or a node that stands among them. */
type Line = { text: string; readonly marks: readonly DocumentMark[]; readonly look: string } | { readonly node: DocumentMark; readonly marks: readonly DocumentMark[]; readonly content: Line[] }

function add(line: Line[], { text, inline }: Piece, marks: readonly DocumentMark[]): void {
  if (inline !== undefined) {
    line.push({ node: inline, marks, content: [] })
    return
  }
  const last = line.at(-1)
  const look = JSON.stringify(marks)
  if (last !== undefined && 'text' in last && last.look === look) last.text += text
  else line.push({ text, marks, look })
}

function nodeOf(part: Line): DocumentNode {
  const marks = part.marks.length > 0 && { marks: part.marks }
  if ('text' in part) return { type: 'text', ...marks, text: part.text }
  const { type, attrs } = part.node
  return { type, ...(attrs !== undefined && { attrs }), ...(part.content.length > 0 && { content: part.content.map(nodeOf) }), ...marks }
}
