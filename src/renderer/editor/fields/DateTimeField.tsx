import type { FieldDefinition } from '@shared/story/kind'
import { useStorySession } from '../../story/StoryProvider'
import { putField, useShownValue } from '../suggestions/fields/shown-field'
import { TextField } from '../../ui/Field'
import { localInput, withOffset, zoneInWords } from './local-time'
import { useApp } from '../../app/app-store'

/** A moment, written in this computer's time and kept with its offset. */
export function DateTimeField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const value = useShownValue(session, field)
  const zone = useApp(({ info }) => info?.timeZone ?? 'UTC')
  const moment = typeof value === 'string' ? value : ''
  return (
    <TextField
      label={field.label}
      help={[field.help, `Time zone: ${zoneInWords(zone, moment)}`].filter(Boolean).join('. ')}
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
