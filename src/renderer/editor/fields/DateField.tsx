import type { FieldDefinition } from '@shared/story/kind'
import { useStorySession } from '../../story/StoryProvider'
import { putField, useShownValue } from '../suggestions/fields/shown-field'
import { TextField } from '../../ui/Field'

/** A day. */
export function DateField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const value = useShownValue(session, field)
  const date = typeof value === 'string' ? value : ''
  return (
    <TextField
      label={field.label}
      help={field.help}
      required={field.required}
      type="date"
      data-story-field={field.id}
      value={date}
      max="9999-12-31"
      onFocus={session.startStep}
      onChange={(event) => putField(session, field, event.target.value || undefined)}
    />
  )
}
