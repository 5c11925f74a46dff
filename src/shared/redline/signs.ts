import type { Piece, RedlineBlock } from './redline-shape'
import { wordsOf } from './tokens'

/** A word or sign that came or went, without the spaces around it. */
export interface Sign {
  readonly text: string
  /** Index of the block, of the piece in it, and of the token in the piece. */
  readonly at: readonly [block: number, piece: number, token: number]
  /** What is deleted (or inserted) in one go has the same number. */
  readonly run: number
  /** Between which words that stayed it stands: what went and what came at one spot took each other's place. */
  readonly spot: string
  readonly isNote: boolean
}

/** Words and signs of the deleted (or inserted) pieces in reading order. What was moved with its block has been told. */
export function signsOf(blocks: readonly RedlineBlock[], kind: 'deleted' | 'inserted'): Sign[] {
  const signs: Sign[] = []
  let run = 0
  blocks.forEach((block, index) => {
    run += 1
    if (block.change === 'kept' || block.change === 'movedFrom' || (block.change === 'movedTo' && kind === 'deleted')) return
    let kept = 0
    block.pieces.forEach((piece, place) => {
      if (piece.kind === 'same') [run, kept] = [run + 1, kept + 1]
      if (piece.kind !== kind) return
      const shared = { run, spot: `${index} ${kept}`, isNote: piece.footnote === true }
      tokensOfPiece(piece).forEach((text, token) => text.trim() !== '' && signs.push({ text, at: [index, place, token], ...shared }))
    })
  })
  return signs
}

/** The words and signs of a piece; what is no letters is one of its own. */
export const tokensOfPiece = ({ text, inline }: Piece): string[] => (inline === undefined ? wordsOf(text) : [`\u0000${inline.type}`])

export const isWord = (token: string | undefined): boolean => token !== undefined && /[\p{L}\p{N}]/u.test(token) && !token.startsWith('\u0000')

/** The words among some signs. */
export const wordsAmong = (signs: readonly Sign[]): string[] => signs.flatMap(({ text }) => (isWord(text) ? text : []))

/** Some signs that follow each other: from the first to before the last index. */
export interface SignRange {
  readonly start: number
  readonly end: number
}

/** The sentences among some signs, with the footnotes in them; a stretch that was not changed as a whole is cut where it is. */
export function sentencesIn(signs: readonly Sign[]): SignRange[] {
  const sentences: SignRange[] = []
  let start = 0
  signs.forEach(({ text, run, isNote }, index) => {
    const next = signs[index + 1]
    const isOver = !isNote && /^[.!?…؟۔。！？।]$/u.test(text) && next?.isNote !== true
    const closes = next !== undefined && /^[)\]”’»"']$/u.test(next.text)
    const closed = /^[)\]”’»"']$/u.test(text) && /^[.!?…؟۔。！？।]$/u.test(signs[index - 1]?.text ?? '') && !isNote
    if (next !== undefined && next.run === run && !(isOver && !closes) && !closed) return
    sentences.push({ start, end: index + 1 })
    start = index + 1
  })
  return sentences
}

/** The footnotes among some signs that are there as a whole, from the place where they are called. */
export function footnotesIn(signs: readonly Sign[]): SignRange[] {
  return signs.flatMap(({ text, run, isNote }, start): SignRange[] => {
    if (!isNote || text !== '\u0000footnote') return []
    let end = start + 1
    while (signs[end]?.isNote === true && signs[end]?.run === run && signs[end]?.text !== '\u0000footnote') end += 1
    return [{ start, end }]
  })
}
