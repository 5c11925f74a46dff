import type { FieldDefinition } from '@shared/story/kind'
import { useFieldValue } from '../../story/field-values'
import { useStorySession } from '../../story/StoryProvider'
import { Select } from '../../ui/Field'

/** One of some values. One that is no longer offered is kept until another is chosen. */
export function ChoiceField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const value = useFieldValue(session, field)
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
        session.setField(field, event.target.value || undefined)
      }}
    />
  )
}
