import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

/** A place in the text that is kept while something is on its way to it, whatever is written meanwhile. */
export interface HeldPlace {
  /** Where it is now; the cursor's place when what was around it is gone. */
  position(): number
  /** Says there what is going on. */
  say(words: string): void
  /** Puts the cursor there. */
  select(): void
  release(): void
}

type Change = { readonly hold: Decoration } | { readonly release: object }

const key = new PluginKey<DecorationSet>('heldPlaces')

export const heldPlaces = Extension.create({
  name: 'heldPlaces',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(tr, held) {
          const kept = held.map(tr.mapping, tr.doc)
          const change: Change | undefined = tr.getMeta(key)
          if (change === undefined) return kept
          if ('hold' in change) return kept.add(tr.doc, [change.hold])
          return kept.remove(kept.find(undefined, undefined, (spec) => spec['place'] === change.release))
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})

export function holdPlace(view: EditorView, at: number): HeldPlace {
  const place = {}
  const sign = document.createElement('span')
  sign.className = 'held-place'
  sign.setAttribute('role', 'status')
  // What is put here goes before the sign, so that the next thing comes after it.
  const hold = Decoration.widget(at, sign, { side: 1, place })
  view.dispatch(view.state.tr.setMeta(key, { hold }))

  const position = (): number => key.getState(view.state)?.find(undefined, undefined, (spec) => spec['place'] === place)[0]?.from ?? view.state.selection.head
  return {
    position,
    say: (words) => void (sign.textContent = words),
    select() {
      const { tr, doc } = view.state
      view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(Math.min(position(), doc.content.size)))))
    },
    release: () => view.dispatch(view.state.tr.setMeta(key, { release: place })),
  }
}
