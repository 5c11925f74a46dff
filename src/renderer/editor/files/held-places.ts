import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

/** A place in the text that is kept while something is on its way to it, whatever is written meanwhile. */
export interface HeldPlace {
  /** Where it is now; the cursor's place when what was around it is gone. */
  position(): number
  /** Goes on at another place. */
  move(to: number): void
  /** Says there what is going on. */
  say(words: string): void
  /** Puts the cursor there. */
  select(): void
  release(): void
}

type Change = { readonly release: object; readonly hold?: Decoration }

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
          const others = kept.remove(kept.find(undefined, undefined, (spec) => spec['place'] === change.release))
          return change.hold === undefined ? others : others.add(tr.doc, [change.hold])
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
  const put = (change: Change): void => view.dispatch(view.state.tr.setMeta(key, change))
  const move = (to: number): void => put({ release: place, hold: Decoration.widget(to, sign, { side: 1, place }) })
  move(at)

  const position = (): number => key.getState(view.state)?.find(undefined, undefined, (spec) => spec['place'] === place)[0]?.from ?? view.state.selection.head
  return {
    position,
    move,
    say: (words) => void (sign.textContent = words),
    select() {
      const { tr, doc } = view.state
      view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(Math.min(position(), doc.content.size)))))
    },
    release: () => put({ release: place }),
  }
}
