import type { DocumentNode } from '../story/revision'

/** The inline content of some blocks in one line. */
export function inlineOf(blocks: readonly DocumentNode[]): DocumentNode[] {
  return blocks.flatMap((block, index) => {
    const content = block.content ?? []
    return [...(index > 0 ? [{ type: 'text', text: ' ' }] : []), ...(['paragraph', 'heading', 'codeBlock'].includes(block.type) ? content : inlineOf(content))]
  })
}
