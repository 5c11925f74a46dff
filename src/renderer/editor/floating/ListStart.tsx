import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useStorySession } from '../../story/StoryProvider'
import { Button } from '../../ui/Button'
import { endListStart, numberAfterPrevious, useListStart } from '../body/list-start'
import { Floating } from './Floating'
import { textAnchor } from './text-anchor'

/** The box in which the first number of a list is set. */
export function ListStart({ editor }: { readonly editor: Editor }) {
  const open = useListStart((state) => state.editor === editor)
  const position = useListStart((state) => state.position)
  useEffect(() => endListStart, [])
  return open ? <NumberBox key={position} editor={editor} position={position} /> : null
}

function NumberBox({ editor, position }: { readonly editor: Editor; readonly position: number }) {
  const session = useStorySession()
  const list = editor.state.doc.nodeAt(position)
  const [number, setNumber] = useState(String(list?.attrs['start'] ?? 1))
  const anchor = useMemo(() => textAnchor(editor, position + 2, position + 2), [editor, position])
  const goesOn = numberAfterPrevious(editor, position)
  const finish = (): void => {
    endListStart()
    editor.view.focus()
  }
  const set = (start: number): void => {
    if (editor.state.doc.nodeAt(position)?.type.name === 'orderedList' && Number.isSafeInteger(start) && start >= 0) {
      session.startStep()
      editor.view.dispatch(editor.state.tr.setNodeAttribute(position, 'start', start))
      session.startStep()
    }
    finish()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    set(Number(number))
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    finish()
  }
  return (
    <Floating anchor={anchor} placement="top-start" takesFocus>
      <form className="list-start" aria-label="First number of the list" onSubmit={submit} onKeyDown={hear} onBlur={(event) => event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget) && endListStart()}>
        <label className="list-start__label">
          Start at
          <input className="control list-start__number" type="number" min={0} max={99999} step={1} data-first value={number} onChange={(event) => setNumber(event.target.value)} onFocus={(event) => event.target.select()} />
        </label>
        <Button type="submit" size="small" look="primary">
          Set
        </Button>
        {goesOn !== null && (
          <Button size="small" onClick={() => set(goesOn)}>
            Go on at {goesOn}
          </Button>
        )}
      </form>
    </Floating>
  )
}
