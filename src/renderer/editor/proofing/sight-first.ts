import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'

/** A block of text, and where its words begin. */
export interface PlacedBlock {
  readonly block: Node
  readonly start: number
}

/** Some blocks of a text, in their order but for this: those in sight, and what is below, come first. */
export function sightFirst(editor: Editor, blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  const sight = inSight(editor)
  const first = blocks.findIndex(({ block, start }) => start + block.nodeSize >= sight)
  return first <= 0 ? blocks : [...blocks.slice(first), ...blocks.slice(0, first)]
}

function inSight({ view }: Editor): number {
  const scroller = view.dom.closest('.story-editor__scroll')?.getBoundingClientRect()
  if (scroller === undefined) return 0
  const own = view.dom.getBoundingClientRect()
  return view.posAtCoords({ left: own.left + own.width / 2, top: Math.max(scroller.top + 8, own.top + 8) })?.pos ?? 0
}
