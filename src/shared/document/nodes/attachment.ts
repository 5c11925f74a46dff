import { Node } from '@tiptap/core'
import { assetAttribute, dataText } from './data-attribute'

/** A file that readers can download, such as a report. */
export const Attachment = Node.create({
  name: 'attachment',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ asset: assetAttribute, name: dataText('name'), label: dataText('label') }),
  parseHTML: () => [{ tag: 'div[data-attachment]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-attachment': '' }],
})
