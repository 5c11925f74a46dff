import { Node } from '@tiptap/core'

/** A footnote where it is called: its text travels inside, numbers follow from the order. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: 'text*',
  marks: 'bold italic code link strike underline subscript superscript highlight language inserted deleted restyled',
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, 'data-footnote': '' }, 0],
})
