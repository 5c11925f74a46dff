import { numberOfAttribute, textOfAttribute } from '../document/attributes'
import type { DocumentNode } from '../story/revision'
import { buttonForm, calloutForm, embedForm, galleryForm, pullQuoteForm, relatedStoriesForm } from './box-form'
import { attachmentForm, figureForm } from './file-form'
import { formingOf, type FormOptions, type Forming } from './forming'
import { inlineForm } from './inline-form'
import { tableForm } from './table-form'

export interface MarkdownForm {
  readonly body: DocumentNode
  /** What Markdown can't say of the body and that readers would miss, in words. */
  readonly losses: readonly string[]
}

/** The largest number that an ordered list can start with (CommonMark, 5.2). */
const largestStart = 999_999_999

/**
 * A body as Markdown can say it: what `toMarkdown` writes and what `fromMarkdown` reads back, exactly.
 * - White space is as readers see it, and none of it is bold, italic or struck at the edges of such words (`inlineForm`).
 * - Empty paragraphs and footnotes, and images and attachments without a file are left out.
 * - Headings hold one line. Numbered lists start between 0 and 999,999,999 and count in digits.
 * - Tables have one line a cell, no merged cells, and headings in the first row only (`tableForm`); this is told.
 * - A decorative image has no alternative text, and an image's texts hold one line each, as do those of all other blocks.
 * - A link, a button, a card and a related story that lead nowhere, or to a story that readers do not have, are words.
 * - Empty pull quotes, galleries and lists of stories are left out.
 */
export function markdownForm(body: DocumentNode, options: FormOptions = {}): MarkdownForm {
  const forming = formingOf(options)
  const content = blocksForm(body.content ?? [], forming)
  return { body: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }, losses: forming.losses }
}

function blocksForm(nodes: readonly DocumentNode[], forming: Forming): DocumentNode[] {
  return nodes.flatMap((node) => blockForm(node, forming))
}

function blockForm(node: DocumentNode, forming: Forming): DocumentNode[] {
  switch (node.type) {
    case 'paragraph': {
      const content = inlineForm(node.content ?? [], true, forming)
      return content.length === 0 ? [] : [{ type: 'paragraph', content }]
    }
    case 'heading': {
      const content = inlineForm(node.content ?? [], false, forming)
      return [{ type: 'heading', attrs: { level: Math.min(4, numberOfAttribute(node, 'level', 2)) }, ...(content.length > 0 && { content }) }]
    }
    case 'blockquote': {
      const content = blocksForm(node.content ?? [], forming)
      return [{ type: 'blockquote', content: content.length > 0 ? content : [{ type: 'paragraph' }] }]
    }
    case 'callout':
      return [calloutForm(node, blocksForm(node.content ?? [], forming))]
    case 'pullQuote':
      return pullQuoteForm(node, forming)
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return listForm(node, forming)
    case 'codeBlock':
      return [codeForm(node)]
    case 'horizontalRule':
      return [{ type: 'horizontalRule' }]
    case 'table':
      return tableForm(node, forming)
    case 'figure':
      return figureForm(node, forming)
    case 'gallery':
      return galleryForm(node, forming)
    case 'button':
      return buttonForm(node, forming)
    case 'embed':
      return embedForm(node, forming)
    case 'relatedStories':
      return relatedStoriesForm(node, forming)
    case 'attachment':
      return attachmentForm(node, forming)
    default:
      return blocksForm(node.content ?? [], forming)
  }
}

function listForm(node: DocumentNode, forming: Forming): DocumentNode[] {
  const content = (node.content ?? []).map((item) => ({ ...itemForm(node, item), content: withFirstParagraph(blocksForm(item.content ?? [], forming)) }))
  if (content.length === 0) return []
  if (node.type !== 'orderedList') return [{ type: node.type, content }]
  const start = numberOfAttribute(node, 'start', 1, 0)
  return [{ type: 'orderedList', attrs: { start: start + content.length - 1 > largestStart ? 1 : start, type: null }, content }]
}

function itemForm(list: DocumentNode, { attrs }: DocumentNode): DocumentNode {
  return list.type === 'taskList' ? { type: 'taskItem', attrs: { checked: attrs?.['checked'] === true } } : { type: 'listItem' }
}

/** An item's first block is a paragraph, if only an empty one: the schema wants it so. */
export function withFirstParagraph(blocks: readonly DocumentNode[]): readonly DocumentNode[] {
  return blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks]
}

function codeForm(node: DocumentNode): DocumentNode {
  const language = textOfAttribute(node, 'language')
  const text = (node.content ?? []).map((child) => child.text ?? '').join('').replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
  return { type: 'codeBlock', attrs: { language: /^[^\s`\0]+$/.test(language) ? language : null }, ...(text !== '' && { content: [{ type: 'text', text }] }) }
}
