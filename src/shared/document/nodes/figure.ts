import { Node } from '@tiptap/core'
import { assetAttribute, dataChoice, dataFlag, dataPercent, dataText } from './data-attribute'

/** How wide a figure is: as the text, half of it, wider than it, or as the page. */
export const figureWidths = ['text', 'half', 'wide', 'full'] as const
/** Where a figure that is narrower than the text stands; `start` and `end` follow the direction of the text, which flows around it. */
export const figureAlignments = ['center', 'start', 'end'] as const

/** An image with what readers need to know of it. A leaf: its texts are attributes, edited in its node view. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    asset: assetAttribute,
    alt: dataText('alt'),
    caption: dataText('caption'),
    credit: dataText('credit'),
    decorative: dataFlag('decorative'),
    /** Where the picture comes from: an http(s) address that its credit leads to. */
    source: dataText('source'),
    width: dataChoice('width', figureWidths),
    align: dataChoice('align', figureAlignments),
    /** What must stay in sight when the picture is cut to another shape: percent from the left and from the top. */
    focusX: dataPercent('focus-x', 50),
    focusY: dataPercent('focus-y', 50),
  }),
  parseHTML: () => [{ tag: 'figure[data-asset]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
})

/** Several figures that are shown together. */
export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'figure+',
  draggable: true,
  isolating: true,
  addAttributes: () => ({ caption: dataText('caption') }),
  parseHTML: () => [{ tag: 'div[data-gallery]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-gallery': '' }, 0],
})
