import type { DocumentNode } from '../story/revision'

/** Words of one language in a flow; `language` is null where the story's own goes on. */
export interface Stretch {
  readonly from: number
  readonly text: string
  readonly language: string | null
}

/** What is read in one go: the words of a paragraph, a heading, a cell or a footnote. What is no prose (code, a call of a footnote) is `hole`s. */
export interface Flow {
  readonly text: string
  readonly stretches: readonly Stretch[]
}

/** Stands for a place in a flow that has no words. */
export const hole = '\ufffc'

/** A piece of a flow: some words with the language that they are marked with. */
export interface Piece {
  readonly text: string
  readonly language: string | null
}

/** Joins neighbouring pieces of one language. */
export function flowOf(pieces: readonly Piece[]): Flow {
  const stretches: { from: number; text: string; language: string | null }[] = []
  let text = ''
  for (const piece of pieces) {
    const last = stretches.at(-1)
    if (last !== undefined && (last.language === piece.language || piece.text.trim() === '')) last.text += piece.text
    else stretches.push({ from: text.length, ...piece })
    text += piece.text
  }
  return { text, stretches }
}

/** A flow of a body and the path of its block. */
export interface PlacedFlow {
  readonly flow: Flow
  readonly path: readonly number[]
}

/** All flows of a body in reading order; code blocks have none. A footnote's words are a flow of their own, at the place of its block. */
export function flowsOf(body: DocumentNode): PlacedFlow[] {
  const found: PlacedFlow[] = []
  const visit = (node: DocumentNode, path: readonly number[]): void => {
    const content = node.content ?? []
    if (node.type === 'codeBlock') return
    if (content.some(({ type }) => type === 'text')) found.push({ flow: flowOf(content.map(pieceOf)), path })
    content.forEach((child, index) => visit(child, child.type === 'footnote' ? path : [...path, index]))
  }
  body.content?.forEach((child, index) => visit(child, [index]))
  return found
}

function pieceOf(node: DocumentNode): Piece {
  const language = node.marks?.find(({ type }) => type === 'language')?.attrs?.['lang']
  const isCode = node.marks?.some(({ type }) => type === 'code') === true
  const text = node.type === 'hardBreak' ? '\n' : node.type !== 'text' ? hole : isCode ? hole.repeat(node.text?.length ?? 0) : (node.text ?? '')
  return { text, language: typeof language === 'string' ? language : null }
}
