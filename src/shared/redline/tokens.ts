import { canonicalText } from '../story/canonical'
import type { DocumentMark, DocumentNode } from '../story/revision'
import { wordSegmenter } from '../story/segmenters'

/** The smallest run of text that a redline tells apart: a word, a number, a space, a sign. */
export interface Token {
  readonly text: string
  /** What makes it the same token in the other revision; its marks are compared apart. */
  readonly key: string
  readonly marks: readonly DocumentMark[]
  /** The marks as one text, to compare. */
  readonly marksKey: string
  /** Which of the block's footnotes it stands in. */
  readonly footnote: number | null
  /** For what is no letters: a line break, or the place where a footnote is called. */
  readonly inline?: DocumentMark
}

// What Latin text is made of, without signs that join up with their neighbours (accents that stand apart, emoji): a pattern
// tells its words as UAX #29 does for our purpose, and is many times faster.
const plain = /^[\t\n\r -\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u214f]*$/
const plainWords = /\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*|\s+|[^]/gu

/** A text cut into words, numbers, white space and signs; never inside a grapheme. Joined, they are the text. */
export function wordsOf(text: string): string[] {
  if (plain.test(text)) return text.match(plainWords) ?? []
  return Array.from(wordSegmenter().segment(text), ({ segment }) => segment)
}

/** The words of a plain text. */
export function tokensOfText(text: string): Token[] {
  return wordsOf(text).map((word) => ({ text: word, key: word, marks: [], marksKey: '', footnote: null }))
}

/** The words of a block's inline content, those of its footnotes where they are called. */
export function tokensOf(content: readonly DocumentNode[]): Token[] {
  let footnotes = 0
  return content.flatMap((node) => (node.type === 'footnote' ? footnoteTokens(node, footnotes++) : inlineTokens(node, null)))
}

function footnoteTokens(node: DocumentNode, footnote: number): Token[] {
  const call: Token = { ...inlineToken(node, footnote), text: ' ' }
  return [call, ...(node.content ?? []).flatMap((child) => inlineTokens(child, footnote))]
}

function inlineTokens(node: DocumentNode, footnote: number | null): Token[] {
  if (node.type !== 'text' || node.text === undefined) return [inlineToken(node, footnote)]
  const marks = node.marks ?? []
  const marksKey = marks.length === 0 ? '' : canonicalText(marks)
  return wordsOf(node.text).map((word) => ({ text: word, key: footnote === null ? word : `note ${word}`, marks, marksKey, footnote }))
}

/** A line break, or the place where a footnote is called: not words, and never the same as words. */
function inlineToken({ type, attrs, marks = [] }: DocumentNode, footnote: number | null): Token {
  const inline: DocumentMark = { type, ...(attrs !== undefined && { attrs }) }
  const key = `\u0000${canonicalText(inline)}`
  return { text: type === 'hardBreak' ? '\n' : '', key: footnote === null ? key : `note ${key}`, marks, marksKey: marks.length === 0 ? '' : canonicalText(marks), footnote, inline }
}
