import type { DocumentNode } from '../story/revision'

/**
 * Inline content with the white space that readers see (CSS Text 3, 4.1): runs of spaces, tabs and line ends are one
 * space, and there is none at the start, at the end, or beside a line break. No-break spaces stay. In code only line
 * ends change, each into a space.
 */
export function collapseSpace(content: readonly DocumentNode[]): DocumentNode[] {
  const tidy: DocumentNode[] = []
  let afterSpace = true
  for (const node of content) {
    if (node.type !== 'text' || isCode(node)) {
      if (node.type === 'hardBreak') dropSpaceAtEnd(tidy)
      tidy.push(isCode(node) ? { ...node, text: (node.text ?? '').replace(/\r\n?|[\n\f]/g, ' ') } : node)
      afterSpace = node.type === 'hardBreak'
      continue
    }
    const text = singleSpaces(node.text ?? '', afterSpace)
    if (text === '') continue
    tidy.push(text === node.text ? node : { ...node, text })
    afterSpace = text.endsWith(' ')
  }
  dropSpaceAtEnd(tidy)
  return tidy
}

function singleSpaces(text: string, afterSpace: boolean): string {
  const single = /[\t\n\r\f]| {2}/.test(text) ? text.replace(/[ \t\n\r\f]+/g, ' ') : text
  return afterSpace && single.startsWith(' ') ? single.slice(1) : single
}

function dropSpaceAtEnd(nodes: DocumentNode[]): void {
  const last = nodes.at(-1)
  if (last?.type !== 'text' || isCode(last) || last.text?.endsWith(' ') !== true) return
  const text = last.text.slice(0, -1)
  if (text === '') nodes.pop()
  else nodes[nodes.length - 1] = { ...last, text }
}

function isCode(node: DocumentNode): boolean {
  return node.type === 'text' && (node.marks?.some(({ type }) => type === 'code') ?? false)
}

/** Without line breaks at either end, which nobody sees. */
export function withoutOuterBreaks(nodes: readonly DocumentNode[]): DocumentNode[] {
  const isBreak = ({ type }: DocumentNode): boolean => type === 'hardBreak'
  const start = nodes.findIndex((node) => !isBreak(node))
  return start === -1 ? [] : nodes.slice(start, nodes.findLastIndex((node) => !isBreak(node)) + 1)
}
