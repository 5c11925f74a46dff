import { textOfAttribute } from '../../document/attributes'
import { calloutTones } from '../../document/nodes/quotes'
import type { DocumentNode } from '../../story/revision'
import { escapeHtml } from '../escape'
import { addedWords, type Page } from './page'

/** A sentence lifted out of the text, with whose it is; nothing when there is no sentence. */
export function pullQuote(node: DocumentNode, page: Page): string {
  const content = node.content ?? []
  if (content.every(({ type, text = '' }) => type !== 'footnote' && text.trim() === '')) return ''
  const attribution = textOfAttribute(node, 'attribution').trim()
  return `<figure class="pull-quote">\n<blockquote>\n<p>${page.inline(content)}</p>\n</blockquote>\n${attribution && `<figcaption>${escapeHtml(attribution)}</figcaption>\n`}</figure>\n`
}

/**
 * Blocks set apart from the text. What they are for is always said, to those who don't see the colour, too: as the name of
 * the note, and as its title where it has none.
 */
export function callout(node: DocumentNode, page: Page): string {
  const tone = calloutTones.find((name) => name === textOfAttribute(node, 'tone')) ?? 'note'
  const own = textOfAttribute(node, 'title').trim()
  const content = page.blocks(node.content ?? [])
  if (content === '' && own === '') return ''
  const { wording, attributes } = addedWords(page.options)
  const word = escapeHtml(wording.callout[tone])
  const title = own === '' ? `<p class="callout-title added"${attributes}>${word}</p>` : `<p class="callout-title">${escapeHtml(own)}</p>`
  return `<aside class="callout ${tone}" role="note" aria-label="${word}">\n${title}\n${content}</aside>\n`
}
