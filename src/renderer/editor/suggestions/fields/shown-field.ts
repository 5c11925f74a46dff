import { readField, storySuggestedFields, storyText } from '@shared/story/story-doc'
import type { FieldDefinition, FieldValue } from '@shared/story/kind'
import { fieldSuggestions } from '@shared/suggestions/fields/field-suggestions'
import { ownSuggestion, suggestField } from '@shared/suggestions/fields/suggest-field'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { useApp } from '../../../app/app-store'
import { observeField } from '../../../story/field-values'
import type { StorySession } from '../../../story/story-session'
import { inform } from '../../../ui/notices'
import { isSuggesting, useSuggestMode, viewOf } from '../suggest-mode'

/**
 * What the form shows of a field. Who writes sees what it holds; who suggests sees, and goes on with, their own suggestion; who reads the
 * story as if all were accepted sees the latest one.
 */
type Field = Pick<FieldDefinition, 'id' | 'type'>

interface Shown {
  readonly value: FieldValue | null
  readonly text: string
}

/** A suggestion that is shown in place of what a field holds; null when none is. */
function suggestedInstead({ id, doc }: StorySession, field: Field): Shown | null {
  const view = viewOf(id)
  if (view === 'accepted') {
    const latest = fieldSuggestions(doc).findLast((one) => one.field === field.id)
    return latest === undefined ? null : { value: latest.value, text: typeof latest.value === 'string' ? latest.value : '' }
  }
  const own = view === 'all' && isSuggesting(id) ? ownSuggestion(doc, field, currentMember()) : null
  return own === null ? null : { value: own.value, text: own.letters?.toString() ?? '' }
}

const currentMember = (): string => useApp.getState().desk?.currentMember ?? ''

/** The text that the form shows for a field that is one. */
export const shownText = (session: StorySession, field: Field): string => suggestedInstead(session, field)?.text ?? storyText(session.doc, field.id).toString()

function shownValue(session: StorySession, field: Field): FieldValue | undefined {
  const instead = suggestedInstead(session, field)
  return instead === null ? readField(session.doc, field) : (instead.value ?? undefined)
}

/** Puts a value into a field, or suggests it. Can be undone. */
export function putField(session: StorySession, field: Field, value: FieldValue | undefined): void {
  if (viewOf(session.id) !== 'all') return inform('The story is only shown for reading now. Go back to the suggestions to change it.')
  if (!isSuggesting(session.id)) return session.setField(field, value)
  session.write((doc) => suggestField(doc, field, value, { by: currentMember(), at: new Date().toISOString() }))
}

/** Hears when what is shown of a field may have changed; answers how to stop. */
export function observeShown(session: StorySession, field: Field, changed: () => void): () => void {
  const suggested = storySuggestedFields(session.doc)
  suggested.observeDeep(changed)
  const stops = [observeField(session.doc, field, changed), useSuggestMode.subscribe(changed), useApp.subscribe(({ desk }, before) => desk !== before.desk && changed())]
  return () => {
    suggested.unobserveDeep(changed)
    for (const stop of stops) stop()
  }
}

/** What the form shows of a field, kept up to date. Undefined when it is empty. */
export function useShownValue(session: StorySession, { id, type }: Field): FieldValue | undefined {
  const last = useRef<{ readonly key: string; readonly value: FieldValue | undefined }>({ key: '', value: undefined })
  const subscribe = useCallback((changed: () => void) => observeShown(session, { id, type }, changed), [session, id, type])
  return useSyncExternalStore(subscribe, () => {
    const value = shownValue(session, { id, type })
    // The same value again must be the same object, or React would never come to rest.
    const key = JSON.stringify(value) ?? ''
    if (last.current.key !== key) last.current = { key, value }
    return last.current.value
  })
}
