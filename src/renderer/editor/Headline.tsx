import type { FieldDefinition } from '@shared/story/kind'
import { useCallback, type KeyboardEvent } from 'react'
import { useBoundText } from '../story/field-values'
import { useStorySession } from '../story/StoryProvider'

/** The story's headline: one line that wraps and grows. Return leads on. */
export function Headline({ field, onReturn }: { readonly field: FieldDefinition; readonly onReturn: () => void }) {
  const bound = useBoundText(useStorySession(), field)
  const leadOn = useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      onReturn()
    },
    [onReturn],
  )
  return <textarea {...bound} className="story-headline" aria-label={field.label} data-story-field={field.id} dir="auto" rows={1} placeholder={field.label} spellCheck onKeyDown={leadOn} />
}
