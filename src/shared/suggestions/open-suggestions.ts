import type { Mark, Node } from '@tiptap/pm/model'
import { readRestyle, readSplit, readTag, readTags, readTurns, type MarkAttributes, type SplitLevel, type Tag, type Turn } from './tag'

/** One thing that a suggestion does at one place. */
export type SuggestedPart =
  | { readonly does: 'insert' | 'delete'; readonly words: string }
  | { readonly does: 'restyle'; readonly mark: string; readonly now: MarkAttributes | null; readonly words: string }
  | { readonly does: 'insertBlock' | 'deleteBlock'; readonly block: Node }
  | { readonly does: 'split'; readonly begins: SplitLevel }
  | { readonly does: 'join'; readonly block: Node }
  | { readonly does: 'turn'; readonly block: Node; readonly turn: Turn }

/** A suggestion that waits for an answer: whose it is, where it is, and what it does. */
export interface OpenSuggestion extends Tag {
  readonly from: number
  readonly to: number
  readonly parts: readonly SuggestedPart[]
}

interface Found {
  readonly tag: Tag
  from: number
  to: number
  readonly parts: SuggestedPart[]
}

/** All suggestions of a body, in the order of the text. */
export function openSuggestions(doc: Node): OpenSuggestion[] {
  const found = new Map<string, Found>()
  const add = (tag: Tag, from: number, to: number, part: SuggestedPart): void => {
    const key = `${tag.by}/${tag.id}`
    const known = found.get(key)
    if (known === undefined) return void found.set(key, { tag, from, to, parts: [part] })
    const last = known.parts.at(-1)
    const together = last === undefined || known.to < from - 2 ? null : joined(last, part)
    known.from = Math.min(known.from, from)
    known.to = Math.max(known.to, to)
    if (together === null) known.parts.push(part)
    else known.parts.splice(-1, 1, together)
  }
  doc.descendants((node, from) => {
    const to = from + node.nodeSize
    for (const mark of node.marks) for (const { tag, part } of partsOfMark(mark, node.text ?? '')) add(tag, from, to, part)
    for (const { tag, part } of partsOfNode(node)) add(tag, from, to, part)
    // What is in a block that comes is told by the block, but what others suggest in it is their own.
    return true
  })
  return [...found.values()].map(({ tag, from, to, parts }) => ({ ...tag, from, to, parts })).sort((a, b) => a.from - b.from || a.to - b.to)
}

/** Whether a body has any. Looks no further than the first. */
export function hasSuggestions(doc: Node): boolean {
  let any = false
  doc.descendants((node) => {
    any ||= partsOfNode(node).length > 0 || node.marks.some((mark) => partsOfMark(mark, '').length > 0)
    return !any
  })
  return any
}

function partsOfMark({ type, attrs }: Mark, words: string): { readonly tag: Tag; readonly part: SuggestedPart }[] {
  switch (type.name) {
    case 'inserted': {
      const [begins] = readSplit(attrs['split'])?.slice(-1) ?? []
      return [{ tag: readTag(attrs), part: begins === undefined ? { does: 'insert', words } : { does: 'split', begins } }]
    }
    case 'deleted':
      return [{ tag: readTag(attrs), part: { does: 'delete', words } }]
    case 'restyled': {
      const { mark, now, ...tag } = readRestyle(attrs)
      return [{ tag, part: { does: 'restyle', mark, now, words } }]
    }
    default:
      return []
  }
}

function partsOfNode(block: Node): { readonly tag: Tag; readonly part: SuggestedPart }[] {
  const { inserted = null, deleted = null, joined: joins = null, turned = null } = block.attrs
  if (block.isText) return []
  return [
    ...(inserted === null ? [] : [{ tag: readTag(inserted), part: { does: 'insertBlock', block } as const }]),
    ...readTags(deleted).map((tag) => ({ tag, part: { does: 'deleteBlock', block } as const })),
    ...readTags(joins).map((tag) => ({ tag, part: { does: 'join', block } as const })),
    ...readTurns(turned).map((turn) => ({ tag: turn, part: { does: 'turn', block, turn } as const })),
  ]
}

/** Words that are told in several pieces, only because they look different, as one. */
function joined(last: SuggestedPart, next: SuggestedPart): SuggestedPart | null {
  if ((last.does === 'insert' || last.does === 'delete') && next.does === last.does) return { does: last.does, words: last.words + next.words }
  if (last.does === 'restyle' && next.does === 'restyle' && last.mark === next.mark) return { ...last, words: last.words + next.words }
  return null
}
