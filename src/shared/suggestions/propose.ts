import type { Mark, Node } from '@tiptap/pm/model'
import { ownDeletion, ownInsertion, type Author } from './author'
import { withAttributes } from './settle'
import { readRestyle, readTags, readTurns, type SplitLevel, type Tag, type Turn } from './tag'
import { splitSign, suggestionAttributes, suggestionMarks } from './names'

const namesOfMarks: ReadonlySet<string> = new Set(suggestionMarks)
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
  if (!node.isText) return withAttributes(node, { inserted: tag })
  return ownInsertion(author, node) === null ? node.mark(node.type.schema.mark('inserted', { ...tag }).addToSet(node.marks)) : node
}

/** The sign of a split, and the blocks that begin at it. */
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
  const turn = block.type === next.type ? otherAttributes(block, next, mine, tag) : { ...(mine ?? tag), type: next.type.name, attrs: said(next.attrs) }
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
  return { ...(mine ?? tag), type: name, attrs }
}

/** Words that stay, with the formatting that they are to have. */
export function toRestyle(author: Author, before: Node, after: Node, tag: Tag): Node {
  const [old, next] = [formattingOf(before), formattingOf(after)]
  const suggested = before.marks.filter(({ type }) => namesOfMarks.has(type.name))
  if (ownInsertion(author, before) !== null) return before.mark([...suggested, ...next].reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), []))
  const sorts = [...new Set([...old, ...next].map(({ type }) => type.name))].filter((sort) => !sameMark(named(old, sort), named(next, sort)))
  if (sorts.length === 0) return before
  const restyled = sorts.reduce((set, sort) => restyleSort(author, set, sort, named(old, sort), named(next, sort), tag), suggested)
  return before.mark([...next, ...restyled].reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), []))
}

function restyleSort({ by }: Author, suggested: readonly Mark[], sort: string, old: Mark | undefined, next: Mark | undefined, tag: Tag): Mark[] {
  const about = suggested.filter(({ type, attrs }) => type.name === 'restyled' && attrs['mark'] === sort)
  const mine = about.find(({ attrs }) => attrs['by'] === by)
  const others = suggested.filter((mark) => mark !== mine)
  const first = about[0] === undefined ? undefined : readRestyle(about[0].attrs)
  const base = first === undefined ? (old?.attrs ?? null) : first.base
  const now = next?.attrs ?? null
  if (same(base, now) && about.length === (mine === undefined ? 0 : 1)) return others
  const schema = (old ?? next)?.type.schema
  return schema === undefined ? others : [...others, schema.mark('restyled', { ...(mine === undefined ? tag : { id: mine.attrs['id'], by, at: mine.attrs['at'] }), mark: sort, base, now })]
}

const formattingOf = ({ marks }: Node): Mark[] => marks.filter(({ type }) => !namesOfMarks.has(type.name))
const named = (marks: readonly Mark[], sort: string): Mark | undefined => marks.find(({ type }) => type.name === sort)
const sameMark = (a: Mark | undefined, b: Mark | undefined): boolean => (a === undefined || b === undefined ? a === b : a.eq(b))

/** The attributes that say something of a block itself. */
export const said = (attrs: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(attrs).filter(([name]) => !namesOfAttributes.has(name)))

/** Whether two values of attributes are the same: both are JSON, made by the same code in the same order. */
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
