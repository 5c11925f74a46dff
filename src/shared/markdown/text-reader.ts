import type { Definition, FootnoteDefinition, Nodes, PhrasingContent, RootContent } from 'mdast'
import type { AssetHash } from '../story/ids'
import type { DocumentNode } from '../story/revision'

/** What a text is read from, beside its own tree. */
export interface Sources {
  readonly text: string
  readonly fromElsewhere: boolean
  readonly asset: (address: string) => AssetHash | null
  readonly story: (address: string) => string | null
  readonly problems: string[]
}

/** One text while it is read: what its parts need to know of the whole. */
export interface Reader extends Sources {
  readonly definitions: ReadonlyMap<string, Definition>
  readonly notes: ReadonlyMap<string, FootnoteDefinition>
  /** How many levels every heading goes down. */
  readonly headingShift: number
  /** The blocks that some nodes stand for: lists, boxes and notes have blocks in them. */
  readonly blocks: (nodes: readonly RootContent[], reader: Reader) => DocumentNode[]
}

/** What is said once for a whole text: its definitions, its notes, and whether its headings start at the level of the headline. */
export function readerFor(tree: Nodes, sources: Sources, blocks: Reader['blocks']): Reader {
  const definitions = new Map<string, Definition>()
  const notes = new Map<string, FootnoteDefinition>()
  let headingShift = 0
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'heading' && node.depth === 1) headingShift = 1
    // Of two definitions the first counts (CommonMark, 4.7).
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node)
    if ('children' in node) waiting.push(...node.children.toReversed())
  }
  return { ...sources, definitions, notes, headingShift, blocks }
}

/** Where a link or an image leads, written out or by a definition; undefined for any other node. */
export function resolved<T extends 'link' | 'image'>(node: PhrasingContent | undefined, type: T, { definitions }: Reader): { url: string; title: string | null } | undefined {
  if (node?.type === type && 'url' in node) return { url: node.url, title: node.title ?? null }
  const definition = node?.type === `${type}Reference` && 'identifier' in node ? definitions.get(node.identifier) : undefined
  return definition && { url: definition.url, title: definition.title ?? null }
}
