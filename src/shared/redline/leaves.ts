import { canonicalText } from '../story/canonical'
import type { DocumentNode } from '../story/revision'
import { isInline } from '../story/text'
import { withoutSayings } from './said-attributes'

/** A block that holds text, or nothing but attributes (an image, a rule): what a redline keeps, deletes or inserts as a whole. */
export interface Leaf {
  readonly node: DocumentNode
  /** How many leaves of the body are before it. */
  readonly index: number
  readonly path: readonly number[]
  /** What it stands in, from the outside in. */
  readonly within: readonly DocumentNode[]
  /** In how many of these the leaf before it stands, too. */
  readonly shared: number
  /** All that it is, and what it stands in, as one text. */
  readonly fingerprint: string
  /** The same without its text and without what is told in words of its own. */
  readonly shape: string
}

/** The leaf blocks of a body, in reading order. */
export function leavesOf(body: DocumentNode): Leaf[] {
  const leaves: Leaf[] = []
  const visit = (node: DocumentNode, path: readonly number[], within: readonly DocumentNode[], around: string): void => {
    const content = node.content ?? []
    if (content.length > 0 && !content.some(isInline)) {
      const inside = `${around} ${lookOf(node)}`
      content.forEach((child, index) => visit(child, [...path, index], [...within, node], inside))
      return
    }
    const shape = `${lookOf(node)} in${around}`
    const said = node.attrs === undefined ? '' : canonicalText(node.attrs)
    const fingerprint = `${shape} ${said} ${content.map(inlinePrint).join(' ')}`
    leaves.push({ node, index: leaves.length, path, within, shared: sharedWith(leaves.at(-1), path, within.length), shape, fingerprint })
  }
  body.content?.forEach((child, index) => visit(child, [index], [], ''))
  return leaves
}

/** Plain text, which is nearly all, needs no canonical form. */
const inlinePrint = (node: DocumentNode): string => (node.type === 'text' && node.marks === undefined ? JSON.stringify(node.text) : canonicalText(node))

const lookOf = (node: DocumentNode): string => (node.attrs === undefined && node.marks === undefined ? kindOf(node) : canonicalText({ type: kindOf(node), attrs: withoutSayings(node), ...(node.marks !== undefined && { marks: node.marks }) }))

/** What a node is, as far as it matters for knowing it again: a cell is a cell, whether it is a heading or not. */
export const kindOf = ({ type }: DocumentNode): string => (type === 'tableHeader' ? 'tableCell' : type)

function sharedWith(last: Leaf | undefined, path: readonly number[], depth: number): number {
  if (last === undefined) return 0
  const most = Math.min(depth, last.within.length)
  let shared = 0
  while (shared < most && last.path[shared] === path[shared]) shared += 1
  return shared
}
