import './endorsement-note.css'
import { directionOf } from '@shared/reader/language'
import { endorsementNoteOf } from '@shared/reader/endorsement-note'
import type { FieldDefinition } from '@shared/story/kind'
import { Lock } from 'lucide-react'
import { useFieldValue } from '../story/field-values'
import { useStorySession } from '../story/StoryProvider'

type Field = Pick<FieldDefinition, 'id' | 'type'>
const origin: Field = { id: 'origin', type: 'text' }
const language: Field = { id: 'language', type: 'language' }
const written: Field = { id: 'endorsementNote', type: 'longText' }

/** What readers of a cross-post are told before its text. Nobody writes it here: it follows from the fields. */
export function EndorsementNote() {
  const session = useStorySession()
  const values = { origin: useFieldValue(session, origin), language: useFieldValue(session, language), endorsementNote: useFieldValue(session, written) }
  const note = endorsementNoteOf(session.kind, Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))))
  if (note === null) return null
  const from = session.kind.fields.find(({ id }) => id === 'origin')?.label ?? 'Origin'
  return (
    <aside className="endorsement-note" aria-label="Note of the desk">
      <p className="endorsement-note__words" lang={note.language} dir={directionOf(note.language)}>
        {note.words}
      </p>
      <p className="endorsement-note__why">
        <Lock size={13} aria-hidden />
        {note.generated ? `Readers of every cross-post see this note. It is made from the field ‘${from}’ and the language of the story, and can’t be edited.` : 'Readers see this note. The story came with it before such notes were made by the desk; it is kept as it was.'}
      </p>
    </aside>
  )
}
