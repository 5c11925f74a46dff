import type { PartKind } from '@shared/clearance/clearance'
import { partsOfBlock, type Part } from '@shared/clearance/parts'
import type { DocumentNode } from '@shared/story/revision'
import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'

/** A part and where it is in the text that is shown. */
export interface PlacedPart {
  readonly part: Part
  readonly from: number
  readonly to: number
}

/** A text shares the blocks that did not change with what it was before: each is looked at once. */
const known = new WeakMap<Node, { readonly language: string; readonly parts: readonly PlacedPart[] }>()

/** The parts of a text that can be cleared by themselves, in reading order. */
export function partsInText(doc: Node, language: string): PlacedPart[] {
  const all: PlacedPart[] = []
  doc.forEach((block, offset) => {
    for (const { part, from, to } of partsInBlock(block, language)) all.push({ part, from: from + offset, to: to + offset })
  })
  return all
}

function partsInBlock(block: Node, language: string): readonly PlacedPart[] {
  const before = known.get(block)
  if (before?.language === language) return before.parts
  const json: DocumentNode = block.toJSON()
  const parts = partsOfBlock(json, language).map((part) => ({ part, ...placeOf(block, part) }))
  known.set(block, { language, parts })
  return parts
}

/** Counted from before the block. */
function placeOf(block: Node, { path, range }: Part): { readonly from: number; readonly to: number } {
  let [node, from] = [block, 0]
  for (const index of path) {
    from += 1
    for (let before = 0; before < index; before++) from += node.child(before).nodeSize
    node = node.child(index)
  }
  return range === null ? { from, to: from + node.nodeSize } : { from: from + 1 + range.from, to: from + 1 + range.to }
}

/** What is meant first where parts lie in each other: the words of a quotation rather than the sentence around them. */
const rank: Readonly<Record<PartKind, number>> = { quotation: 0, picture: 0, file: 0, table: 1, number: 2 }

/** The part that a selection is in, or touches; null when there is none. */
export function partAt({ doc, selection }: EditorState, language: string): PlacedPart | null {
  const { from, to } = selection
  const touched = partsInText(doc, language).filter((placed) => (from === to ? placed.from <= from && from <= placed.to : placed.from < to && from < placed.to))
  return touched.sort((a, b) => rank[a.part.kind] - rank[b.part.kind] || a.to - a.from - (b.to - b.from))[0] ?? null
}
