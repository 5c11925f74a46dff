import type { DocumentNode } from '../story/revision'
import { isOnlySuggested } from './said'

/** The words of a text block, as they are read, each still with its place in the block. */
export interface Line {
  readonly text: string
  /** For each unit of the text, and for its end, how far into the block it is. */
  readonly places: readonly number[]
  readonly content: readonly DocumentNode[]
}

/** Stands in a line for what has no words. */
const hole = '￼'

export function lineOf(content: readonly DocumentNode[]): Line {
  const places: number[] = []
  let text = ''
  let place = 0
  for (const node of content) {
    const words = wordsOf(node)
    for (let unit = 0; unit < words.length; unit++) places.push(place + Math.min(unit, sizeOf(node)))
    text += words
    place += sizeOf(node)
  }
  return { text, places: [...places, place], content }
}

function wordsOf(node: DocumentNode): string {
  if (isOnlySuggested(node)) return ''
  if (node.type === 'text') return node.text ?? ''
  return node.type === 'hardBreak' ? '\n' : hole
}

/** How many places a node takes up in its block. */
export function sizeOf({ type, text = '', content }: DocumentNode): number {
  if (type === 'text') return text.length
  return type === 'footnote' ? (content ?? []).reduce((sum, child) => sum + sizeOf(child), 2) : 1
}

/** The content of a stretch of a line. */
export function contentBetween({ content, places }: Line, from: number, to: number): DocumentNode[] {
  const [start, end] = [places[from] ?? 0, to === from ? (places[from] ?? 0) : (places[to - 1] ?? 0) + 1]
  let place = 0
  return content.flatMap((node) => {
    const [first, last] = [place, place + sizeOf(node)]
    place = last
    if (last <= start || first >= end) return []
    if (node.type !== 'text') return [node]
    return [{ ...node, text: (node.text ?? '').slice(Math.max(0, start - first), end - first) }]
  })
}
