import type { Node } from '@tiptap/pm/model'
import type { Judge } from './judge'
import { fitting, nothingSuggested, orNull } from './node-with'
import { readTurns, type Turn } from './tag'

/** A block with what was suggested to make of it: what is accepted is done, what is rejected is forgotten. */
export function turned(node: Node, turns: readonly Turn[], judge: Judge): Node {
  const judged = turns.map((turn) => ({ turn, verdict: judge(turn) }))
  if (judged.every(({ verdict }) => verdict === 'keep')) return node
  const left = orNull(judged.flatMap(({ turn, verdict }) => (verdict === 'keep' ? [turn] : [])))
  const bare = node.type.create({ ...node.attrs, turned: left }, node.content, node.marks)
  return judged.reduce((block, { turn, verdict }) => (verdict === 'accept' ? withTurn(block, turn) : block), bare)
}

/** The block as it would be; as it is, when it can't become that. */
export function withTurn(node: Node, { type: name, attrs }: Pick<Turn, 'type' | 'attrs'>): Node {
  const type = node.type.schema.nodes[name]
  if (type === undefined || type.isInline !== node.isInline || type.inlineContent !== node.inlineContent || type.isLeaf !== node.isLeaf) return node
  const said = Object.fromEntries(Object.entries(attrs).filter(([attribute, value]) => attribute in (type.spec.attrs ?? {}) && !(attribute in nothingSuggested) && value !== undefined))
  const suggested = Object.fromEntries(Object.keys(nothingSuggested).map((attribute) => [attribute, node.attrs[attribute]]))
  const next = type.create({ ...(type === node.type && node.attrs), ...said, ...suggested }, null, node.marks)
  const content = type.inlineContent ? fitting(next, node.content) : node.content
  return type.validContent(content) ? next.copy(content) : node
}

/** The block as its cards show it: with everything that is suggested for its attributes. The block itself, when nothing is. */
export function asSuggested(node: Node): Node {
  const { turned: turns = null } = node.attrs
  return turns === null ? node : readTurns(turns).reduce((block, turn) => (turn.type === node.type.name ? withTurn(block, turn) : block), node)
}
