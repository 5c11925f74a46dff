import { Fragment, type Node, type Schema } from '@tiptap/pm/model'

/** What stands before the name of the one who said something. */
const dash = /^\s*[—–]\s*/

/** A block's text without the dash before it, when it says only whose the words before it are; null otherwise. */
export function attributionIn(block: Node): string | null {
  if (block.type.name !== 'paragraph' || !dash.test(block.textContent)) return null
  const words = block.textContent.replace(dash, '').trim()
  return words === '' || words.length > 160 ? null : words
}

/** Whose words they are, as a line of its own behind them; nothing when it is not said. */
export function attributionLine(schema: Schema, attribution: unknown): Node[] {
  const paragraph = schema.nodes['paragraph']
  return typeof attribution === 'string' && attribution.trim() !== '' && paragraph ? [paragraph.create(null, schema.text(`— ${attribution.trim()}`))] : []
}

/** The words of several blocks as one run, a line each. */
export function asOneRun(schema: Schema, blocks: readonly Node[]): Fragment {
  const run: Node[] = []
  const collect = (block: Node): void => {
    if (block.inlineContent) {
      const line = schema.nodes['hardBreak']?.create()
      if (run.length > 0 && block.content.size > 0 && line) run.push(line)
      run.push(...block.content.content)
    } else if (!block.isAtom) block.forEach(collect)
  }
  blocks.forEach(collect)
  return Fragment.from(run)
}
