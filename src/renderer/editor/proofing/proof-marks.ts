import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Mark } from './marks'

/** What to draw anew: the marks between two positions. */
export interface Redrawn {
  readonly from: number
  readonly to: number
  readonly marks: readonly Mark[]
}

const key = new PluginKey<DecorationSet>('proofMarks')

/**
 * Keeps the marks under wrong and avoided words. While one types they only move along with the text; what is drawn anew comes from
 * the proofreader, a few blocks at a time.
 */
export const proofMarks = Extension.create({
  name: 'proofMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(tr, set) {
          const moved = tr.docChanged ? set.map(tr.mapping, tr.doc) : set
          const redrawn: unknown = tr.getMeta(key)
          return isRedrawn(redrawn) ? redrawn.reduce((drawn, { from, to, marks }) => drawn.remove(drawn.find(from, to)).add(tr.doc, marks.map(decorationOf)), moved) : moved
        },
      },
      props: {
        decorations: (state) => key.getState(state),
      },
    }),
  ],
})

const isRedrawn = (meta: unknown): meta is readonly Redrawn[] => Array.isArray(meta)

function decorationOf(mark: Mark): Decoration {
  return Decoration.inline(mark.from, mark.to, { class: `proof proof--${mark.kind}` }, { mark })
}

/** A transaction that draws marks; it is no change of the text. */
export const drawMarks = (state: EditorState, redrawn: readonly Redrawn[]) => state.tr.setMeta(key, redrawn).setMeta('addToHistory', false)

/** The marks that are drawn between two positions, where the text is now. */
export function marksBetween(state: EditorState, from: number, to: number): Mark[] {
  const found = key.getState(state)?.find(from, to) ?? []
  return found.flatMap(({ from: start, to: end, spec }: Decoration) => {
    const { mark } = spec as { readonly mark: Mark }
    return [{ ...mark, from: start, to: end }]
  })
}
