import './field-lock.css'
import type { ReactNode } from 'react'
import { useStorySession } from '../../story/StoryProvider'
import { useIsSuggesting } from './suggest-mode'

/** While one suggests, fields can be read and commented on, not changed: a field has one value, with no room for another beside it. */
export function FieldLock({ children }: { readonly children: ReactNode }) {
  const on = useIsSuggesting(useStorySession().id)
  return (
    <fieldset className="field-lock" disabled={on} {...(on && { title: 'Suggestions are about the text. Comment on this field instead, or switch to writing.' })}>
      {children}
    </fieldset>
  )
}

/** Says above the form why it can't be changed. */
export function FieldLockNote() {
  const on = useIsSuggesting(useStorySession().id)
  if (!on) return null
  return <p className="field-lock__note">You are suggesting. Suggestions are about the text: comment on a field instead, or switch to writing.</p>
}
