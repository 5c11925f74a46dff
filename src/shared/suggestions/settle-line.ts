import { Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model'
import { restyled } from './restyle'
import type { Judge } from './judge'
import { orNull, withAttributes } from './node-with'
import { readSplit, readTag, readTags, type SplitLevel } from './tag'

/** A line of text, and the blocks that it begins when it is the second half of a split. */
export interface SettledLine {
  readonly content: Fragment
  readonly split: readonly SplitLevel[] | null
}

/** What is in a line, settled: more lines than one where a split is accepted; null when nothing changes. */
export function settleLine(content: Fragment, judge: Judge): SettledLine[] | null {
  const lines: { readonly nodes: Node[]; readonly split: readonly SplitLevel[] | null }[] = [{ nodes: [], split: null }]
  let changed = false
  for (const node of content.content) {
    const split = splitOf(node)
    if (split !== null && judge(split.tag) === 'accept' && !isGone(node, judge)) {
      const inLine = breakOf(node.type.schema, split.levels)
      // Each sign is a split of its own.
      for (let sign = 0; sign < (node.text?.length ?? 0); sign++) {
        if (inLine === null) lines.push({ nodes: [], split: split.levels })
        else lines.at(-1)?.nodes.push(inLine)
      }
      changed = true
      continue
    }
    const settled = node.isText ? settleText(node, judge) : settleInline(node, judge)
    if (settled !== node) changed = true
    if (settled !== null) lines.at(-1)?.nodes.push(settled)
  }
  return changed ? lines.map(({ nodes, split }) => ({ content: Fragment.fromArray(nodes), split })) : null
}

function splitOf(node: Node): { readonly tag: ReturnType<typeof readTag>; readonly levels: readonly SplitLevel[] } | null {
  const mark = node.isText ? node.marks.find(({ type, attrs }) => type.name === 'inserted' && attrs['split'] !== null) : undefined
  const levels = readSplit(mark?.attrs['split'])
  return mark === undefined || levels === null ? null : { tag: readTag(mark.attrs), levels }
}

/** What a sign is for that splits nothing: a break within the line. */
function breakOf(schema: Schema, [level, ...others]: readonly SplitLevel[]): Node | null {
  const type = others.length === 0 && level !== undefined ? schema.nodes[level.type] : undefined
  return type?.isInline === true && type.isLeaf && !type.isText ? type.create() : null
}

/** Whether words go: by a deletion that is accepted, or an insertion that is rejected. */
function isGone({ marks }: Node, judge: Judge): boolean {
  return marks.some(({ type, attrs }) => (type.name === 'deleted' && judge(readTag(attrs)) === 'accept') || (type.name === 'inserted' && judge(readTag(attrs)) === 'reject'))
}

function settleText(node: Node, judge: Judge): Node | null {
  if (node.marks.length === 0) return node
  if (isGone(node, judge)) return null
  const kept = node.marks.filter((mark) => !isSettled(mark, judge))
  const marks = restyled(kept, judge)
  return marks === node.marks || (kept.length === node.marks.length && marks === kept) ? node : node.mark(marks)
}

const isSettled = ({ type, attrs }: Mark, judge: Judge): boolean => (type.name === 'inserted' || type.name === 'deleted') && judge(readTag(attrs)) !== 'keep'

/** A break or a footnote: it may be suggested as a whole, and a footnote's words by themselves. */
function settleInline(node: Node, judge: Judge): Node | null {
  const { inserted, deleted } = node.attrs
  if (inserted !== null && inserted !== undefined && judge(readTag(inserted)) === 'reject') return null
  const deletions = readTags(deleted)
  if (deletions.some((tag) => judge(tag) === 'accept')) return null
  const next: Record<string, unknown> = {}
  if (inserted !== null && inserted !== undefined && judge(readTag(inserted)) === 'accept') next['inserted'] = null
  if (deletions.some((tag) => judge(tag) === 'reject')) next['deleted'] = orNull(deletions.filter((tag) => judge(tag) === 'keep'))
  // Marks are no matter of breaks and footnotes: what the schema lets stand there says nothing.
  for (const name of ['joined', 'turned']) if (node.attrs[name] !== null && node.attrs[name] !== undefined && judge(readTags(node.attrs[name])[0] ?? readTag(null)) !== 'keep') next[name] = null
  const bare = withAttributes(node, next)
  const unmarked = bare.mark(bare.marks.filter(({ type }) => !['inserted', 'deleted', 'restyled'].includes(type.name)))
  const lines = bare.isLeaf ? null : settleLine(bare.content, judge)
  const words = lines === null ? null : Fragment.fromArray(lines.flatMap(({ content }) => content.content))
  const same = unmarked.marks.length === bare.marks.length ? bare : unmarked
  return words === null ? same : same.copy(words)
}
