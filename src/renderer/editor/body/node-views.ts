import { Extension, type Node, type NodeConfig } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { AttachmentCard } from './cards/AttachmentCard'
import { ButtonCard } from './cards/ButtonCard'
import { CalloutFrame } from './cards/CalloutFrame'
import { CodeFrame } from './cards/CodeFrame'
import { EmbedCard } from './cards/EmbedCard'
import { FigureCard } from './cards/FigureCard'
import { GalleryFrame } from './cards/GalleryFrame'
import { PullQuoteFrame } from './cards/PullQuoteFrame'
import { RelatedCard } from './cards/RelatedCard'
import { RelatedFrame } from './cards/RelatedFrame'
import { text } from './cards/attribute-values'
import { cardView } from './card-view'
import { footnotePlugin, footnoteView } from './footnote-view'
import { frameView } from './frame-view'
import type { Cards } from './node-cards'
import { tableView } from './tables/table-view'
import { taskItemView } from './task-item-view'

/** The views that the nodes of a document have while one writes, by their names. */
export function nodeViews(cards: Cards): Readonly<Record<string, Parameters<Node['extend']>[0] & Partial<NodeConfig>>> {
  return {
    figure: { addNodeView: () => cardView(cards, FigureCard, ({ attrs }) => ({ width: text(attrs['width']), align: text(attrs['align']) })) },
    gallery: { addNodeView: () => frameView(cards, GalleryFrame, { content: 'div', slot: 'behind' }) },
    attachment: { addNodeView: () => cardView(cards, AttachmentCard) },
    button: { addNodeView: () => cardView(cards, ButtonCard) },
    embed: { addNodeView: () => cardView(cards, EmbedCard) },
    relatedStories: { addNodeView: () => frameView(cards, RelatedFrame, { content: 'div', slot: 'behind' }) },
    relatedStory: { addNodeView: () => cardView(cards, RelatedCard) },
    pullQuote: { addNodeView: () => frameView(cards, PullQuoteFrame, { content: 'div', slot: 'behind' }) },
    callout: { addNodeView: () => frameView(cards, CalloutFrame, { content: 'div', slot: 'before', shownAttributes: ({ attrs }) => ({ tone: text(attrs['tone']) }) }) },
    table: { addNodeView: () => tableView(cards) },
    taskItem: { addNodeView: () => taskItemView(cards.startStep) },
    footnote: { addNodeView: () => footnoteView, addProseMirrorPlugins: () => [footnotePlugin()] },
  }
}

/** The code block comes in a kit of several nodes: its view is given to the editor beside them. */
export const codeBlockView = (cards: Cards): Extension =>
  Extension.create({
    name: 'codeBlockView',
    addProseMirrorPlugins() {
      const { editor } = this
      const show = frameView(cards, CodeFrame, { around: 'pre', content: 'code', slot: 'before' })
      return [new Plugin({ props: { nodeViews: { codeBlock: (node, _view, getPos) => show({ node, getPos, editor }) } } })]
    },
  })
