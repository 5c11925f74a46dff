import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { rejectAll, type Judge } from './judge'
import { fitting, nothingSuggested, orNull, withAttributes } from './node-with'
import { settleLine } from './settle-line'
import { readTag, readTags, readTurns, type SplitLevel, type Tag } from './tag'
import { turned } from './turned'

/**
 * A body with suggestions accepted, rejected or left as they are. What no suggestion is about stays the same object, so a body
 * without suggestions is answered as it was given; what is answered is a body of the schema again.
 */
export function settle(doc: Node, judge: Judge): Node {
  const children = settleBlocks(doc.children, judge)
  return children === doc.children ? doc : filled(doc, children)
}

/** The body that is reviewed, exported and published: without what is only suggested. */
export const withoutSuggestions = (doc: Node): Node => settle(doc, rejectAll)

/** Blocks that stand beside each other, settled; the same array when nothing changes. */
export function settleBlocks(blocks: readonly Node[], judge: Judge): readonly Node[] {
  const parts = blocks.flatMap((block) => settleBlock(block, judge))
  if (parts.length === blocks.length && parts.every(({ node }, index) => node === blocks[index])) return blocks
  return assemble(parts).flat()
}

/** A piece of what a block has become. */
interface Part {
  readonly node: Node
  /** It is to be joined to the one before. */
  readonly joins: boolean
  /** What blocks around it are to begin anew before it, from the outside. */
  readonly splits: readonly SplitLevel[]
}

function settleBlock(block: Node, judge: Judge): Part[] {
  const { inserted, deleted, joined } = block.attrs
  if (inserted !== null && judge(readTag(inserted)) === 'reject') return []
  const deletions = readTags(deleted)
  if (deletions.some((tag) => judge(tag) === 'accept')) return []
  const bare = turned(withAttributes(block, remaining(block, judge, deletions)), readTurns(block.attrs['turned']), judge)
  const joins = readTags(joined).some((tag) => judge(tag) === 'accept')
  return settleContent(bare, judge).map((part, index) => ({ ...part, joins: joins && index === 0 }))
}

function remaining({ attrs }: Node, judge: Judge, deletions: readonly Tag[]): Record<string, unknown> {
  const kept = (tags: readonly Tag[]): readonly Tag[] | null => orNull(tags.filter((tag) => judge(tag) === 'keep'))
  const next: Record<string, unknown> = {}
  if (attrs['inserted'] !== null && judge(readTag(attrs['inserted'])) === 'accept') next['inserted'] = null
  if (attrs['deleted'] !== null && deletions.some((tag) => judge(tag) !== 'keep')) next['deleted'] = kept(deletions)
  if (attrs['joined'] !== null) {
    const joins = readTags(attrs['joined'])
    if (joins.some((tag) => judge(tag) === 'accept')) next['joined'] = null
    else if (joins.some((tag) => judge(tag) === 'reject')) next['joined'] = kept(joins)
  }
  return next
}

function settleContent(block: Node, judge: Judge): Part[] {
  if (block.inlineContent) {
    const lines = settleLine(block.content, judge)
    if (lines === null) return [{ node: block, joins: false, splits: [] }]
    return lines.map(({ content, split }) => {
      const own = split?.at(-1)
      return { node: own === undefined ? block.copy(fitting(block, content)) : begun(block, own, content), joins: false, splits: split?.slice(0, -1) ?? [] }
    })
  }
  if (block.isLeaf) return [{ node: block, joins: false, splits: [] }]
  const parts = block.children.flatMap((child) => settleBlock(child, judge))
  if (parts.length === block.childCount && parts.every(({ node }, index) => node === block.child(index))) return [{ node: block, joins: false, splits: [] }]
  const groups = assemble(parts)
  const firsts = parts.filter(({ splits }) => splits.length > 0)
  return groups.flatMap((children, index) => {
    const splits = index === 0 ? [] : (firsts[index - 1]?.splits ?? [])
    const own = splits.at(-1)
    const node = own === undefined ? block : begun(block, own, Fragment.empty)
    if (children.length === 0 && !node.type.contentMatch.validEnd) return []
    return [{ node: filled(node, children), joins: false, splits: splits.slice(0, -1) }]
  })
}

/** The parts one after the other, joined where they are to be; a new group wherever what is around them begins anew. */
function assemble(parts: readonly Part[]): Node[][] {
  const groups: Node[][] = [[]]
  for (const { node, joins, splits } of parts) {
    if (splits.length > 0) groups.push([])
    const group = groups.at(-1) ?? []
    const before = group.at(-1)
    const whole = joins && before !== undefined ? joinedTo(before, node) : null
    if (whole === null) group.push(node)
    else group.splice(-1, 1, whole)
  }
  return groups
}

/** Two blocks as one, and so on in what they hold where the two meet; null when they are no pair. */
function joinedTo(before: Node, after: Node): Node | null {
  if (before.inlineContent !== after.inlineContent || before.isLeaf || after.isLeaf) return null
  if (before.inlineContent) return before.copy(fitting(before, before.content.append(after.content)))
  const [last, first] = [before.lastChild, after.firstChild]
  const middle = last !== null && first !== null && last.inlineContent && first.inlineContent ? joinedTo(last, first) : null
  const children = middle === null ? [...before.children, ...after.children] : [...before.children.slice(0, -1), middle, ...after.children.slice(1)]
  return before.type.validContent(Fragment.from(children)) ? before.copy(Fragment.from(children)) : null
}

/** A block that begins at a split. */
function begun(block: Node, { type: name, attrs }: SplitLevel, content: Fragment): Node {
  const type = block.type.schema.nodes[name]
  const level = type !== undefined && !type.isInline && type.inlineContent === block.inlineContent && type !== type.schema.topNodeType ? type : block.type
  const plain = level === block.type ? withAttributes(block, nothingSuggested) : level.create(null)
  const whole = level.create({ ...plain.attrs, ...knownAttributes(level.schema, level.name, attrs), inserted: block.attrs['inserted'], deleted: block.attrs['deleted'] })
  return whole.copy(fitting(whole, content))
}

function knownAttributes(schema: Schema, type: string, attrs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = schema.nodes[type]?.spec.attrs ?? {}
  return Object.fromEntries(Object.entries(attrs).filter(([name, value]) => name in known && !(name in nothingSuggested) && value !== undefined))
}

/** A block with other children, and what it must have beside them. */
function filled(block: Node, children: readonly Node[]): Node {
  const content = Fragment.from(children)
  if (block.type.validContent(content)) return block.copy(content)
  return block.type.createAndFill(block.attrs, content, block.marks) ?? block.copy(content)
}

