import type { FieldDefinition } from '@shared/story/kind'
import { useCallback, useId, useRef } from 'react'
import { useStorySession } from '../../story/StoryProvider'
import { MarkedBox } from '../proofing/MarkedBox'
import { useSmartText } from '../typography/smart-field'
import { Field } from '../../ui/Field'

/** A line of text, or several, with its length where the kind limits it. */
export function PlainTextField({ field }: { readonly field: FieldDefinition }) {
  const id = useId()
  const count = useRef<HTMLSpanElement>(null)
  const limit = field.maxLength
  const tell = useCallback(
    (text: string) => {
      if (count.current === null || limit === undefined) return
      count.current.textContent = `${text.length} / ${limit}`
      count.current.classList.toggle('fields-form__over', text.length > limit)
    },
    [limit],
  )
  const bound = useSmartText(useStorySession(), field, tell)
  const common = { ...bound, id, className: 'control', dir: 'auto', 'data-story-field': field.id, 'aria-required': field.required || undefined, 'aria-describedby': field.help ? `${id}-help` : undefined } as const
  return (
    <Field id={id} label={field.label} help={field.help} required={field.required} aside={limit !== undefined && <span ref={count} />}>
      {field.type === 'longText' ? (
        <MarkedBox field={field} look="control">
          <textarea {...common} rows={3} />
        </MarkedBox>
      ) : (
        <input type="text" {...common} />
      )}
    </Field>
  )
}
