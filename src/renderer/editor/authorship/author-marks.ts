import { Extension } from '@tiptap/core'
import { PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { movingMarks } from '../moving-marks'

/** Words that show whose they are. */
export interface AuthorMark {
  readonly from: number
  readonly to: number
  /** Null for words that are nobody’s: imported ones, and those from before authors were kept. */
  readonly colour: number | null
  readonly title: string
}

/** A line above a block that says who wrote it. */
export interface AuthorLabel {
  readonly at: number
  readonly text: string
}

const key = new PluginKey<DecorationSet>('authorMarks')

/** Shows in the text who wrote what, while that is wanted. The marks move along with the text; whose new words are is found out in a pause. */
export const authorMarks = Extension.create({
  name: 'authorMarks',
  addProseMirrorPlugins: () => [movingMarks(key)],
})

export const hasAuthorMarks = (state: EditorState): boolean => (key.getState(state) ?? DecorationSet.empty) !== DecorationSet.empty

/** A transaction that draws marks; it is no change of the text. */
export function drawAuthors(state: EditorState, marks: readonly AuthorMark[], labels: readonly AuthorLabel[]): Transaction {
  const set = marks.length + labels.length === 0 ? DecorationSet.empty : DecorationSet.create(state.doc, [...marks.map(markOf), ...labels.map(labelOf)])
  return state.tr.setMeta(key, set).setMeta('addToHistory', false)
}

function markOf({ from, to, colour, title }: AuthorMark): Decoration {
  return Decoration.inline(from, to, colour === null ? { class: 'authored', title } : { class: 'authored', 'data-colour': String(colour), title })
}

function labelOf({ at, text }: AuthorLabel): Decoration {
  const draw = (): HTMLElement => {
    const label = document.createElement('div')
    label.className = 'authored-label'
    label.contentEditable = 'false'
    label.dir = 'auto'
    label.textContent = text
    return label
  }
  return Decoration.widget(at, draw, { key: `authored ${text}`, side: -1, ignoreSelection: true })
}
