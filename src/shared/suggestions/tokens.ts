import type { Node } from '@tiptap/pm/model'

/** Lines of text, and blocks between them, told one after the other: a line begins, and then has letters, breaks and footnotes. */
export type Token =
  | { readonly kind: 'open'; readonly line: Line }
  | { readonly kind: 'letter'; readonly node: Node }
  | { readonly kind: 'inline'; readonly node: Node }
  | { readonly kind: 'block'; readonly node: Node }

/** A line by itself, or the only one of a list’s item. */
export interface Line {
  /** From the outside to the block that has the words. */
  readonly levels: readonly Node[]
}

const oneLine: ReadonlySet<string> = new Set(['listItem', 'taskItem'])

export function lineIn(block: Node): Line | null {
  if (block.inlineContent) return { levels: [block] }
  const only = oneLine.has(block.type.name) && block.childCount === 1 ? block.firstChild : null
  return only?.inlineContent === true ? { levels: [block, only] } : null
}

export function tokensOf(blocks: readonly Node[]): Token[] {
  return blocks.flatMap((block): Token[] => {
    const line = lineIn(block)
    const words = line?.levels.at(-1)
    return line === null || words === undefined ? [{ kind: 'block', node: block }] : [{ kind: 'open', line }, ...unitsOf(words.content.content)]
  })
}

/** What is in a line, letter by letter. Signs of two halves stay whole. */
export function unitsOf(nodes: readonly Node[]): Token[] {
  return nodes.flatMap((node): Token[] => (node.isText ? Array.from(node.text ?? '', (letter) => ({ kind: 'letter', node: node.type.schema.text(letter, node.marks) })) : [{ kind: 'inline', node }]))
}

/** Whether two tokens say the same to a reader: formatting, and what is suggested about them, aside. */
export function sameToken(a: Token, b: Token): boolean {
  if (a.kind === 'open' || b.kind === 'open') return a.kind === 'open' && b.kind === 'open' && sameShape(a.line, b.line)
  if (a.kind !== b.kind) return false
  return a.kind === 'letter' ? a.node.text === b.node.text : a.node.eq(b.node)
}

/** Lines can be one and the same when their words stand equally deep, in the same sort of item. */
function sameShape({ levels: a }: Line, { levels: b }: Line): boolean {
  return a.length === b.length && a.every((level, index) => index === a.length - 1 || level.type === b[index]?.type)
}
