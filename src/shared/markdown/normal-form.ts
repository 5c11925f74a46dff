import { numberOfAttribute, textOfAttribute } from '../document/attributes'
import type { DocumentNode } from '../story/revision'
import { attachmentForm, figureForm } from './file-form'
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
 * - A decorative image has no alternative text, and an image's texts hold one line each.
 */
export function markdownForm(body: DocumentNode): MarkdownForm {
  const losses: string[] = []
  const content = blocksForm(body.content ?? [], losses)
  return { body: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }, losses }
}

function blocksForm(nodes: readonly DocumentNode[], losses: string[]): DocumentNode[] {
  return nodes.flatMap((node) => blockForm(node, losses))
}

function blockForm(node: DocumentNode, losses: string[]): DocumentNode[] {
  switch (node.type) {
    case 'paragraph': {
      const content = inlineForm(node.content ?? [], true)
      return content.length === 0 ? [] : [{ type: 'paragraph', content }]
    }
    case 'heading': {
      const content = inlineForm(node.content ?? [], false)
      return [{ type: 'heading', attrs: { level: Math.min(4, numberOfAttribute(node, 'level', 2)) }, ...(content.length > 0 && { content }) }]
    }
    case 'blockquote': {
      const content = blocksForm(node.content ?? [], losses)
      return [{ type: 'blockquote', content: content.length > 0 ? content : [{ type: 'paragraph' }] }]
    }
    case 'bulletList':
    case 'orderedList':
      return listForm(node, losses)
    case 'codeBlock':
      return [codeForm(node)]
    case 'horizontalRule':
      return [{ type: 'horizontalRule' }]
    case 'table':
      return tableForm(node, losses)
    case 'figure':
      return figureForm(node, losses)
    case 'attachment':
      return attachmentForm(node, losses)
    default:
      return blocksForm(node.content ?? [], losses)
  }
}

function listForm(node: DocumentNode, losses: string[]): DocumentNode[] {
  const content = (node.content ?? []).map((item) => ({ type: 'listItem', content: withFirstParagraph(blocksForm(item.content ?? [], losses)) }))
  if (content.length === 0) return []
  const start = numberOfAttribute(node, 'start', 1, 0)
  return [node.type === 'bulletList' ? { type: 'bulletList', content } : { type: 'orderedList', attrs: { start: start + content.length - 1 > largestStart ? 1 : start, type: null }, content }]
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
