import { numberOfAttribute, textOfAttribute } from '../../document/attributes'
import { freeHeadingId } from '../../document/heading-ids'
import type { DocumentNode } from '../../story/revision'
import { escapeHtml } from '../escape'
import type { Page } from './page'

/** A heading, with an id of its words that links lead to. */
export function heading(node: DocumentNode, page: Page): string {
  const level = Math.min(4, numberOfAttribute(node, 'level', 2))
  const id = freeHeadingId(node, page.ids, page.options.idPrefix)
  page.ids.add(id)
  return `<h${level} id="${escapeHtml(id)}">${page.inline(node.content ?? [])}</h${level}>\n`
}

export function codeBlock(node: DocumentNode): string {
  const language = textOfAttribute(node, 'language')
  const text = (node.content ?? []).map((child) => child.text ?? '').join('')
  return `<pre><code${language === '' ? '' : ` class="language-${escapeHtml(language)}"`}>${escapeHtml(text)}\n</code></pre>\n`
}
