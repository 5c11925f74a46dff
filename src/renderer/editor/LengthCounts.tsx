import './length-counts.css'
import { readingTime, speakingTime, type TextLength } from '@shared/story/text-length'
import type { Editor } from '@tiptap/core'
import { useEffect, useId, useState } from 'react'
import { useCounts, type Counts } from './counts'
import { Floating } from './floating/Floating'
import { inFigures } from '@shared/figures'

const counted = (value: number, one: string, many: string): string => `${inFigures(value)} ${value === 1 ? one : many}`
const minutes = (value: number): string => (value === 0 ? '–' : `${inFigures(value)} min`)

/** How long the story is, and what is selected of it; pressed, it tells more. */
export function LengthCounts({ editor }: { readonly editor: Editor }) {
  const counts = useCounts(editor)
  const { story, selected } = counts
  const [open, setOpen] = useState(false)
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  const panel = useId()
  return (
    <>
      <button ref={setButton} type="button" className="length-counts" aria-expanded={open} aria-controls={open ? panel : undefined} title="Length of the story" onMouseDown={(event) => event.preventDefault()} onClick={() => setOpen(!open)}>
        <span data-testid="word-count">{selected ? `${inFigures(selected.words)} of ${counted(story.words, 'word', 'words')}` : counted(story.words, 'word', 'words')}</span>
        <span className="status-bar__more">{selected ? `${inFigures(selected.characters)} of ${counted(story.characters, 'character', 'characters')}` : counted(story.characters, 'character', 'characters')}</span>
        {story.words > 0 && <span className="status-bar__more">{minutes(readingTime(selected ?? story))} read</span>}
      </button>
      {open && button && <LengthPanel id={panel} counts={counts} anchor={button} onClose={() => setOpen(false)} />}
    </>
  )
}

const rows: readonly { readonly name: string; readonly of: (length: TextLength) => string }[] = [
  { name: 'Words', of: ({ words }) => inFigures(words) },
  { name: 'Characters', of: ({ characters }) => inFigures(characters) },
  { name: 'Without spaces', of: ({ withoutSpaces }) => inFigures(withoutSpaces) },
  { name: 'Sentences', of: ({ sentences }) => inFigures(sentences) },
  { name: 'Paragraphs', of: ({ paragraphs }) => inFigures(paragraphs) },
  { name: 'Reading time', of: (length) => minutes(readingTime(length)) },
  { name: 'Speaking time', of: (length) => minutes(speakingTime(length)) },
]

function LengthPanel({ id, counts, anchor, onClose }: { readonly id: string; readonly counts: Counts; readonly anchor: HTMLElement; readonly onClose: () => void }) {
  const { story, selected } = counts
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      onClose()
    }
    const leave = (event: PointerEvent): void => {
      if (event.target instanceof Element && !anchor.contains(event.target) && event.target.closest('.length-panel') === null) onClose()
    }
    window.addEventListener('keydown', press, { capture: true })
    window.addEventListener('pointerdown', leave)
    return () => {
      window.removeEventListener('keydown', press, { capture: true })
      window.removeEventListener('pointerdown', leave)
    }
  }, [anchor, onClose])
  return (
    <Floating anchor={anchor} placement="top-start" gap={10} id={id} role="group" aria-label="Length of the story">
      <table className="length-panel">
        <thead>
          <tr>
            <td />
            <th scope="col">Story</th>
            {selected && <th scope="col">Selection</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{of(story)}</td>
              {selected && <td>{of(selected)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Floating>
  )
}
