import type { Piece } from './redline-shape'
import { isWord, tokensOfPiece } from './signs'

/** A piece in parts: those of its tokens that have a number, with the spaces between them, and the others. */
export function cutPiece(piece: Piece, numberOf: (token: number) => number | undefined): Piece[] {
  if (piece.kind === 'same') return [piece]
  const tokens = tokensOfPiece(piece)
  const numbers = withSigns(tokens, tokens.map((_, token) => numberOf(token)))
  if (numbers.every((number) => number === numbers[0])) return [numbers[0] === undefined ? piece : { ...piece, part: numbers[0] }]
  const parts: Piece[] = []
  let last: number | undefined
  tokens.forEach((text, token) => {
    const number = numbers[token]
    const before = parts.at(-1)
    if (before !== undefined && last === number) parts[parts.length - 1] = { ...before, text: before.text + text }
    else parts.push({ ...piece, text, ...(number !== undefined && { part: number }) })
    last = number
  })
  return parts
}

/** Spaces and signs belong to what has a number beside them, unless other words of the piece stand on their other side. */
function withSigns(tokens: readonly string[], numbers: readonly (number | undefined)[]): (number | undefined)[] {
  const nearest = (from: number, step: 1 | -1): number | undefined | 'edge' => {
    for (let at = from; at >= 0 && at < tokens.length; at += step) if (numbers[at] !== undefined || isWord(tokens[at])) return numbers[at]
    return 'edge'
  }
  return numbers.map((number, token) => {
    if (number !== undefined || isWord(tokens[token])) return number
    const [before, after] = [nearest(token, -1), nearest(token, 1)]
    if (before === 'edge') return after === 'edge' ? undefined : after
    return after === undefined ? undefined : before
  })
}
