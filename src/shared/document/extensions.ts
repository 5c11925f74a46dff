import { Node, mergeAttributes, type Extensions } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeLinkAddress } from './link-address'

const assetAttribute = {
  default: null,
  parseHTML: (element: HTMLElement) => {
    const hash = element.getAttribute('data-asset') ?? element.querySelector('[data-asset]')?.getAttribute('data-asset')
    return hash !== undefined && hash !== null && /^[0-9a-f]{64}$/.test(hash) ? hash : null
  },
  renderHTML: (attributes: Record<string, unknown>) => ({ 'data-asset': attributes['asset'] }),
}

const dataText = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
})

/** An image with what readers need to know of it. A leaf: its texts are attributes, edited in its node view. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      asset: assetAttribute,
      alt: dataText('alt'),
      caption: dataText('caption'),
      credit: dataText('credit'),
      decorative: {
        default: false,
        parseHTML: (element: HTMLElement) => element.getAttribute('data-decorative') === 'true',
        renderHTML: (attributes: Record<string, unknown>) => ({ 'data-decorative': String(attributes['decorative']) }),
      },
    }
  },
  parseHTML: () => [{ tag: 'figure[data-asset]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
})

/** A file that readers can download, such as a report. */
export const Attachment = Node.create({
  name: 'attachment',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return { asset: assetAttribute, name: dataText('name'), label: dataText('label') }
  },
  parseHTML: () => [{ tag: 'div[data-attachment]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-attachment': '' })],
})

/** A footnote where it is called: its text travels inside, numbers follow from the order. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: 'text*',
  marks: 'bold italic code link strike',
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { 'data-footnote': '' }), 0],
})

/**
 * The story document's one definition: nodes, marks and how HTML becomes them. The editor adds views
 * and keys to these; main, import, preview and export use the schema alone. What it can't say
 * (scripts, styles, event handlers, unsafe addresses) can't get into a story.
 */
export const documentExtensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: null, class: null },
      isAllowedUri: (address) => isSafeLinkAddress(address),
    },
    underline: false,
    undoRedo: false,
    trailingNode: false,
    dropcursor: false,
    gapcursor: false,
  }),
  TableKit.configure({ table: { resizable: false } }),
  Figure,
  Attachment,
  Footnote,
]
