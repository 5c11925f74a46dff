import type { List, ListItem, PhrasingContent } from 'mdast'
import type { DocumentNode } from '../story/revision'
import { withFirstParagraph } from './normal-form'
import { withTaskBox } from './task-box'
import type { Reader } from './text-reader'

/** A list; one of bullets with some boxes to tick in it is a list of tasks where they are, and one of bullets elsewhere. */
export function listsOf(node: List, reader: Reader): DocumentNode[] {
  if (node.ordered) return [{ type: 'orderedList', attrs: { start: node.start ?? 1, type: null }, content: node.children.map((item) => itemOf(withBoxAsWords(withoutStart(item, reader)), reader)) }]
  const lists: { type: string; content: DocumentNode[] }[] = []
  for (const item of node.children.map(withTaskBox)) {
    const type = typeof item.checked === 'boolean' ? 'taskList' : 'bulletList'
    const last = lists.at(-1)
    if (last?.type === type) last.content.push(itemOf(item, reader))
    else lists.push({ type, content: [itemOf(item, reader)] })
  }
  return lists.length > 0 ? lists : [{ type: 'bulletList', content: [] }]
}

function itemOf(item: ListItem, reader: Reader): DocumentNode {
  const content = withFirstParagraph(reader.blocks(item.children, reader))
  return typeof item.checked === 'boolean' ? { type: 'taskItem', attrs: { checked: item.checked }, content } : { type: 'listItem', content }
}

/** A numbered list has no boxes to tick: they stay the brackets that they were written as. */
function withBoxAsWords(item: ListItem): ListItem {
  const [first, ...rest] = item.children
  if (typeof item.checked !== 'boolean' || first?.type !== 'paragraph') return item
  const box: PhrasingContent = { type: 'text', value: item.checked ? '[x] ' : '[ ] ' }
  return { ...item, checked: null, children: [{ ...first, children: [box, ...first.children] }, ...rest] }
}

/** A first item without the number that kramdown is told, which its marker says as well. What was escaped is a text’s own. */
function withoutStart(item: ListItem, { text }: Reader): ListItem {
  const [first, ...rest] = item.children
  const [words, ...more] = first?.type === 'paragraph' ? first.children : []
  if (first?.type !== 'paragraph' || words?.type !== 'text' || !text.startsWith('{:', words.position?.start.offset ?? 0)) return item
  return { ...item, children: [{ ...first, children: [{ ...words, value: words.value.replace(/^\{:value="\d+"\} /, '') }, ...more] }, ...rest] }
}
