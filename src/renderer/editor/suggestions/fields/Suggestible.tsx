import './suggestible.css'
import type { FieldDefinition } from '@shared/story/kind'
import type { ReactNode } from 'react'
import { useStorySession } from '../../../story/StoryProvider'
import { useIsSuggesting, useSuggestionView } from '../suggest-mode'
import { FieldSuggestions } from './FieldSuggestions'

/** A field of the form with what is suggested for it. While the story is only shown for reading it can be read, not changed. */
export function Suggestible({ field: { id, label }, children }: { readonly field: Pick<FieldDefinition, 'id' | 'label'>; readonly children: ReactNode }) {
  const view = useSuggestionView(useStorySession().id)
  const reading = view !== 'all'
  return (
    <>
      <fieldset className="suggestible" disabled={reading} {...(reading && { title: 'The story is only shown for reading now.' })}>
        {children}
      </fieldset>
      {!reading && <FieldSuggestions field={id} label={label} />}
    </>
  )
}

/** Says above the form what becomes of changes to it. */
export function SuggestibleNote() {
  const on = useIsSuggesting(useStorySession().id)
  return on ? <p className="suggestible__note">You are suggesting: what you change here waits for an answer.</p> : null
}
