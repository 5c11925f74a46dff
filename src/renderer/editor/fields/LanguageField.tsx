import type { FieldDefinition } from '@shared/story/kind'
import { useStorySession } from '../../story/StoryProvider'
import { putField, useShownValue } from '../suggestions/fields/shown-field'
import { Select } from '../../ui/Field'
import { nativeName, offeredLanguages } from '../language'

/** The language that the story is written in: decides its direction, and what readers' browsers are told. */
export function LanguageField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const value = useShownValue(session, field)
  const chosen = typeof value === 'string' ? value : ''
  const offered = [...new Set(['', ...offeredLanguages, chosen])]
  return (
    <Select
      label={field.label}
      help={field.help}
      required={field.required}
      data-story-field={field.id}
      value={chosen}
      options={offered.map((tag) => ({ value: tag, label: tag === '' ? 'Not set' : nativeName(tag) }))}
      onChange={(event) => {
        session.startStep()
        putField(session, field, event.target.value || undefined)
      }}
    />
  )
}
