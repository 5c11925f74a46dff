import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { acceptAll } from './judge'
import { nothingSuggested, withAttributes } from './node-with'
import { plainMarks } from './plain'
import { settleBlocks } from './settle'
import { settleLine } from './settle-line'

/** Copied text as it reads once everything is accepted, without a mark of who suggested what. Of nothing but words that are to go, the words themselves. */
export function copied(slice: Slice): Slice {
  const { content } = slice
  const lines = content.firstChild?.isInline === true ? settleLine(content, acceptAll) : null
  const blocks = content.firstChild?.isInline === true ? content.content : settleBlocks(content.content, acceptAll)
  if (lines === null && blocks.every((block, index) => block === content.child(index)) && blocks.length === content.childCount) return slice
  const settled = lines === null ? Fragment.from(blocks) : Fragment.fromArray(lines.flatMap((line) => line.content.content))
  const text = settled.textBetween(0, settled.size, '\n', ' ').trim()
  return text === '' ? new Slice(unmarked(content), slice.openStart, slice.openEnd) : new Slice(settled, Math.min(slice.openStart, depthAt(settled, 'firstChild')), Math.min(slice.openEnd, depthAt(settled, 'lastChild')))
}

function unmarked(content: Fragment): Fragment {
  return Fragment.fromArray(content.content.map((node) => (node.isText ? node.mark(plainMarks(node)) : withAttributes(node, nothingSuggested).copy(unmarked(node.content)))))
}

/** How deep the first or the last block goes. */
function depthAt(content: Fragment, side: 'firstChild' | 'lastChild'): number {
  let depth = 0
  for (let node: Node | null = content[side]; node !== null && !node.isLeaf; node = node[side]) depth += 1
  return depth
}
