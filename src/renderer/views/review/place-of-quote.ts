import type { Place } from '@shared/checks/finding'
import { storyBody } from '@shared/story/story-doc'
import * as Y from 'yjs'

/** The block of the body that still has the quoted words, or null. White space counts as one space. */
export function placeOfQuote(doc: Y.Doc, quote: string): Place | null {
  const wanted = single(quote)
  const blocks = storyBody(doc).toArray()
  const index = blocks.findIndex((block) => single(textOf(block)).includes(wanted))
  return index === -1 ? null : { in: 'body', path: [index], excerpt: quote }
}

const single = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The text below a node; neighbouring blocks are apart, neighbouring words are not. */
function textOf(node: Y.XmlElement | Y.XmlText | Y.XmlHook): string {
  if (node instanceof Y.XmlText) return node.toDelta().map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : '')).join('')
  if (!(node instanceof Y.XmlElement)) return ''
  return node.toArray().map((child) => (child instanceof Y.XmlElement ? ` ${textOf(child)}` : textOf(child))).join('')
}
