import { isTextField, readField, storyFields, storyText } from '@shared/story/story-doc'
import type { FieldDefinition, FieldValue } from '@shared/story/kind'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { StorySession } from './story-session'

type Field = Pick<FieldDefinition, 'id' | 'type'>

/** Every story has one, of whatever kind it is. */
export const languageField: Field = { id: 'language', type: 'language' }

/** A field's value, kept up to date. Undefined when it is empty. */
export function useFieldValue(session: StorySession, { id, type }: Field): FieldValue | undefined {
  const last = useRef<{ readonly key: string; readonly value: FieldValue | undefined }>({ key: '', value: undefined })
  const subscribe = useCallback((changed: () => void) => observeField(session.doc, { id, type }, changed), [session, id, type])
  return useSyncExternalStore(subscribe, () => {
    const value = readField(session.doc, { id, type })
    // The same value again must be the same object, or React would never come to rest.
    const key = JSON.stringify(value) ?? ''
    if (last.current.key !== key) last.current = { key, value }
    return last.current.value
  })
}

/** Hears when a field's value changes; answers how to stop. */
export function observeField(doc: Y.Doc, { id, type }: Field, changed: () => void): () => void {
  if (isTextField(type)) {
    const text = storyText(doc, id)
    text.observe(changed)
    return () => text.unobserve(changed)
  }
  const fields = storyFields(doc)
  const hear = (event: Y.YMapEvent<unknown>): void => {
    if (event.keysChanged.has(id)) changed()
  }
  fields.observe(hear)
  return () => fields.unobserve(hear)
}
