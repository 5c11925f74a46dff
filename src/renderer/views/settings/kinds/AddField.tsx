import type { FieldType } from '@shared/story/kind'
import { Plus } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { Button } from '../../../ui/Button'
import { Select, TextField } from '../../../ui/Field'
import { addableTypes } from './field-types'

/** Adds a field at the end of the form. */
export function AddField({ onAdd }: { readonly onAdd: (label: string, type: FieldType) => void }) {
  const [label, setLabel] = useState('')
  const [type, setType] = useState<FieldType>('text')
  const add = (): void => {
    if (label.trim() === '') return
    onAdd(label.trim(), type)
    setLabel('')
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    // The dialog's own Return saves the kind.
    event.preventDefault()
    add()
  }
  return (
    <div className="add-field" role="group" aria-label="Add a field">
      <TextField label="New field" value={label} maxLength={80} placeholder="Its label" onChange={(event) => setLabel(event.target.value)} onKeyDown={hear} />
      <Select
        label="Type of the new field"
        value={type}
        options={addableTypes.map(({ type: one, label: name, about }) => ({ value: one, label: `${name}: ${about.charAt(0).toLowerCase()}${about.slice(1)}` }))}
        onChange={(event) => setType(addableTypes.find(({ type: one }) => one === event.target.value)?.type ?? 'text')}
      />
      <Button icon={Plus} unavailable={label.trim() === '' && 'Give the field a label first.'} onClick={add}>
        Add field
      </Button>
    </div>
  )
}
