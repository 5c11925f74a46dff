import { Fragment, type Node } from '@tiptap/pm/model'
import { suggestionAttributes } from './names'

/** Attributes with which nothing is suggested about a node. */
export const nothingSuggested: Readonly<Record<string, null>> = Object.fromEntries(suggestionAttributes.map((name) => [name, null]))

/** A node with some other attributes; the same node when there are none. */
export function withAttributes(node: Node, attributes: Readonly<Record<string, unknown>>): Node {
  return Object.keys(attributes).length === 0 ? node : node.type.create({ ...node.attrs, ...attributes }, node.content, node.marks)
}

/** Content of a line without the marks and the breaks that this block can't have. */
export function fitting({ type }: Node, content: Fragment): Fragment {
  const nodes = content.content.map((node) => (node.marks.every((mark) => type.allowsMarkType(mark.type)) ? node : node.mark(node.marks.filter((mark) => type.allowsMarkType(mark.type)))))
  const fit = nodes.filter((node) => type.contentMatch.matchType(node.type) !== null)
  return Fragment.fromArray(fit)
}

/** A list, or null where an attribute says nothing. */
export const orNull = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list)
