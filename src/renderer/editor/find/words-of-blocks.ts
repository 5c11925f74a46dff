import type { Node } from '@tiptap/pm/model'

/** The attributes of blocks that hold words for readers and are written in the text's own boxes. Addresses and names of files are not words. */
const written: Readonly<Record<string, readonly string[]>> = {
  figure: ['caption', 'credit', 'alt'],
  gallery: ['caption'],
  table: ['caption'],
  pullQuote: ['attribution'],
  callout: ['title'],
  button: ['label'],
  embed: ['title'],
  attachment: ['label'],
  relatedStories: ['title'],
  relatedStory: ['headline'],
}

/** Words of a block that stand in no line of the text: its caption, its label. */
export interface BlockWords {
  /** Where the block begins. */
  readonly at: number
  readonly name: string
  readonly text: string
}

/** All such words of a text, in its order. What a picture would say if it were not decorative nobody hears. */
export function wordsOfBlocks(doc: Node): BlockWords[] {
  const found: BlockWords[] = []
  doc.descendants((node, at) => {
    for (const name of written[node.type.name] ?? []) {
      const text: unknown = node.attrs[name]
      if (typeof text === 'string' && text !== '' && !(name === 'alt' && node.attrs['decorative'] === true)) found.push({ at, name, text })
    }
    return !node.isTextblock
  })
  return found
}
