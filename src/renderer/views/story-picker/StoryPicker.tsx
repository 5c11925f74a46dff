import './story-picker.css'
import type { StoryRow } from '@shared/ipc'
import type { StoryId } from '@shared/story/ids'
import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react'
import { ask } from '../../app/bridge'
import { useKindLabel } from '../../app/kinds'
import { shortTag } from '../../editor/language'
import { Floating } from '../../editor/floating/Floating'
import { StateChip } from '../../ui/StateChip'
import { useSettled } from '../story-list/list-filter'

interface StoryPickerProps {
  /** Of the box, for its label. */
  readonly id: string
  /** Names the list. */
  readonly label: string
  readonly placeholder: string
  readonly described?: string | undefined
  readonly required?: boolean
  readonly autofocus?: boolean
  /** Stories that can't be chosen. */
  readonly excluded: readonly StoryId[]
  readonly onChoose: (row: StoryRow) => void
}

/** Finds a story by its words, or offers the latest ones: arrows and Return choose, Escape closes the list. */
export function StoryPicker({ id, label, placeholder, described, required = false, autofocus = false, excluded, onChoose }: StoryPickerProps) {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  // Return was pressed before the answer was there: its first story is meant.
  const [waiting, setWaiting] = useState(false)
  const [box, setBox] = useState<HTMLInputElement | null>(null)
  const kindLabel = useKindLabel()
  const mayChoose = (row: StoryRow): boolean => !excluded.includes(row.id)
  const { rows, fresh } = useStories(text, open, (answer) => {
    const first = waiting ? answer.find(mayChoose) : undefined
    if (first) choose(first)
  })
  const offered = rows.filter(mayChoose).slice(0, 8)
  // What was found for other letters is shown until the answer comes, but can't be chosen by a quick key.
  const chosen = fresh ? offered[active] : undefined

  function close(): void {
    setOpen(false)
    setActive(-1)
    setWaiting(false)
  }
  function choose(row: StoryRow): void {
    setText('')
    close()
    onChoose(row)
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (!open) setOpen(true)
      else if (fresh && offered.length > 0) setActive((at) => (at + step < 0 ? offered.length - 1 : (at + step) % offered.length))
    } else if (event.key === 'Enter') {
      const row = chosen ?? (fresh && text.trim() !== '' ? offered[0] : undefined)
      // In a dialog, Return would be its button.
      if (open || row) event.preventDefault()
      if (row) choose(row)
      else setWaiting(open && !fresh && text.trim() !== '')
    } else if (event.key === 'Escape' && open && offered.length > 0) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }
  return (
    <>
      <input
        id={id}
        ref={setBox}
        className="control"
        dir="auto"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={offered.length > 0}
        aria-controls={offered.length > 0 ? `${id}-found` : undefined}
        aria-activedescendant={chosen ? `${id}-found-${active}` : undefined}
        aria-describedby={described}
        aria-required={required || undefined}
        data-autofocus={autofocus || undefined}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setOpen(true)
          setActive(-1)
          setWaiting(false)
        }}
        onKeyDown={hear}
        onBlur={close}
      />
      {box && offered.length > 0 && (
        <Floating anchor={box} placement="bottom-start" gap={3} className="found-stories" role="listbox" id={`${id}-found`} aria-label={label} style={{ width: Math.max(box.offsetWidth, 300) }} onMouseDown={(event) => event.preventDefault()}>
          {offered.map((row, at) => (
            <div key={row.id} id={`${id}-found-${at}`} role="option" aria-selected={at === active} className="found-stories__one" onClick={() => choose(row)}>
              <span className="found-stories__headline" dir="auto">
                {row.headline || 'Untitled'}
              </span>
              <span className="found-stories__facts">
                <StateChip state={row.state} />
                {kindLabel(row.kind)}
                {row.language && ` · ${shortTag(row.language)}`}
              </span>
            </div>
          ))}
        </Floating>
      )}
    </>
  )
}

interface Found {
  readonly rows: readonly StoryRow[]
  /** Whether they are the answer to what is asked now. */
  readonly fresh: boolean
}

/** The stories that have these words, or the latest ones. */
function useStories(search: string, wanted: boolean, heard: (rows: readonly StoryRow[]) => void): Found {
  const [found, setFound] = useState<{ readonly search: string; readonly rows: readonly StoryRow[] }>({ search: '', rows: [] })
  const settled = useSettled(search.trim(), 90)
  const answered = useEffectEvent((rows: readonly StoryRow[]) => {
    setFound({ search: settled, rows })
    if (settled === search.trim()) heard(rows)
  })
  useEffect(() => {
    if (!wanted) return
    let current = true
    void ask('story.list', { view: 'all', search: settled.slice(0, 200), kind: null, offset: 0, limit: 16 }).then((answer) => current && answered(answer.ok ? answer.value.rows : []))
    return () => {
      current = false
    }
  }, [settled, wanted])
  return wanted ? { rows: found.rows, fresh: found.search === search.trim() } : { rows: [], fresh: false }
}
