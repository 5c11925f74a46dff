import type { Nodes } from 'mdast'

/** The words of a node and of all in it, breaks as spaces. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(plainText).join('') : ''
}

/** Some text without line ends, and with nothing around it. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
