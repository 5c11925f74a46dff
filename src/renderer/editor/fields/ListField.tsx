import './tokens.css'
import { matchesPrefix } from '@shared/story/completion'
import { wordsOf, type FieldDefinition } from '@shared/story/kind'
import { X } from 'lucide-react'
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { useKeptWords } from '../../app/keep-here'
import { useStorySession } from '../../story/StoryProvider'
import { putField, useShownValue } from '../suggestions/fields/shown-field'
import { Field } from '../../ui/Field'
import { isWindowBlur } from '../../ui/window-blur'
import { Floating } from '../floating/Floating'
import { itemLimits } from './item-limits'
import { useSuggestions, type Suggestion } from './use-suggestions'

/** As many as can be looked over at a glance. */
const shown = 8

/**
 * Several short texts, completed from what the desk's stories have in such fields. Return or a comma adds what was typed,
 * arrows choose among the completions, Tab takes the first or the chosen one, Escape closes them, and Backspace in the
 * empty box takes the last entry back to be changed. What is half typed is there again after a quit or a crash.
 */
export function ListField({ field }: { readonly field: FieldDefinition }) {
  const session = useStorySession()
  const entries = wordsOf(useShownValue(session, field))
  const [text, setText] = useKeptWords(`${session.id} ${field.id}`)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [said, setSaid] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const id = useId()

  const found = useSuggestions(field, text, open)
  // The answer to the letters before may still be shown: only what fits the text as it stands counts.
  const offered = open ? found.filter(({ value }) => !entries.includes(value) && matchesPrefix(value, text)).slice(0, shown) : []
  const chosen = offered[active]

  const set = (next: readonly string[]): void => {
    session.startStep()
    putField(session, field, next.length === 0 ? undefined : [...next])
  }
  const close = (): void => {
    setOpen(false)
    setActive(-1)
  }
  const put = (added: readonly string[]): void => {
    const next = [...new Set([...entries, ...added])]
    if (next.length > entries.length) {
      set(next)
      setSaid(`${added.join(', ')} added`)
    }
    setText('')
    close()
  }
  const add = (typed: string): void => put(typed.split(',').map((part) => part.trim()).filter((part) => part !== ''))
  const remove = (entry: string): void => {
    set(entries.filter((other) => other !== entry))
    setSaid(`${entry} removed`)
    input.current?.focus()
  }
  const type = (typed: string): void => {
    if (typed.includes(',')) return add(typed)
    setText(typed)
    setOpen(typed.trim() !== '')
    setActive(-1)
  }
  const move = (step: 1 | -1): void => {
    if (!open) return setOpen(true)
    if (offered.length > 0) setActive((at) => (at + step < -1 ? offered.length - 1 : at + step >= offered.length ? -1 : at + step))
  }
  const leave = (event: FocusEvent): void => {
    // Half a word is gone on with.
    if (isWindowBlur(event)) return
    if (text.trim() === '') close()
    else add(text)
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const done = keyAction(event, { chosen: chosen ?? undefined, first: text.trim() === '' ? undefined : offered[0], open: offered.length > 0, text, hasEntries: entries.length > 0 })
    if (done === null) return
    event.preventDefault()
    if (done === 'close') event.stopPropagation()
    switch (done) {
      case 'next':
        return move(1)
      case 'previous':
        return move(-1)
      case 'close':
        return close()
      case 'add':
        return add(text)
      case 'takeBack':
        setText(entries.at(-1) ?? '')
        return set(entries.slice(0, -1))
      default:
        return put([done.value])
    }
  }
  return (
    <Field id={id} label={field.label} help={field.help} required={field.required} aside={itemLimits(field, entries.length)}>
      <div ref={setBox} className="chips control" data-story-field={field.id} onMouseDown={(event) => event.target === event.currentTarget && (event.preventDefault(), input.current?.focus())}>
        {entries.map((entry) => (
          <span key={entry} className="chips__one" dir="auto">
            {entry}
            <button type="button" className="chips__remove" aria-label={`Remove ${entry}`} onClick={() => remove(entry)}>
              <X size={12} aria-hidden />
            </button>
          </span>
        ))}
        <input
          id={id}
          ref={input}
          className="chips__input"
          dir="auto"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={offered.length > 0}
          aria-controls={offered.length > 0 ? `${id}-offered` : undefined}
          aria-activedescendant={chosen ? `${id}-${active}` : undefined}
          value={text}
          aria-required={field.required || undefined}
          aria-describedby={field.help ? `${id}-help` : undefined}
          placeholder={entries.length === 0 ? 'Add with Return' : ''}
          onChange={(event) => type(event.target.value)}
          onKeyDown={hear}
          onBlur={leave}
        />
      </div>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      {box && offered.length > 0 && <Offered id={`${id}-offered`} itemId={(at) => `${id}-${at}`} label={field.label} box={box} offered={offered} active={active} onChoose={(value) => put([value])} />}
    </Field>
  )
}

type KeyAction = 'next' | 'previous' | 'close' | 'add' | 'takeBack' | Suggestion | null

/** What a key does here; null for those that the box itself answers. */
function keyAction(event: KeyboardEvent, now: { readonly chosen: Suggestion | undefined; readonly first: Suggestion | undefined; readonly open: boolean; readonly text: string; readonly hasEntries: boolean }): KeyAction {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  switch (event.key) {
    case 'ArrowDown':
      return 'next'
    case 'ArrowUp':
      return now.open ? 'previous' : null
    case 'Escape':
      return now.open ? 'close' : null
    case 'Enter':
      return now.chosen ?? 'add'
    case ',':
      return 'add'
    case 'Tab':
      return event.shiftKey ? null : (now.chosen ?? now.first ?? null)
    case 'Backspace':
      return now.text === '' && now.hasEntries ? 'takeBack' : null
    default:
      return null
  }
}

interface OfferedProps {
  readonly id: string
  readonly itemId: (at: number) => string
  readonly label: string
  readonly box: HTMLElement
  readonly offered: readonly Suggestion[]
  readonly active: number
  readonly onChoose: (value: string) => void
}

function Offered({ id, itemId, label, box, offered, active, onChoose }: OfferedProps) {
  return (
    <Floating anchor={box} placement="bottom-start" gap={3} className="completions" role="listbox" id={id} aria-label={label} style={{ minWidth: box.offsetWidth }} onMouseDown={(event) => event.preventDefault()}>
      {offered.map(({ value, uses }, at) => (
        <div key={value} id={itemId(at)} role="option" aria-selected={at === active} className="completions__one" onClick={() => onChoose(value)}>
          <bdi>{value}</bdi>
          <span className="completions__uses">{uses === 0 ? 'member' : uses === 1 ? '1 story' : `${uses} stories`}</span>
        </div>
      ))}
    </Floating>
  )
}
