import { isWebAddress } from '@shared/document/web-address'
import type { FieldDefinition } from '@shared/story/kind'
import { useStorySession } from '../../story/StoryProvider'
import { putField, useShownValue } from '../suggestions/fields/shown-field'
import { TextField } from '../../ui/Field'

/** A web address. */
export function AddressField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const value = useShownValue(session, field)
  const address = typeof value === 'string' ? value : ''
  return (
    <TextField
      label={field.label}
      help={field.help}
      required={field.required}
      error={address !== '' && !isWebAddress(address) ? 'It must start with https:// or http://' : undefined}
      type="url"
      dir="ltr"
      placeholder="https://"
      data-story-field={field.id}
      value={address}
      onFocus={session.startStep}
      onChange={(event) => putField(session, field, event.target.value || undefined)}
      onBlur={() => address !== address.trim() && putField(session, field, address.trim() || undefined)}
    />
  )
}
