import './tokens.css'
import { storiesOf, type FieldDefinition, type StoryReference } from '@shared/story/kind'
import { X } from 'lucide-react'
import { useId } from 'react'
import { showStory } from '../../app/app-store'
import { useStorySession } from '../../story/StoryProvider'
import { putField, useShownValue } from '../suggestions/fields/shown-field'
import { useStoryRow } from '../../story/use-story-row'
import { IconButton } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { StateChip } from '../../ui/StateChip'
import { StoryPicker } from '../../views/story-picker/StoryPicker'
import { itemLimits } from './item-limits'

/** Other stories of the desk, found by their words. What is kept is which story it is, and its headline of that day. */
export function StoryField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const chosen = storiesOf(useShownValue(session, field))
  const id = useId()
  const set = (next: readonly StoryReference[]): void => {
    session.startStep()
    putField(session, field, next.length === 0 ? undefined : [...next])
  }
  const full = field.maxItems !== undefined && chosen.length >= field.maxItems
  return (
    <Field id={id} label={field.label} help={field.help} required={field.required} aside={itemLimits(field, chosen.length)}>
      <div className="story-tokens" data-story-field={field.id}>
        {chosen.map((reference) => (
          <Chosen key={reference.story} reference={reference} onRemove={() => set(chosen.filter(({ story }) => story !== reference.story))} />
        ))}
        {!full && (
          <StoryPicker
            id={id}
            label={field.label}
            placeholder="Find a story by its words"
            described={field.help ? `${id}-help` : undefined}
            required={field.required}
            excluded={[session.id, ...chosen.map(({ story }) => story)]}
            onChoose={({ id: story, headline }) => set([...chosen, { story, headline }])}
          />
        )}
      </div>
    </Field>
  )
}

function Chosen({ reference, onRemove }: { readonly reference: StoryReference; readonly onRemove: () => void }) {
  const row = useStoryRow(reference.story)
  const name = row?.headline || reference.headline || 'Untitled'
  return (
    <div className="story-token">
      {row === null ? (
        <span className="story-token__gone">
          <bdi>{name}</bdi> <small>not on this desk</small>
        </span>
      ) : (
        <button type="button" className="story-token__open" title="Open this story" dir="auto" onClick={() => showStory(reference.story)}>
          {name}
        </button>
      )}
      {row && <StateChip state={row.state} />}
      <IconButton icon={X} label={`Remove ${name}`} size="small" onClick={onRemove} />
    </div>
  )
}
