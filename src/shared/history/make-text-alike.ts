import type * as Y from 'yjs'
import { align } from '../redline/align'
import { piecesOf, type Piece } from './standing'

/** Makes a text say the same as another, with the same marks, word by word: words that are in both stay as they are. */
export function makeTextAlike(target: Y.Text, wanted: Y.Text): void {
  replaceWords(target, textOf(piecesOf(wanted)))
  makeMarksAlike(target, piecesOf(wanted))
}

/** Turns a text into another by deletions and insertions of whole words. */
export function replaceWords(target: Y.Text, next: string): void {
  const [before, after] = [wordsOf(textOf(piecesOf(target))), wordsOf(next)]
  let place = 0
  for (const { same, before: [b0, b1], after: [a0, a1] } of align(before, after)) {
    const length = before.slice(b0, b1).join('').length
    if (same) {
      place += length
      continue
    }
    const inserted = after.slice(a0, a1).join('')
    if (length > 0) target.delete(place, length)
    if (inserted !== '') target.insert(place, inserted)
    place += inserted.length
  }
}

/** Words, the spaces between them, and signs, one by one; no pair of surrogates is cut. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

function makeMarksAlike(target: Y.Text, wanted: readonly Piece[]): void {
  const before = piecesOf(target)
  const cuts = [...new Set([...endsOf(before), ...endsOf(wanted)])].sort((a, b) => a - b)
  let start = 0
  for (const end of cuts) {
    const [old, next] = [marksAt(before, start), marksAt(wanted, start)]
    const changed = Object.entries(next).filter(([name, value]) => JSON.stringify(old[name]) !== JSON.stringify(value))
    const removed = Object.keys(old).flatMap((name) => (name in next ? [] : [[name, null] as const]))
    if (changed.length + removed.length > 0) target.format(start, end - start, Object.fromEntries([...removed, ...changed]))
    start = end
  }
}

function endsOf(pieces: readonly Piece[]): number[] {
  let end = 0
  return pieces.map(({ text }) => (end += text.length))
}

function marksAt(pieces: readonly Piece[], place: number): Piece['marks'] {
  let end = 0
  return pieces.find(({ text }) => (end += text.length) > place)?.marks ?? {}
}
