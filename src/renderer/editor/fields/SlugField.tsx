import { isSlug } from '@shared/story/slug'
import type { FieldDefinition } from '@shared/story/kind'
import { RefreshCw } from 'lucide-react'
import { useId } from 'react'
import { slugOf } from '../../story/derived-slug'
import { useBoundText } from './bound-text'
import { useStorySession } from '../../story/StoryProvider'
import { putField, useShownValue } from '../suggestions/fields/shown-field'
import { IconButton } from '../../ui/Button'
import { Field } from '../../ui/Field'

const headlineField = { id: 'headline', type: 'text' } as const

/** The last part of the story's address: made from the headline, or written by hand. */
export function SlugField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const id = useId()
  const bound = useBoundText(session, field)
  const slug = useShownValue(session, field)
  const headline = useShownValue(session, headlineField)
  const derived = typeof headline === 'string' ? slugOf(headline, field.maxLength) : ''
  const error = typeof slug === 'string' && !isSlug(slug) ? 'Use lower-case letters, digits and single hyphens.' : undefined
  const derive = (): void => {
    session.startStep()
    putField(session, field, derived)
  }
  return (
    <Field id={id} label={field.label} help={field.help} error={error} required={field.required}>
      <div className="fields-form__row">
        <input {...bound} id={id} type="text" className="control" spellCheck={false} dir="auto" data-story-field={field.id} aria-invalid={error ? true : undefined} aria-required={field.required || undefined} aria-describedby={[field.help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined} />
        <IconButton icon={RefreshCw} look="secondary" label="From headline" unavailable={derived === '' ? 'Write a headline first' : derived === slug && 'It is made from the headline'} onClick={derive} />
      </div>
    </Field>
  )
}
