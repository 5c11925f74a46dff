import type { Piece, RedlineBlock } from './redline-shape'
import { wordsOf } from './tokens'

/** A run of so many words at least, word for word at another place, was moved there: about a short sentence. */
const fewestWords = 6
/** Of a run that begins at many places only these are looked at. */
const mostPlaces = 8

/** A word or sign in the text, without the spaces around it. */
interface Sign {
  readonly text: string
  /** Index of the block, of the piece in it, and of the token in the piece. */
  readonly at: readonly [block: number, piece: number, token: number]
  /** What is deleted (or inserted) in one go has the same number. */
  readonly run: number
}

/**
 * The blocks, with words that were deleted at one place and inserted at another marked as moved: such pieces have the number
 * of their move as `part`. The text of no piece changes; some are cut in two or three.
 */
export function withMovedWords(blocks: readonly RedlineBlock[]): RedlineBlock[] {
  const [gone, come] = [signsOf(blocks, 'deleted'), signsOf(blocks, 'inserted')]
  if (gone.length < fewestWords || come.length < fewestWords) return [...blocks]
  const moves = new Map<string, number>()
  longestFirst(runsInBoth(gone, come)).forEach(({ from, to, length }, move) => {
    for (const [signs, start] of [[gone, from], [come, to]] as const) for (const { at } of signs.slice(start, start + length)) moves.set(at.join(' '), move)
  })
  return moves.size === 0 ? [...blocks] : blocks.map((block, index) => ({ ...block, pieces: block.pieces.flatMap((piece, place) => cut(piece, (token) => moves.get([index, place, token].join(' ')))) }))
}

/** Words and signs of the deleted (or inserted) pieces in reading order. What was moved with its block has been told. */
function signsOf(blocks: readonly RedlineBlock[], kind: 'deleted' | 'inserted'): Sign[] {
  const signs: Sign[] = []
  let run = 0
  blocks.forEach((block, index) => {
    run += 1
    if (block.change === 'kept' || block.change === 'movedFrom' || (block.change === 'movedTo' && kind === 'deleted')) return
    block.pieces.forEach((piece, place) => {
      if (piece.kind === 'same') run += 1
      if (piece.kind !== kind) return
      tokensOfPiece(piece).forEach((text, token) => text.trim() !== '' && signs.push({ text, at: [index, place, token], run }))
    })
  })
  return signs
}

const tokensOfPiece = ({ text, inline }: Piece): string[] => (inline === undefined ? wordsOf(text) : [`\u0000${inline.type}`])

interface Moved {
  readonly from: number
  readonly to: number
  readonly length: number
}

/** Runs that both lists have, each place of the second in one of them at most. */
function runsInBoth(gone: readonly Sign[], come: readonly Sign[]): Moved[] {
  const places = new Map<string, number[]>()
  gone.forEach((_, index) => {
    const start = startAt(gone, index)
    const known = start === null ? undefined : places.get(start)
    if (known !== undefined && known.length < mostPlaces) known.push(index)
    else if (known === undefined && start !== null) places.set(start, [index])
  })
  const found: Moved[] = []
  for (let to = 0; to < come.length; ) {
    const start = startAt(come, to)
    const best = (start === null ? [] : (places.get(start) ?? [])).map((from) => ({ from, to, length: sameFrom(gone, from, come, to) })).sort((one, other) => other.length - one.length)[0]
    if (best !== undefined && wordsIn(come.slice(to, to + best.length)) >= fewestWords) found.push(best)
    to += best?.length ?? 1
  }
  return found
}

/** The first signs of a run that may have been moved; null where fewer follow. */
function startAt(signs: readonly Sign[], index: number): string | null {
  const some = signs.slice(index, index + fewestWords)
  return some.length === fewestWords && some[0]?.run === some.at(-1)?.run ? some.map(({ text }) => text).join('\u0001') : null
}

function sameFrom(gone: readonly Sign[], from: number, come: readonly Sign[], to: number): number {
  let length = 0
  while (gone[from + length] !== undefined && gone[from + length]?.text === come[to + length]?.text && gone[from + length]?.run === gone[from]?.run && come[to + length]?.run === come[to]?.run) length += 1
  return length
}

const wordsIn = (signs: readonly Sign[]): number => signs.filter(({ text }) => isWord(text)).length

/** The longest ones, none of which takes words from where another one took them. */
function longestFirst(found: readonly Moved[]): Moved[] {
  const taken = new Set<number>()
  return [...found]
    .sort((one, other) => other.length - one.length || one.to - other.to)
    .filter(({ from, length }) => {
      const places = Array.from({ length }, (_, offset) => from + offset)
      if (places.some((place) => taken.has(place))) return false
      for (const place of places) taken.add(place)
      return true
    })
    .sort((one, other) => one.to - other.to)
}

/** A piece in parts: those of its tokens that were moved, with the spaces between them, and the others. */
function cut(piece: Piece, moveOf: (token: number) => number | undefined): Piece[] {
  if (piece.kind === 'same') return [piece]
  const tokens = tokensOfPiece(piece)
  const moves = tokens.map((_, token) => moveOf(token))
  const moved = withSigns(tokens, moves)
  if (moved.every((move) => move === moved[0])) return [moved[0] === undefined ? piece : { ...piece, part: moved[0] }]
  const parts: Piece[] = []
  let last: number | undefined
  tokens.forEach((text, token) => {
    const move = moved[token]
    const before = parts.at(-1)
    if (before !== undefined && last === move) parts[parts.length - 1] = { ...before, text: before.text + text }
    else parts.push({ ...piece, text, ...(move !== undefined && { part: move }) })
    last = move
  })
  return parts
}

/** Spaces and signs belong to what was moved beside them, unless other words of the piece stand on their other side. */
function withSigns(tokens: readonly string[], moves: readonly (number | undefined)[]): (number | undefined)[] {
  const nearest = (from: number, step: 1 | -1): number | undefined | 'edge' => {
    for (let at = from; at >= 0 && at < tokens.length; at += step) if (moves[at] !== undefined || isWord(tokens[at])) return moves[at]
    return 'edge'
  }
  return moves.map((move, token) => {
    if (move !== undefined || isWord(tokens[token])) return move
    const [before, after] = [nearest(token, -1), nearest(token, 1)]
    const beside = before === 'edge' ? after : after === 'edge' || after === before ? before : undefined
    return beside === 'edge' ? undefined : beside
  })
}

const isWord = (token: string | undefined): boolean => token !== undefined && /[\p{L}\p{N}]/u.test(token)
