import type { DocumentNode } from '../story/revision'
import { callout, pullQuote } from './render/boxes'
import { button, embed, relatedStories } from './render/cards'
import { inline, notesSection } from './render/inline'
import { bulletList, orderedList, taskList } from './render/lists'
import { gallery, renderAttachment, renderFigure } from './render/media'
import type { Page, RenderOptions } from './render/page'
import { table } from './render/table'
import { codeBlock, heading } from './render/text'

export { renderFigure } from './render/media'
export type { RenderOptions } from './render/page'

/**
 * The HTML fragment of a body: what the schema says and nothing else, everything escaped, links only to safe addresses.
 * Headings have ids made of their words. Footnotes are numbered in the order of their calls and stand in a section at
 * the end. What would show nothing is left out: images and attachments without a file, calls and cards without a safe
 * address, empty paragraphs, quotations and lists of stories.
 */
export function renderBody(body: DocumentNode, options: RenderOptions): string {
  const renderer = bodyRenderer(options)
  return renderer.blocks(body.content ?? []) + renderer.notes()
}

export interface BodyRenderer {
  /** Some blocks; their footnotes are kept for `notes`. */
  readonly blocks: (nodes: readonly DocumentNode[]) => string
  /** The section of all footnotes called so far; empty when there are none. */
  readonly notes: () => string
}

/** Renders one page in several parts, whose headings and footnotes are counted together. */
export function bodyRenderer(options: RenderOptions): BodyRenderer {
  const page: Page = {
    options,
    ids: new Set(),
    notes: [],
    blocks: (nodes) => nodes.map((node) => block(node, page)).join(''),
    inline: (content) => inline(content, page),
  }
  return { blocks: page.blocks, notes: () => notesSection(page) }
}

function block(node: DocumentNode, page: Page): string {
  const content = node.content ?? []
  switch (node.type) {
    case 'paragraph':
      return content.length === 0 ? '' : `<p>${page.inline(content)}</p>\n`
    case 'heading':
      return heading(node, page)
    case 'blockquote':
      return `<blockquote>\n${page.blocks(content)}</blockquote>\n`
    case 'bulletList':
      return bulletList(node, page)
    case 'orderedList':
      return orderedList(node, page)
    case 'taskList':
      return taskList(node, page)
    case 'codeBlock':
      return codeBlock(node)
    case 'horizontalRule':
      return '<hr>\n'
    case 'table':
      return table(node, page)
    case 'figure':
      return renderFigure(node, page.options)
    case 'gallery':
      return gallery(node, page.options)
    case 'attachment':
      return renderAttachment(node, page.options)
    case 'pullQuote':
      return pullQuote(node, page)
    case 'callout':
      return callout(node, page)
    case 'button':
      return button(node, page)
    case 'embed':
      return embed(node)
    case 'relatedStories':
      return relatedStories(node, page)
    default:
      return page.blocks(content)
  }
}
