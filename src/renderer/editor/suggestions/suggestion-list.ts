import { fieldSuggestions } from '@shared/suggestions/fields/field-suggestions'
import { openSuggestions, type OpenSuggestion } from '@shared/suggestions/open-suggestions'
import { isForField, type Suggestion } from '@shared/suggestions/suggestion'
import type { StoryId } from '@shared/story/ids'
import type { Editor } from '@tiptap/core'
import { create } from 'zustand'
import { afterPause } from '../../app/after-pause'
import type { StorySession } from '../../story/story-session'
import { keyOf } from './answer'
import { fieldWithFocus } from './fields/field-with-focus'

interface SuggestionList {
  readonly story: StoryId | null
  /** Those for fields in the order of the form, then those of the text. */
  readonly list: readonly Suggestion[]
  /** The one that is meant, in the text and in the list; and whether one went to it by key. */
  readonly active: string | null
  readonly byKey: boolean
}

const nothing: SuggestionList = { story: null, list: [], active: null, byKey: false }

/** The open suggestions of the story whose list is shown, told a moment after the text came to rest. */
export const useSuggestionList = create<SuggestionList>(() => nothing)

const pauseMs = 200

/** Keeps the list while it is shown, whether or not the text is; answers how to stop. */
export function followSuggestions(session: StorySession, editor: Editor): () => void {
  let known: { readonly doc: unknown; readonly fields: string } = { doc: null, fields: '' }
  let inText: readonly OpenSuggestion[] = []
  const look = (): void => {
    if (editor.isDestroyed) return
    const [{ doc }, forFields] = [editor.state, suggestionsForFields(session)]
    const now = { doc, fields: JSON.stringify(forFields) }
    if (doc === known.doc && now.fields === known.fields) return
    if (doc !== known.doc) inText = openSuggestions(doc)
    known = now
    const list = [...forFields, ...inText]
    const before = useSuggestionList.getState()
    if (before.story === session.id && before.list.length === 0 && list.length === 0) return
    useSuggestionList.setState({ story: session.id, list, active: list.some((one) => keyOf(one) === before.active) ? before.active : null })
  }
  const soon = afterPause(look, pauseMs)
  const meant = afterPause(() => followCursor(editor), pauseMs)
  if (useSuggestionList.getState().story !== session.id) useSuggestionList.setState({ ...nothing, story: session.id })
  look()
  editor.on('update', soon)
  session.doc.on('update', soon)
  editor.on('selectionUpdate', meant)
  return () => {
    soon.cancel()
    meant.cancel()
    editor.off('update', soon)
    session.doc.off('update', soon)
    editor.off('selectionUpdate', meant)
  }
}

/** The suggestion with the cursor is the one that is meant; elsewhere in the text none is. */
function followCursor(editor: Editor): void {
  const { list, active } = useSuggestionList.getState()
  if (list.length === 0 || editor.isDestroyed || fieldWithFocus() !== null) return
  const { from, to } = editor.state.selection
  const here = list.flatMap((one) => (!isForField(one) && one.from <= from && one.to >= to ? [one] : []))
  if (here.some((one) => keyOf(one) === active)) return
  const [smallest] = here.toSorted((a, b) => a.to - a.from - (b.to - b.from))
  setActive(smallest === undefined ? null : keyOf(smallest))
}

/** The suggestions as they are at this moment, whether or not the list has heard of them. */
export const suggestionsNow = (session: StorySession, editor: Editor): Suggestion[] => [...suggestionsForFields(session), ...openSuggestions(editor.state.doc)]

function suggestionsForFields({ doc, kind }: StorySession) {
  const order = new Map(kind.fields.map(({ id }, index) => [id, index]))
  const placeOf = (field: string): number => order.get(field) ?? order.size
  return fieldSuggestions(doc).toSorted((a, b) => placeOf(a.field) - placeOf(b.field))
}

export const setActive = (active: string | null, byKey = false): void => useSuggestionList.setState({ active, byKey })
