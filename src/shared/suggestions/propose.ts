import type { Node } from '@tiptap/pm/model'
import { ownDeletion, ownInsertion, type Author } from './author'
import { withAttributes } from './node-with'
import { readTags, readTurns, type SplitLevel, type Tag, type Turn } from './tag'
import { splitSign, suggestionAttributes } from './names'

const namesOfAttributes: ReadonlySet<string> = new Set(suggestionAttributes)

/** A node that is suggested to go; none when it was only suggested by the same author. */
export function toGo(author: Author, node: Node, tag: Tag): Node[] {
  if (ownInsertion(author, node) !== null) return []
  if (ownDeletion(author, node) !== null) return [node]
  if (!node.isText) return [withAttributes(node, { deleted: [...readTags(node.attrs['deleted']), tag] })]
  const mark = node.type.schema.mark('deleted', { ...tag })
  return [node.mark(mark.addToSet(node.marks))]
}

/** A node that is suggested to be there. */
export function toCome(author: Author, node: Node, tag: Tag): Node {
  if (node.isInline && node.isLeaf && !node.isText) return splitAt(node, [node], tag)
  if (!node.isText) return withAttributes(node, { inserted: tag })
  return ownInsertion(author, node) === null ? node.mark(node.type.schema.mark('inserted', { ...tag }).addToSet(node.marks)) : node
}

/** The sign of a split and the blocks that begin at it, or of a break: a node in the line would tear apart what others write on both sides. */
export function splitAt({ type: { schema } }: Node, levels: readonly Node[], tag: Tag): Node {
  const split = levels.map(({ type, attrs }): SplitLevel => ({ type: type.name, attrs: said(attrs) }))
  return schema.text(splitSign, [schema.mark('inserted', { ...tag, split })])
}

/** A block that is suggested to be joined to the one before. */
export function toJoin({ by }: Author, block: Node, tag: Tag): Node {
  const known = readTags(block.attrs['joined'])
  return known.some((one) => one.by === by) ? block : withAttributes(block, { joined: [...known, tag] })
}

/** A block that is suggested to become another one, or to have other attributes; it stays as it is until then. */
export function toTurn(author: Author, block: Node, next: Node, tag: Tag): Node {
  const turns = readTurns(block.attrs['turned'])
  const mine = turns.find(({ by }) => by === author.by)
  const turn = block.type === next.type ? otherAttributes(block, next, mine, tag) : { ...(mine ?? tag), at: tag.at, type: next.type.name, attrs: said(next.attrs) }
  const others = turns.filter(({ by }) => by !== author.by)
  const all = turn === null ? others : [...others, turn]
  return withAttributes(block, { turned: all.length === 0 ? null : all })
}

function otherAttributes(block: Node, next: Node, mine: Turn | undefined, tag: Tag): Turn | null {
  const changed = Object.fromEntries(Object.entries(next.attrs).filter(([name, value]) => !namesOfAttributes.has(name) && !same(value, block.attrs[name])))
  return setAttributes(block, mine, changed, tag)
}

/** What an author suggests for a block’s attributes, with these in it; null when all would be as they are. */
export function setAttributes(block: Node, mine: Turn | undefined, changed: Readonly<Record<string, unknown>>, tag: Tag): Turn | null {
  const { name } = block.type
  const known = mine?.type === name ? mine.attrs : {}
  const attrs = Object.fromEntries(Object.entries({ ...known, ...changed }).filter(([attribute, value]) => !same(value, block.attrs[attribute])))
  if (Object.keys(attrs).length === 0) return mine !== undefined && mine.type !== name ? mine : null
  return { ...(mine ?? tag), at: tag.at, type: name, attrs }
}

/** The attributes that say something of a block itself. */
export const said = (attrs: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(attrs).filter(([name]) => !namesOfAttributes.has(name)))

/** Whether two values of attributes are the same: both are JSON, made by the same code in the same order. */
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
