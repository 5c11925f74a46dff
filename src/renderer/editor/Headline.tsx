import type { FieldDefinition } from '@shared/story/kind'
import { useCallback, type KeyboardEvent } from 'react'
import { useStorySession } from '../story/StoryProvider'
import { MarkedBox } from './proofing/MarkedBox'
import { useSmartText } from './typography/smart-field'

/** The story's headline: one line that wraps and grows. Return leads on. */
export function Headline({ field, onReturn }: { readonly field: FieldDefinition; readonly onReturn: () => void }) {
  const { onKeyDown: correct, ...bound } = useSmartText(useStorySession(), field)
  const leadOn = useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      onReturn()
    },
    [onReturn],
  )
  return (
    <MarkedBox field={field} look="story-headline__letters">
      <textarea {...bound} className="story-headline story-headline__letters" aria-label={field.label} data-story-field={field.id} dir="auto" rows={1} placeholder={field.label} spellCheck onKeyDown={(event) => (correct(event), leadOn(event))} />
    </MarkedBox>
  )
}
