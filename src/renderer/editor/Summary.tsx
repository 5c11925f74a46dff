import type { FieldDefinition } from '@shared/story/kind'
import { useCallback, useRef } from 'react'
import { useStorySession } from '../story/StoryProvider'
import { MarkedBox } from './proofing/MarkedBox'
import { useSmartText } from './typography/smart-field'

/** The story's summary, with its length against what the kind allows. */
export function Summary({ field }: { readonly field: FieldDefinition }) {
  const count = useRef<HTMLSpanElement>(null)
  const limit = field.maxLength
  // Written straight into the page: no key may wait for React.
  const tell = useCallback(
    (text: string) => {
      if (count.current === null || limit === undefined) return
      count.current.textContent = `${text.length} / ${limit}`
      count.current.classList.toggle('story-summary__count--over', text.length > limit)
    },
    [limit],
  )
  const bound = useSmartText(useStorySession(), field, tell)
  return (
    <div className="story-summary">
      <MarkedBox field={field} look="story-summary__letters">
        <textarea {...bound} className="story-summary__text story-summary__letters" aria-label={field.label} data-story-field={field.id} dir="auto" rows={1} placeholder={field.help ?? field.label} spellCheck />
      </MarkedBox>
      <span ref={count} className="story-summary__count" aria-hidden />
    </div>
  )
}
