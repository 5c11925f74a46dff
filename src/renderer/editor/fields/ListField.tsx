import type { FieldDefinition } from '@shared/story/kind'
import { X } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { useFieldValue } from '../../story/field-values'
import { useStorySession } from '../../story/StoryProvider'
import { Field } from '../../ui/Field'

/** Several short texts: Return or a comma adds one, Backspace in the empty box takes the last back to be changed. */
export function ListField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const value = useFieldValue(session, field)
  const entries = Array.isArray(value) ? value : []
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  const set = (next: readonly string[]): void => {
    session.startStep()
    session.setField(field, next.length === 0 ? undefined : [...next])
  }
  const add = (typed: string): void => {
    const added = typed.split(',').map((part) => part.trim()).filter((part) => part !== '')
    const next = [...new Set([...entries, ...added])]
    if (next.length > entries.length) set(next)
    setText('')
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      add(text)
    } else if (event.key === 'Backspace' && text === '' && entries.length > 0) {
      event.preventDefault()
      setText(entries.at(-1) ?? '')
      set(entries.slice(0, -1))
    }
  }
  return (
    <Field id={id} label={field.label} help={field.help} required={field.required}>
      <div className="chips control" data-story-field={field.id} onMouseDown={(event) => event.target === event.currentTarget && (event.preventDefault(), input.current?.focus())}>
        {entries.map((entry) => (
          <span key={entry} className="chips__one" dir="auto">
            {entry}
            <button type="button" className="chips__remove" aria-label={`Remove ${entry}`} onClick={() => (set(entries.filter((other) => other !== entry)), input.current?.focus())}>
              <X size={12} aria-hidden />
            </button>
          </span>
        ))}
        <input
          id={id}
          ref={input}
          className="chips__input"
          dir="auto"
          value={text}
          aria-required={field.required || undefined}
          aria-describedby={field.help ? `${id}-help` : undefined}
          placeholder={entries.length === 0 ? 'Add with Return' : ''}
          onChange={(event) => (event.target.value.includes(',') ? add(event.target.value) : setText(event.target.value))}
          onKeyDown={hear}
          onBlur={() => text.trim() !== '' && add(text)}
        />
      </div>
    </Field>
  )
}
