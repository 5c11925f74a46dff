import type { DocumentMark, DocumentNode } from '../story/revision'
import { isSafeLinkAddress } from './link-address'

/** Inline content as a tree of marks, the way that HTML and Markdown write it. */
export type InlinePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'footnote'; readonly note: DocumentNode }
  | { readonly kind: 'mark'; readonly mark: DocumentMark; readonly content: readonly InlinePiece[] }

/** Which of two marks that cover the same words stands outside. */
const order = ['bold', 'italic', 'strike', 'link', 'code']

/**
 * The tree of a text block's content. Of the marks that start at a place the one that reaches farthest stands outside;
 * where two overlap, the other is cut in two, never a link. A link that leads to an unsafe address is no link, and
 * neither is one around a footnote's call, which is a link itself.
 */
export function inlineTree(content: readonly DocumentNode[]): readonly InlinePiece[] {
  return build(content, 0, content.length, [])
}

function build(nodes: readonly DocumentNode[], from: number, to: number, open: readonly DocumentMark[]): InlinePiece[] {
  const pieces: InlinePiece[] = []
  for (let at = from; at < to; ) {
    const outer = outermost(nodes, at, to, open)
    if (outer === undefined) {
      pieces.push(leaf(nodes[at]))
      at += 1
    } else {
      pieces.push({ kind: 'mark', mark: outer.mark, content: build(nodes, at, outer.end, [...open, outer.mark]) })
      at = outer.end
    }
  }
  return pieces
}

function leaf(node: DocumentNode | undefined): InlinePiece {
  if (node?.type === 'hardBreak') return { kind: 'break' }
  return node?.type === 'footnote' ? { kind: 'footnote', note: node } : { kind: 'text', text: node?.text ?? '' }
}

interface Run {
  readonly mark: DocumentMark
  readonly end: number
}

function outermost(nodes: readonly DocumentNode[], at: number, to: number, open: readonly DocumentMark[]): Run | undefined {
  let best: Run | undefined
  for (const mark of nodes[at]?.marks ?? []) {
    if (!isMarked(nodes[at], mark) || open.some((other) => sameMark(other, mark))) continue
    const end = mark.type === 'link' ? runEnd(nodes, at, to, mark) : beforeOverlap(nodes, at, to, runEnd(nodes, at, to, mark))
    if (best === undefined || end > best.end || (end === best.end && order.indexOf(mark.type) < order.indexOf(best.mark.type))) best = { mark, end }
  }
  return best
}

function runEnd(nodes: readonly DocumentNode[], at: number, to: number, mark: DocumentMark): number {
  let end = at + 1
  while (end < to && isMarked(nodes[end], mark)) end += 1
  return end
}

/** Where a run must end so that it does not reach into a link without reaching its end. */
function beforeOverlap(nodes: readonly DocumentNode[], at: number, to: number, end: number): number {
  const link = nodes[end - 1]?.marks?.find(({ type }) => type === 'link')
  if (link === undefined || end >= to || !isMarked(nodes[end - 1], link) || !isMarked(nodes[end], link)) return end
  let start = end - 1
  while (start > at && isMarked(nodes[start - 1], link)) start -= 1
  return start === at ? end : start
}

function isMarked(node: DocumentNode | undefined, mark: DocumentMark): boolean {
  if (mark.type === 'link' && (node?.type === 'footnote' || !isSafeLinkAddress(text(mark.attrs?.['href'])))) return false
  return node?.marks?.some((other) => sameMark(other, mark)) ?? false
}

function sameMark(a: DocumentMark, b: DocumentMark): boolean {
  if (a.type !== b.type) return false
  return a.type !== 'link' || (text(a.attrs?.['href']) === text(b.attrs?.['href']) && text(a.attrs?.['title']) === text(b.attrs?.['title']))
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
