import { storySuggestedFields } from '@shared/story/story-doc'
import { fieldSuggestions, type FieldSuggestion } from '@shared/suggestions/fields/field-suggestions'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { observeField } from '../../../story/field-values'
import type { StorySession } from '../../../story/story-session'

/** What is suggested for a field and waits for an answer, kept up to date. */
export function useFieldSuggestions(session: StorySession, field: string): readonly FieldSuggestion[] {
  const last = useRef<{ readonly key: string; readonly found: readonly FieldSuggestion[] }>({ key: '[]', found: [] })
  const { doc } = session
  const subscribe = useCallback(
    (changed: () => void) => {
      const suggested = storySuggestedFields(doc)
      suggested.observeDeep(changed)
      const stops = [observeField(doc, { id: field, type: 'text' }, changed), observeField(doc, { id: field, type: 'list' }, changed)]
      return () => {
        suggested.unobserveDeep(changed)
        for (const stop of stops) stop()
      }
    },
    [doc, field],
  )
  return useSyncExternalStore(subscribe, () => {
    const found = storySuggestedFields(doc).size === 0 ? [] : fieldSuggestions(doc).filter((one) => one.field === field)
    // The same suggestions again must be the same list, or React would never come to rest.
    const key = JSON.stringify(found)
    if (last.current.key !== key) last.current = { key, found }
    return last.current.found
  })
}
