import type { Piece } from './redline-shape'
import { linksOf } from './word-class'

/** Pieces of a text that are one change: words that were replaced in a row, or words in a row that look or lead otherwise. */
export interface Run {
  readonly sort: 'words' | 'format' | 'link'
  /** Indexes of its pieces, which follow each other. */
  readonly at: readonly number[]
}

/** The changes within a text, in reading order. Words that were moved, each with its own move in `part`, are changes of their own. */
export function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: { readonly sort: Run['sort']; readonly move: number | undefined; readonly at: number[] }[] = []
  let last: (typeof runs)[number] | null = null
  pieces.forEach((piece, index) => {
    const sort = sortOf(piece)
    const move = sort === 'words' ? piece.part : undefined
    if (sort === null) last = null
    else if (last?.sort === sort && last.move === move) last.at.push(index)
    else runs.push((last = { sort, move, at: [index] }))
  })
  return runs
}

function sortOf(piece: Piece): Run['sort'] | null {
  if (piece.kind !== 'same') return 'words'
  if (piece.marksBefore === undefined) return null
  return linksOf([piece]) === linksOf([{ marks: piece.marksBefore }]) ? 'format' : 'link'
}
