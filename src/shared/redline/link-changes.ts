import type { DocumentMark } from '../story/revision'
import type { Piece } from './redline-shape'

/** Where some words led and lead now; null where they are no link. */
export interface LinkChange {
  readonly before: string | null
  readonly after: string | null
}

/** What became of the link of a piece of text: null where it has none, or the same one. */
export function linkChangeOf({ kind, marks, marksBefore }: Piece): LinkChange | null {
  const now = addressIn(marks)
  if (kind !== 'same') return now === null ? null : kind === 'inserted' ? { before: null, after: now } : { before: now, after: null }
  const former = marksBefore === undefined ? now : addressIn(marksBefore)
  return former === now ? null : { before: former, after: now }
}

/** The same, told once behind the last of the pieces that lead there together. */
export function linkChangeBehind(pieces: readonly Piece[], index: number): LinkChange | null {
  const [piece, next] = pieces.slice(index, index + 2)
  const change = piece === undefined ? null : linkChangeOf(piece)
  const following = next === undefined ? null : linkChangeOf(next)
  return change !== null && following !== null && change.before === following.before && change.after === following.after ? null : change
}

function addressIn(marks: readonly DocumentMark[] = []): string | null {
  const link = marks.find(({ type }) => type === 'link')
  return link === undefined ? null : String(link.attrs?.['href'] ?? '')
}
