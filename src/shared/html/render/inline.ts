import { textOfAttribute } from '../../document/attributes'
import { inlineTree, type InlinePiece } from '../../document/inline-tree'
import { canonicalLanguage } from '../../document/nodes/marks'
import { wordingFor } from '../../reader/wording'
import type { DocumentMark, DocumentNode } from '../../story/revision'
import { escapeHtml } from '../escape'
import { addressOnPage, languageAttributes, type Page } from './page'

/** A line of text with its marks, each around all the words that it covers. */
export function inline(content: readonly DocumentNode[], page: Page): string {
  return pieces(inlineTree(content), page)
}

function pieces(tree: readonly InlinePiece[], page: Page): string {
  return tree.map((piece) => onePiece(piece, page)).join('')
}

function onePiece(piece: InlinePiece, page: Page): string {
  switch (piece.kind) {
    case 'text':
      return escapeHtml(piece.text)
    case 'break':
      return '<br>\n'
    case 'footnote':
      return noteCall(piece.note, page)
    case 'mark':
      return marked(piece.mark, pieces(piece.content, page), page)
  }
}

const tags: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', code: 'code', subscript: 'sub', superscript: 'sup', highlight: 'mark' }

function marked(mark: DocumentMark, content: string, page: Page): string {
  if (mark.type === 'link') return linked(mark, content, page)
  if (mark.type === 'language') {
    const language = canonicalLanguage(textOfAttribute(mark, 'lang'))
    return language === null ? content : `<span${languageAttributes(language)}>${content}</span>`
  }
  const tag = tags[mark.type]
  return tag === undefined ? content : `<${tag}>${content}</${tag}>`
}

/** A link; words that lead to nothing on this page stand by themselves. */
function linked(mark: DocumentMark, content: string, { options }: Page): string {
  const address = addressOnPage(textOfAttribute(mark, 'href'), options)
  const title = textOfAttribute(mark, 'title')
  return address === null ? content : `<a href="${address}"${title && ` title="${escapeHtml(title)}"`}>${content}</a>`
}

function noteCall(note: DocumentNode, page: Page): string {
  const number = page.notes.push(page.inline(note.content ?? []))
  const prefix = escapeHtml(page.options.idPrefix ?? '')
  return `<sup class="footnote-call"><a href="#${prefix}fn-${number}" id="${prefix}fnref-${number}" role="doc-noteref">${number}</a></sup>`
}

/** The section of all footnotes called so far; empty when there are none. */
export function notesSection({ notes, options }: Page): string {
  if (notes.length === 0) return ''
  const wording = wordingFor(options.language ?? null)
  const prefix = escapeHtml(options.idPrefix ?? '')
  const back = (number: number): string => `<a href="#${prefix}fnref-${number}" class="footnote-back" role="doc-backlink" aria-label="${escapeHtml(wording.backToText)}">↩</a>`
  const items = notes.map((note, index) => `<li id="${prefix}fn-${index + 1}">${note} ${back(index + 1)}</li>\n`).join('')
  return `<section class="footnotes" role="doc-endnotes" aria-label="${escapeHtml(wording.notes)}">\n<ol>\n${items}</ol>\n</section>\n`
}
