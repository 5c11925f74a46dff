import './marked-box.css'
import type { FieldDefinition } from '@shared/story/kind'
import { useEffect, useRef, type ReactNode } from 'react'
import { useApp } from '../../app/app-store'
import type { StorySession } from '../../story/story-session'
import { useStorySession } from '../../story/StoryProvider'
import { observeShown, shownText } from '../suggestions/fields/shown-field'
import { bodyEditorOf } from '../body/body-editor'
import { drawBoxMarks, movedMarks, type BoxMark } from './draw-box-marks'
import { fieldBox } from './place'
import type { Proof } from './proof'
import { proofreaderOf } from './proofreader'

/** Draws lines under what is wrong or avoided in the text box of a field: a box itself can't show any. `look` gives the lines the letters of the box. */
export function MarkedBox({ field, look, children }: { readonly field: FieldDefinition; readonly look: string; readonly children: ReactNode }) {
  const session = useStorySession()
  const mirror = useRef<HTMLDivElement>(null)
  useEffect(() => (mirror.current === null ? undefined : followBox(session, field.id, mirror.current)), [session, field.id])
  return (
    <div className="marked-box">
      <div ref={mirror} className={`marked-box__mirror ${look}`} dir="auto" aria-hidden />
      {children}
    </div>
  )
}

function followBox(session: StorySession, field: string, mirror: HTMLElement): () => void {
  const shown = { id: field, type: 'text' } as const
  const { state } = proofreaderOf(session, bodyEditorOf(session).editor)
  let text = shownText(session, shown)
  let marks = marksIn(state.getState(), field, text)
  let typing = false

  function draw(): void {
    const box = fieldBox(field)
    const caret = typing && box !== null && document.activeElement === box && box.selectionStart === box.selectionEnd ? box.selectionStart : null
    // The word that is being written is not judged yet.
    drawBoxMarks(mirror, text, marks.filter(({ from, to, kind }) => kind !== 'spelling' || caret === null || caret < from || caret > to))
  }
  const changed = (): void => {
    const now = shownText(session, shown)
    marks = movedMarks(marks, text, now)
    text = now
    typing = document.activeElement === fieldBox(field)
    draw()
  }
  const judged = (proof: Proof, before: Proof): void => {
    if (proof.mistakes === before.mistakes && proof.notes === before.notes) return
    marks = marksIn(proof, field, text)
    draw()
  }
  /** The cursor has left the word, or the box. */
  const moved = (): void => {
    if (typing && marks.length > 0) draw()
  }
  const forget = observeShown(session, shown, changed)
  document.addEventListener('selectionchange', moved)
  document.addEventListener('focusout', moved)
  const stops = [state.subscribe(judged), useApp.subscribe(({ preferences }, before) => preferences?.styleMarks !== before.preferences?.styleMarks && judged(state.getState(), { ...state.getState(), notes: [] }))]
  draw()
  return () => {
    forget()
    document.removeEventListener('selectionchange', moved)
    document.removeEventListener('focusout', moved)
    for (const stop of stops) stop()
  }
}

function marksIn({ mistakes, notes }: Proof, field: string, text: string): readonly BoxMark[] {
  const shown = useApp.getState().preferences?.styleMarks === false ? mistakes : [...mistakes, ...notes.filter(({ mark }) => mark.kind !== 'sentence')]
  return shown.flatMap(({ place, mark }): BoxMark[] => (place.in === 'field' && place.field === field && text.slice(mark.from, mark.to) === mark.words ? [mark] : []))
}
