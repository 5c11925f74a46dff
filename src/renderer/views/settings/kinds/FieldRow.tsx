import type { KindUsage } from '@shared/ipc'
import type { FieldDefinition, FieldType, Kind } from '@shared/story/kind'
import { ChevronDown, ChevronRight } from 'lucide-react'
import type { HTMLAttributes } from 'react'
import { FieldSettings } from './FieldSettings'
import { typeLabel } from './field-types'
import { MoveHandle } from './MoveHandle'

interface FieldRowProps {
  readonly kind: Kind
  readonly field: FieldDefinition
  readonly place: number
  readonly total: number
  readonly mayChange: boolean
  readonly open: boolean
  /** Whether a row is dragged over it. */
  readonly over: boolean
  /** Whether the desk has it: then stories may hold something in it. */
  readonly isSaved: boolean
  readonly usage: KindUsage | null
  readonly drag: HTMLAttributes<HTMLLIElement>
  readonly onToggle: () => void
  readonly onMove: (to: number) => void
  readonly onChange: (field: FieldDefinition) => void
  readonly onType: (type: FieldType) => void
  readonly onRemove: () => void
}

/** One field of a kind: a line, and its settings below when it is open. */
export function FieldRow({ field, place, total, mayChange, open, over, drag, onToggle, onMove, ...settings }: FieldRowProps) {
  const id = `field-settings-${field.id}`
  const Chevron = open ? ChevronDown : ChevronRight
  // An open row has boxes in which text is selected by dragging.
  const draggable = open ? {} : drag
  return (
    <li className={`kind-field ${open ? 'kind-field--open' : ''} ${over ? 'kind-field--over' : ''}`} {...drag} draggable={mayChange && !open} {...draggable}>
      <div className="kind-field__line">
        <MoveHandle name={field.label} place={place} total={total} unavailable={!mayChange} onMove={onMove} />
        <button type="button" className="kind-field__toggle" aria-expanded={open} aria-controls={open ? id : undefined} data-field-toggle={field.id} onClick={onToggle}>
          <bdi className="kind-field__label">{field.label || 'Untitled field'}</bdi>
          <span className="kind-field__type">{typeLabel(field.type)}</span>
          {field.required && <span className="kind-field__required">Required</span>}
          <Chevron size={15} aria-hidden />
        </button>
      </div>
      {open && <FieldSettings id={id} field={field} mayChange={mayChange} {...settings} />}
    </li>
  )
}
