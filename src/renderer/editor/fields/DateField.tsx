import type { FieldDefinition } from '@shared/story/kind'
import { useFieldValue } from '../../story/field-values'
import { useStorySession } from '../../story/StoryProvider'
import { TextField } from '../../ui/Field'

/** A day. */
export function DateField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const value = useFieldValue(session, field)
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
      onChange={(event) => session.setField(field, event.target.value || undefined)}
    />
  )
}
