import { Extension } from '@tiptap/core'
import { PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { movingMarks } from '../moving-marks'

/** A part of the text with how it stands. */
export interface ClearanceMark {
  readonly from: number
  readonly to: number
  readonly whole: boolean
  readonly state: 'cleared' | 'changed'
  /** In words, for who rests on it. */
  readonly hint: string
}

const key = new PluginKey<DecorationSet>('clearanceMarks')

/** Keeps the small signs at what is cleared. While one types they move along; whether they still hold is found out in a pause. */
export const clearanceMarks = Extension.create({
  name: 'clearanceMarks',
  addProseMirrorPlugins: () => [movingMarks(key)],
})

/** A transaction that draws the signs; null when they are drawn already. It is no change of the text. */
export function drawClearances(state: EditorState, marks: readonly ClearanceMark[]): Transaction | null {
  const drawn = key.getState(state)?.find() ?? []
  const wanted = marks.flatMap(decorationsOf)
  if (drawn.length === 0 && wanted.length === 0) return null
  return state.tr.setMeta(key, DecorationSet.create(state.doc, wanted)).setMeta('addToHistory', false)
}

/** The sign stands behind the last letter: it is drawn on it, so that no cursor can come between. */
function decorationsOf({ from, to, whole, state, hint }: ClearanceMark): Decoration[] {
  const said = { 'data-hint': hint, 'data-clearance': state }
  if (whole) return [Decoration.node(from, to, { class: `cleared-block cleared-block--${state}`, ...said })]
  return [Decoration.inline(from, to, { class: `cleared cleared--${state}`, ...said }), Decoration.inline(to - 1, to, { class: `cleared-end cleared-end--${state}` })]
}
