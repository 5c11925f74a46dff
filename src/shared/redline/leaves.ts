import { canonicalText } from '../story/canonical'
import type { DocumentNode } from '../story/revision'
import { isInline } from '../story/text'
import { withoutSayings } from './said-attributes'

/** A block that holds text, or nothing but attributes (an image, a rule): what a redline keeps, deletes or inserts as a whole. */
export interface Leaf {
  readonly node: DocumentNode
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
  const visit = (node: DocumentNode, path: readonly number[], within: readonly DocumentNode[]): void => {
    const content = node.content ?? []
    if (content.length > 0 && !content.some(isInline)) {
      content.forEach((child, index) => visit(child, [...path, index], [...within, node]))
      return
    }
    const around = within.map(looks)
    const shape = canonicalText([looks(node), ...around])
    const fingerprint = canonicalText([node.attrs ?? {}, looks(node), ...around]) + canonicalText(content)
    leaves.push({ node, path, within, shared: sharedWith(leaves.at(-1), within), shape, fingerprint })
  }
  body.content?.forEach((child, index) => visit(child, [index], []))
  return leaves
}

const looks = (node: DocumentNode) => ({ type: node.type, attrs: withoutSayings(node), ...(node.marks !== undefined && { marks: node.marks }) })

function sharedWith(last: Leaf | undefined, within: readonly DocumentNode[]): number {
  const different = within.findIndex((node, depth) => last?.within[depth] !== node)
  return different === -1 ? within.length : different
}
