import { canonicalText } from '../story/canonical'
import type { DocumentNode } from '../story/revision'
import { isInline } from '../story/text'

/** A block that holds text, or nothing but attributes (an image, a rule): what a redline keeps, deletes or inserts as a whole. */
export interface Leaf {
  readonly node: DocumentNode
  readonly path: readonly number[]
  /** What it stands in, from the outside in. */
  readonly within: readonly DocumentNode[]
  /** In how many of these the leaf before it stands, too. */
  readonly shared: number
  /** All that it is and stands in, as one text. */
  readonly fingerprint: string
  /** The same without its text: type, attributes, containers. */
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
    const shape = canonicalText([looks(node), ...within.map(looks)])
    leaves.push({ node, path, within, shared: sharedWith(leaves.at(-1), within), shape, fingerprint: shape + canonicalText(content) })
  }
  body.content?.forEach((child, index) => visit(child, [index], []))
  return leaves
}

const looks = ({ type, attrs, marks }: DocumentNode) => ({ type, attrs: attrs ?? {}, ...(marks !== undefined && { marks }) })

function sharedWith(last: Leaf | undefined, within: readonly DocumentNode[]): number {
  const different = within.findIndex((node, depth) => last?.within[depth] !== node)
  return different === -1 ? within.length : different
}
