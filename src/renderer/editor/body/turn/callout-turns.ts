import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { blocksOf } from '../../blocks/block-range'
import { nodeAround } from './quote-turns'
import { listAround } from './list-turns'

/** The selected blocks in a callout; a list goes in as a whole. */
export function inCallout(state: EditorState): Transaction | null {
  const type = state.schema.nodes['callout']
  const range = blocksOf(state.selection)
  const list = listAround(state.selection.$from)
  if (type === undefined || range === null) return null
  const [from, to] = list !== null && state.selection.to <= list.position + list.list.nodeSize ? [list.position, list.position + list.list.nodeSize] : [range.from, range.to]
  const $from = state.doc.resolve(from)
  const blocks = state.doc.slice(from, to).content
  const callout = type.createAndFill(null, blocks)
  if (callout === null || !$from.parent.canReplaceWith($from.index(), state.doc.resolve(to).index(), type)) return null
  const { anchor, head } = state.selection
  const tr = state.tr.replaceWith(from, to, callout)
  return tr.setSelection(TextSelection.between(tr.doc.resolve(anchor + 1), tr.doc.resolve(head + 1)))
}

/** What was in a callout without it; its title stays as a line in bold. */
export function withoutCallout(state: EditorState): Transaction | null {
  const { schema, selection } = state
  const around = nodeAround(selection.$from, 'callout')
  const [paragraph, bold] = [schema.nodes['paragraph'], schema.marks['bold']]
  if (around === null || paragraph === undefined || bold === undefined) return null
  const { node, position } = around
  const title: unknown = node.attrs['title']
  const words = typeof title === 'string' ? title.trim() : ''
  const heading = words === '' ? [] : [paragraph.create(null, schema.text(words, [bold.create()]))]
  const shift = (heading[0]?.nodeSize ?? 0) - 1
  const tr = state.tr.replaceWith(position, position + node.nodeSize, [...heading, ...node.content.content])
  const end = tr.doc.content.size
  return tr.setSelection(TextSelection.between(tr.doc.resolve(Math.min(selection.anchor + shift, end)), tr.doc.resolve(Math.min(selection.head + shift, end))))
}
