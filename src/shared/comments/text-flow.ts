import type { Node } from '@tiptap/pm/model'

/** A run of the flow that stands at one place of the document: `length` characters, the first at `offset`, there at `from`. */
export interface FlowPiece {
  readonly offset: number
  readonly from: number
  readonly length: number
}

/** The words of a document as one text, each block between line breaks; a footnote's words come behind the block that it is in. */
export interface TextFlow {
  readonly text: string
  /** In the order of the text. */
  readonly pieces: readonly FlowPiece[]
  /** The same in the order of the document. */
  readonly inDocument: readonly FlowPiece[]
}

/** What a block says, with pieces counted from the block itself: blocks that did not change are not gone through again. */
interface BlockFlow {
  readonly text: string
  readonly pieces: readonly FlowPiece[]
}
const known = new WeakMap<Node, BlockFlow>()

export function textFlow(doc: Node): TextFlow {
  const parts: string[] = ['\n']
  const pieces: FlowPiece[] = []
  let offset = 1
  doc.forEach((block, position) => {
    const flow = flowOf(block)
    for (const piece of flow.pieces) pieces.push({ offset: offset + piece.offset, from: position + piece.from, length: piece.length })
    parts.push(flow.text)
    offset += flow.text.length
  })
  return { text: parts.join(''), pieces, inDocument: [...pieces].sort((a, b) => a.from - b.from) }
}

function flowOf(block: Node): BlockFlow {
  const flow = known.get(block) ?? readBlock(block)
  known.set(block, flow)
  return flow
}

function readBlock(block: Node): BlockFlow {
  const pieces: FlowPiece[] = []
  let text = ''
  const say = (words: string, from: number): void => {
    pieces.push({ offset: text.length, from, length: words.length })
    text += words
  }
  /** @param content Where the content of the node begins, counted from the block. */
  const read = (node: Node, content: number): void => {
    if (!node.inlineContent) return node.forEach((child, at) => read(child, content + at + 1))
    const notes: [Node, number][] = []
    node.forEach((child, at) => {
      if (child.isText) say(child.text ?? '', content + at)
      else if (child.isLeaf) say(' ', content + at)
      else notes.push([child, content + at + 1])
    })
    text += '\n'
    for (const [note, at] of notes) read(note, at)
  }
  read(block, 1)
  return { text, pieces }
}

/** Where the character at an offset stands in the document, or the next one that stands somewhere; null at the end. */
export function positionOfStart({ pieces }: TextFlow, offset: number): number | null {
  const piece = pieces[firstWhere(pieces, (one) => one.offset + one.length > offset)]
  return piece === undefined ? null : piece.from + Math.max(0, offset - piece.offset)
}

/** Behind the character before an offset, or the last one before it that stands somewhere; null at the beginning. */
export function positionOfEnd({ pieces }: TextFlow, offset: number): number | null {
  const piece = pieces[firstWhere(pieces, (one) => one.offset >= offset) - 1]
  return piece === undefined ? null : piece.from + Math.min(piece.length, offset - piece.offset)
}

/** The stretch of the flow that two positions of the document enclose, without white space at its ends; null when no word is between them. */
export function stretchBetween({ text, inDocument }: TextFlow, from: number, to: number): { readonly start: number; readonly end: number } | null {
  const first = inDocument[firstWhere(inDocument, (piece) => piece.from + piece.length > from)]
  const last = inDocument[firstWhere(inDocument, (piece) => piece.from >= to) - 1]
  if (first === undefined || last === undefined) return null
  let start = first.offset + Math.max(0, from - first.from)
  let end = last.offset + Math.min(last.length, to - last.from)
  while (start < end && isSpace(text[start])) start++
  while (end > start && isSpace(text[end - 1])) end--
  return start < end ? { start, end } : null
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character)

/** The first index for which `is` holds, when it holds for all behind it; the length when for none. */
function firstWhere<T>(sorted: readonly T[], is: (one: T) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = sorted[middle]
    if (one !== undefined && is(one)) high = middle
    else low = middle + 1
  }
  return low
}
