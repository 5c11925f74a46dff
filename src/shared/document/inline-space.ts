import type { DocumentNode } from '../story/revision'

/**
 * Inline content with the white space that readers see (CSS Text 3, 4.1): runs of spaces, tabs and line ends are one
 * space, and there is none at the start, at the end, or beside a line break. No-break spaces stay.
 */
export function collapseSpace(content: readonly DocumentNode[]): DocumentNode[] {
  const tidy: DocumentNode[] = []
  let afterSpace = true
  for (const node of content) {
    if (node.type !== 'text') {
      if (node.type === 'hardBreak') dropSpaceAtEnd(tidy)
      tidy.push(node)
      afterSpace = node.type === 'hardBreak'
      continue
    }
    const single = (node.text ?? '').replace(/[ \t\n\r\f]+/g, ' ')
    const text = afterSpace ? single.replace(/^ /, '') : single
    if (text !== '') tidy.push({ ...node, text })
    if (text !== '') afterSpace = text.endsWith(' ')
  }
  dropSpaceAtEnd(tidy)
  return tidy
}

function dropSpaceAtEnd(nodes: DocumentNode[]): void {
  const last = nodes.at(-1)
  if (last?.type !== 'text' || last.text?.endsWith(' ') !== true) return
  const text = last.text.slice(0, -1)
  if (text === '') nodes.pop()
  else nodes[nodes.length - 1] = { ...last, text }
}
