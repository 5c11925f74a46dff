import type { ListItem } from 'mdast'
import type { Flavour } from './flavour'

const tag = /^<input type="checkbox"( checked)? disabled>$/

/** The box of a task: in GFM’s brackets, or as the element that these stand for. */
export function writeTaskBox(checked: boolean, { tasks }: Pick<Flavour, 'tasks'>): string {
  if (tasks === 'brackets') return checked ? '[x]' : '[ ]'
  return `<input type="checkbox"${checked ? ' checked' : ''} disabled>`
}

/** An item that starts with such an element as if it stood there in brackets; any other as it is. */
export function withTaskBox(item: ListItem): ListItem {
  const [first, ...rest] = item.children
  const [box, space, ...words] = first?.type === 'paragraph' ? first.children : []
  const found = box?.type === 'html' ? tag.exec(box.value) : null
  if (first?.type !== 'paragraph' || found === null || space?.type !== 'text') return item
  const after = space.value.replace(/^ /, '')
  return { ...item, checked: found[1] !== undefined, children: [{ ...first, children: after === '' ? words : [{ ...space, value: after }, ...words] }, ...rest] }
}
