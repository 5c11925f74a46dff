import type { KindUsage } from '@shared/ipc'
import { isAlwaysRequired, typesLike, whyNeeded } from '@shared/story/kind-rules'
import { holdsSeveral, type FieldDefinition, type FieldType, type Kind } from '@shared/story/kind'
import { Trash2 } from 'lucide-react'
import { Button } from '../../../ui/Button'
import { Checkbox, Select, TextArea, TextField } from '../../../ui/Field'
import { addableTypes, typeLabel } from './field-types'
import { holdWords, storiesHolding } from './kind-usage'

interface FieldSettingsProps {
  readonly id: string
  readonly kind: Kind
  readonly field: FieldDefinition
  readonly mayChange: boolean
  readonly isSaved: boolean
  readonly usage: KindUsage | null
  readonly onChange: (field: FieldDefinition) => void
  readonly onType: (type: FieldType) => void
  readonly onRemove: () => void
}

/** All that can be said of a field. Its id and what it holds stay what they are: stories are read by them. */
export function FieldSettings({ id, kind, field, mayChange, isSaved, usage, onChange, onType, onRemove }: FieldSettingsProps) {
  const why = whyNeeded(kind.id, field.id)
  const always = isAlwaysRequired(kind.id, field.id)
  const types = why !== null ? [field.type] : isSaved ? typesLike(field.type) : addableTypes.map(({ type }) => type)
  const held = storiesHolding(usage, kind.id, field.id)
  return (
    <fieldset className="field-settings" id={id} disabled={!mayChange} aria-label={`Settings of ‘${field.label}’`}>
      <div className="field-settings__pair">
        <TextField label="Label" value={field.label} maxLength={80} error={field.label.trim() === '' ? 'A field needs a label.' : undefined} onChange={(event) => onChange({ ...field, label: event.target.value })} />
        <Select
          label="Type"
          value={field.type}
          disabled={types.length < 2}
          help={types.length < 2 ? 'Fixed: stories hold it in this form.' : undefined}
          options={types.map((type) => ({ value: type, label: typeLabel(type) }))}
          onChange={(event) => onType(types.find((type) => type === event.target.value) ?? field.type)}
        />
      </div>
      <TextField label="Help" value={field.help ?? ''} maxLength={200} placeholder="A line below the box that says what belongs there" onChange={(event) => onChange(withHelp(field, event.target.value))} />
      <Limits field={field} isSaved={isSaved} onChange={onChange} />
      <Checkbox label={always ? <span>Required <small>Preflight always asks for it.</small></span> : 'Required'} checked={field.required || always} disabled={always} onChange={(event) => onChange({ ...field, required: event.target.checked })} />
      <div className="field-settings__foot">
        <p>
          {why ?? (isSaved ? `${holdWords(held)}${held > 0 ? '; they keep it when the field is removed.' : '.'}` : 'Not saved yet.')} <code title="What exports and publishing call it">{field.id}</code>
        </p>
        {why === null && (
          <Button size="small" icon={Trash2} onClick={onRemove}>
            Remove field
          </Button>
        )}
      </div>
    </fieldset>
  )
}

/** How long, how many, which: as the type has it. */
function Limits({ field, isSaved, onChange }: Pick<FieldSettingsProps, 'field' | 'isSaved' | 'onChange'>) {
  const { type, options = [] } = field
  const number = (name: 'maxLength' | 'minItems' | 'maxItems', label: string) => (
    <TextField label={label} type="number" min={1} max={100000} value={field[name] ?? ''} placeholder="No limit" onChange={(event) => onChange(withLimit(field, name, event.target.value))} />
  )
  return (
    <>
      {(type === 'choice' || type === 'choices') && (
        <TextArea
          label="Options, one a line"
          rows={Math.min(8, Math.max(3, options.length + 1))}
          dir="auto"
          value={options.join('\n')}
          error={isSaved && options.every((option) => option.trim() === '') ? 'Give at least one option.' : undefined}
          help="Stories keep an option that is taken out, until another is chosen."
          onChange={(event) => onChange({ ...field, options: event.target.value.split('\n') })}
          onBlur={() => onChange({ ...field, options: [...new Set(options.map((option) => option.trim()).filter((option) => option !== ''))] })}
        />
      )}
      {(type === 'text' || type === 'longText' || type === 'slug') && <div className="field-settings__limits">{number('maxLength', 'At most so many characters')}</div>}
      {holdsSeveral(type) && (
        <div className="field-settings__limits">
          {number('minItems', 'At least so many')}
          {number('maxItems', 'At most so many')}
        </div>
      )}
    </>
  )
}

function withHelp({ help: _, ...field }: FieldDefinition, help: string): FieldDefinition {
  return help === '' ? field : { ...field, help }
}

function withLimit(field: FieldDefinition, name: 'maxLength' | 'minItems' | 'maxItems', typed: string): FieldDefinition {
  const { [name]: _, ...rest } = field
  const limit = Math.floor(Number(typed))
  return limit >= 1 ? { ...rest, [name]: limit } : rest
}
