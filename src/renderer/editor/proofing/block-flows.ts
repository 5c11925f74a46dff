import { flowOf, hole, type Flow, type Piece } from '@shared/language/flows'
import type { Node } from '@tiptap/pm/model'

/** A flow and where its text begins, counted from the beginning of its block's content. */
export interface FlowAt {
  readonly flow: Flow
  readonly offset: number
}

const known = new WeakMap<Node, readonly FlowAt[]>()

/** The flows of a text block: its own words, in which positions are those of the document, and those of each footnote. Code has none. */
export function flowsOfBlock(block: Node): readonly FlowAt[] {
  const cached = known.get(block)
  if (cached !== undefined) return cached
  const flows = block.type.spec.code === true ? [] : collect(block, 0)
  known.set(block, flows)
  return flows
}

function collect(node: Node, offset: number): FlowAt[] {
  const pieces: Piece[] = []
  const notes: FlowAt[] = []
  node.forEach((child, at) => {
    const language: unknown = child.marks.find(({ type }) => type.name === 'language')?.attrs['lang']
    pieces.push({ text: textOf(child), language: typeof language === 'string' ? language : null })
    if (!child.isText && child.inlineContent) notes.push(...collect(child, offset + at + 1))
  })
  return [{ flow: flowOf(pieces), offset }, ...notes]
}

function textOf(node: Node): string {
  if (!node.isText) return node.type.name === 'hardBreak' ? '\n' : hole.repeat(node.nodeSize)
  return node.marks.some(({ type }) => type.spec.code === true) ? hole.repeat(node.nodeSize) : (node.text ?? '')
}

/** Calls `visit` for each text block of a document with the position of its content. */
export function eachTextBlock(doc: Node, visit: (block: Node, start: number) => void): void {
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    visit(node, position + 1)
    return false
  })
}
