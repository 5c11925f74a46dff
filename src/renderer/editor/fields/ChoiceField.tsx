import type { FieldDefinition } from '@shared/story/kind'
import { useStorySession } from '../../story/StoryProvider'
import { putField, useShownValue } from '../suggestions/fields/shown-field'
import { Select } from '../../ui/Field'

/** One of some values. One that is no longer offered is kept until another is chosen. */
export function ChoiceField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const value = useShownValue(session, field)
  const chosen = typeof value === 'string' ? value : ''
  const offered = [...new Set(['', ...(field.options ?? []), chosen])]
  return (
    <Select
      label={field.label}
      help={field.help}
      required={field.required}
      data-story-field={field.id}
      value={chosen}
      options={offered.map((option) => ({ value: option, label: option === '' ? '—' : option }))}
      onChange={(event) => {
        session.startStep()
        putField(session, field, event.target.value || undefined)
      }}
    />
  )
}
