import type { DocumentMark, DocumentNode } from '../story/revision'
import { textOfAttribute } from './attributes'
import { isSafeLinkAddress } from './link-address'

/** Inline content as a tree of marks, the way that HTML and Markdown write it. */
export type InlinePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'footnote'; readonly note: DocumentNode }
  | { readonly kind: 'mark'; readonly mark: DocumentMark; readonly content: readonly InlinePiece[] }

/** Which of two marks that cover the same words stands outside. */
const order = ['language', 'highlight', 'bold', 'italic', 'underline', 'strike', 'superscript', 'subscript', 'link', 'code']

/**
 * The tree of a text block's content. Of the marks that start at a place the one that reaches farthest stands outside;
 * where two overlap, the other is cut in two, never a link. A link that leads to an unsafe address is no link, and
 * neither is one around a footnote's call, which is a link itself.
 */
export function inlineTree(content: readonly DocumentNode[]): readonly InlinePiece[] {
  const marked = content.map((node) => ({ leaf: leafOf(node), marks: marksOf(node) }))
  return build(marked, 0, marked.length, [])
}

interface Marked {
  readonly leaf: InlinePiece
  readonly marks: readonly DocumentMark[]
}

function leafOf(node: DocumentNode): InlinePiece {
  if (node.type === 'hardBreak') return { kind: 'break' }
  return node.type === 'footnote' ? { kind: 'footnote', note: node } : { kind: 'text', text: node.text ?? '' }
}

const noMarks: readonly DocumentMark[] = []

function marksOf({ type, marks = noMarks }: DocumentNode): readonly DocumentMark[] {
  return marks.some((mark) => mark.type === 'link') ? marks.filter((mark) => mark.type !== 'link' || (type !== 'footnote' && isSafeLinkAddress(textOfAttribute(mark, 'href')))) : marks
}

function build(nodes: readonly Marked[], from: number, to: number, open: readonly DocumentMark[]): InlinePiece[] {
  const pieces: InlinePiece[] = []
  for (let at = from; at < to; ) {
    const node = nodes[at]
    if (node === undefined) break
    const outer = node.marks.length > open.length ? outermost(nodes, at, to, open) : undefined
    pieces.push(outer === undefined ? node.leaf : { kind: 'mark', mark: outer.mark, content: build(nodes, at, outer.end, [...open, outer.mark]) })
    at = outer?.end ?? at + 1
  }
  return pieces
}

interface Run {
  readonly mark: DocumentMark
  readonly end: number
}

function outermost(nodes: readonly Marked[], at: number, to: number, open: readonly DocumentMark[]): Run | undefined {
  let best: Run | undefined
  for (const mark of nodes[at]?.marks ?? []) {
    if (includes(open, mark)) continue
    const end = mark.type === 'link' ? runEnd(nodes, at, to, mark) : beforeOverlap(nodes, at, to, runEnd(nodes, at, to, mark))
    if (best === undefined || end > best.end || (end === best.end && order.indexOf(mark.type) < order.indexOf(best.mark.type))) best = { mark, end }
  }
  return best
}

function runEnd(nodes: readonly Marked[], at: number, to: number, mark: DocumentMark): number {
  let end = at + 1
  while (end < to && isMarked(nodes[end], mark)) end += 1
  return end
}

/** Where a run must end so that it does not reach into a link without reaching its end. */
function beforeOverlap(nodes: readonly Marked[], at: number, to: number, end: number): number {
  const link = end < to ? nodes[end - 1]?.marks.find(({ type }) => type === 'link') : undefined
  if (link === undefined || !isMarked(nodes[end], link)) return end
  let start = end - 1
  while (start > at && isMarked(nodes[start - 1], link)) start -= 1
  return start === at ? end : start
}

function isMarked(node: Marked | undefined, mark: DocumentMark): boolean {
  return node !== undefined && includes(node.marks, mark)
}

function includes(marks: readonly DocumentMark[], mark: DocumentMark): boolean {
  return marks.some((other) => other === mark || (other.type === mark.type && said.every((name) => textOfAttribute(other, name) === textOfAttribute(mark, name))))
}

/** What tells two marks of one type apart. */
const said = ['href', 'title', 'lang']
