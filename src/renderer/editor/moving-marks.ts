import { Plugin, type PluginKey } from '@tiptap/pm/state'
import { DecorationSet } from '@tiptap/pm/view'

/** Draws the set that a transaction brings under `key`. Until the next one it moves along with the text, at next to no cost. */
export function movingMarks(key: PluginKey<DecorationSet>): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, set) {
        const drawn: unknown = tr.getMeta(key)
        if (drawn instanceof DecorationSet) return drawn
        return tr.docChanged && set !== DecorationSet.empty ? set.map(tr.mapping, tr.doc) : set
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}
