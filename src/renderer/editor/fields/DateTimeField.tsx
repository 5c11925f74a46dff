import type { FieldDefinition } from '@shared/story/kind'
import { useStorySession } from '../../story/StoryProvider'
import { putField, useShownValue } from '../suggestions/fields/shown-field'
import { TextField } from '../../ui/Field'
import { localInput, withOffset, zoneName } from './local-time'

/** A moment, written in this computer's time and kept with its offset. */
export function DateTimeField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const value = useShownValue(session, field)
  const moment = typeof value === 'string' ? value : ''
  return (
    <TextField
      label={field.label}
      help={[field.help, `Time zone: ${zoneName(moment)}`].filter(Boolean).join('. ')}
      required={field.required}
      type="datetime-local"
      data-story-field={field.id}
      value={localInput(moment)}
      max="9999-12-31T23:59"
      onFocus={session.startStep}
      onChange={(event) => putField(session, field, withOffset(event.target.value) || undefined)}
    />
  )
}
