import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** A stretch of the text with a thread on it. */
export interface CommentMark {
  readonly thread: string
  readonly kind: 'text' | 'block'
  readonly from: number
  readonly to: number
  readonly active: boolean
  /** It keeps its place, but is not to be seen: its thread is resolved. */
  readonly silent: boolean
  readonly resolved: boolean
}

/** In the place of a thread's id, for what a new comment is being written about. */
export const draftMark = 'draft'

/** The attribute that names a block beside which a mark stands. */
export const blockName = 'data-commented'

/** A block beside which a mark stands. */
export interface NamedBlock {
  readonly from: number
  readonly to: number
  readonly name: string
}

interface Marks {
  readonly set: DecorationSet
  /** The text and its marks before marks were lost in a change: there it says what they were on. */
  readonly lost: { readonly doc: Node; readonly set: DecorationSet } | null
}

const key = new PluginKey<Marks>('commentMarks')
const nothing: Marks = { set: DecorationSet.empty, lost: null }

/** Keeps the marks of comments. While one types they move along with the text; where they are in truth is found out in a pause. */
export const commentMarks = Extension.create({
  name: 'commentMarks',
  addProseMirrorPlugins: () => [
    new Plugin<Marks>({
      key,
      state: {
        init: () => nothing,
        apply(tr, marks, before) {
          const drawn: unknown = tr.getMeta(key)
          if (drawn instanceof DecorationSet) return { set: drawn, lost: null }
          if (!tr.docChanged || marks.set === DecorationSet.empty) return marks
          let lost = false
          const set = marks.set.map(tr.mapping, tr.doc, { onRemove: () => (lost = true) })
          return { set, lost: marks.lost ?? (lost ? { doc: before.doc, set: marks.set } : null) }
        },
      },
      props: { decorations: (state) => key.getState(state)?.set },
    }),
  ],
})

/** A transaction that draws marks; it is no change of the text. */
export function drawComments(state: EditorState, marks: readonly CommentMark[], blocks: readonly NamedBlock[]): Transaction {
  return state.tr.setMeta(key, DecorationSet.create(state.doc, [...marks.map(decorationOf), ...blocks.map(named)])).setMeta('addToHistory', false)
}

function decorationOf(mark: CommentMark): Decoration {
  if (mark.silent) return mark.kind === 'block' ? Decoration.node(mark.from, mark.to, {}, { mark }) : Decoration.inline(mark.from, mark.to, {}, { mark })
  const look = `${mark.active ? ' commented--active' : ''}${mark.resolved ? ' commented--resolved' : ''}`
  return mark.kind === 'block'
    ? Decoration.node(mark.from, mark.to, { class: `commented-block${look}` }, { mark })
    : Decoration.inline(mark.from, mark.to, { class: `commented${look}` }, { mark })
}

const named = ({ from, to, name }: NamedBlock): Decoration => Decoration.node(from, to, { [blockName]: name }, {})

/** Whether marks were lost since they were last drawn. */
export const marksLost = (state: EditorState): Marks['lost'] => key.getState(state)?.lost ?? null

export const hasMarks = (state: EditorState): boolean => (key.getState(state)?.set ?? DecorationSet.empty) !== DecorationSet.empty

/** The marks that are drawn, where the text is now. */
export const marksNow = (state: EditorState, from?: number, to?: number): CommentMark[] => marksOf(key.getState(state)?.set ?? DecorationSet.empty, from, to)

export function marksOf(set: DecorationSet, from?: number, to?: number): CommentMark[] {
  return set.find(from, to).flatMap(({ from: start, to: end, spec }: Decoration) => {
    const { mark } = spec as { readonly mark?: CommentMark }
    return mark === undefined ? [] : [{ ...mark, from: start, to: end }]
  })
}
