import type { DocumentNode } from './revision'
import { unspacedLetter } from './scripts'
import { wordSegmenter } from './segmenters'

const inlineTypes = new Set(['text', 'hardBreak', 'footnote'])

/** Whether a node stands in a line of text. */
export const isInline = ({ type }: DocumentNode): boolean => inlineTypes.has(type)

/** The words of a body as plain text: one line a block, a footnote's text after a space where it is called. Captions, cards and other words beside it are not part of it (`words-beside.ts`). */
export function plainText(body: DocumentNode): string {
  const lines: string[] = []
  collectLines(body, lines)
  return lines.join('\n')
}

function collectLines(node: DocumentNode, lines: string[]): void {
  const content = node.content ?? []
  if (content.some(isInline)) {
    lines.push(content.map(inlineText).join(''))
    return
  }
  for (const child of content) collectLines(child, lines)
}

function inlineText(node: DocumentNode): string {
  if (node.type === 'hardBreak') return '\n'
  if (node.type === 'footnote') return ` ${(node.content ?? []).map(inlineText).join('')}`
  return node.text ?? ''
}

/**
 * How many words a text has, in scripts with and without spaces. Where there are no spaces, words are told by the dictionary
 * (UAX #29); elsewhere a compound with hyphens, a number and an address are one word each.
 */
export function wordCount(text: string): number {
  // Segmenting is fifty times dearer than a pattern, and most texts do not need it.
  if (!unspacedLetter.test(text)) return text.match(/[\p{L}\p{M}\p{N}]+(?:[’'.,-][\p{L}\p{M}\p{N}]+)*/gu)?.length ?? 0
  let count = 0
  for (const { isWordLike } of wordSegmenter().segment(text)) if (isWordLike) count += 1
  return count
}
