import { wordsOf, type FieldDefinition } from '@shared/story/kind'
import { useStorySession } from '../../story/StoryProvider'
import { putField, useShownValue } from '../suggestions/fields/shown-field'
import { Checkbox } from '../../ui/Field'
import { RequiredMark } from '../../ui/RequiredMark'
import { itemLimits } from './item-limits'

/** Any of some values, in the order in which they are offered. Those that are no longer offered are kept until they are unchecked. */
export function ChoicesField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const chosen = wordsOf(useShownValue(session, field))
  const offered = field.options ?? []
  const all = [...offered, ...chosen.filter((value) => !offered.includes(value))]
  const toggle = (value: string, on: boolean): void => {
    const next = all.filter((other) => (other === value ? on : chosen.includes(other)))
    session.startStep()
    putField(session, field, next.length === 0 ? undefined : next)
  }
  const count = itemLimits(field, chosen.length)
  return (
    <fieldset className="choices" data-story-field={field.id}>
      <legend className="field__label">
        <span>
          {field.label}
          {field.required && <RequiredMark />}
        </span>
        {count !== undefined && <span className="field__count"> {count}</span>}
      </legend>
      {all.map((value) => (
        <Checkbox key={value} label={offered.includes(value) ? <bdi>{value}</bdi> : <span><bdi>{value}</bdi> <small className="choices__gone">no longer offered</small></span>} checked={chosen.includes(value)} onChange={(event) => toggle(value, event.target.checked)} />
      ))}
      {all.length === 0 && <span className="field__help">Nothing is offered yet. An admin adds options in Settings › Kinds.</span>}
      {field.help && <span className="field__help">{field.help}</span>}
    </fieldset>
  )
}
