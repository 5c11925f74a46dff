import { openSuggestions, type OpenSuggestion } from '@shared/suggestions/open-suggestions'
import type { StoryId } from '@shared/story/ids'
import type { Editor } from '@tiptap/core'
import { create } from 'zustand'
import { afterPause } from '../../app/after-pause'
import type { StorySession } from '../../story/story-session'
import { keyOf } from './answer'

interface SuggestionList {
  readonly story: StoryId | null
  readonly list: readonly OpenSuggestion[]
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
  let known: unknown = null
  const look = (): void => {
    if (editor.isDestroyed || editor.state.doc === known) return
    known = editor.state.doc
    const list = openSuggestions(editor.state.doc)
    const before = useSuggestionList.getState()
    if (before.story === session.id && before.list.length === 0 && list.length === 0) return
    useSuggestionList.setState({ story: session.id, list, active: list.some((one) => keyOf(one) === before.active) ? before.active : null })
  }
  const soon = afterPause(look, pauseMs)
  const meant = afterPause(() => followCursor(editor), pauseMs)
  if (useSuggestionList.getState().story !== session.id) useSuggestionList.setState({ ...nothing, story: session.id })
  look()
  editor.on('update', soon)
  editor.on('selectionUpdate', meant)
  return () => {
    soon.cancel()
    meant.cancel()
    editor.off('update', soon)
    editor.off('selectionUpdate', meant)
  }
}

/** The suggestion with the cursor is the one that is meant; elsewhere none is. */
function followCursor(editor: Editor): void {
  const { list, active } = useSuggestionList.getState()
  if (list.length === 0 || editor.isDestroyed) return
  const { from, to } = editor.state.selection
  const here = list.filter((one) => one.from <= from && one.to >= to)
  if (here.some((one) => keyOf(one) === active)) return
  const [smallest] = here.toSorted((a, b) => a.to - a.from - (b.to - b.from))
  setActive(smallest === undefined ? null : keyOf(smallest))
}

/** The suggestions as they are at this moment, whether or not the list has heard of them. */
export const suggestionsNow = (editor: Editor): OpenSuggestion[] => openSuggestions(editor.state.doc)

export const setActive = (active: string | null, byKey = false): void => useSuggestionList.setState({ active, byKey })
