import './marked-box.css'
import type { FieldDefinition } from '@shared/story/kind'
import { useEffect, useRef, type ReactNode } from 'react'
import { useApp } from '../../app/app-store'
import type { StorySession } from '../../story/story-session'
import { useStorySession } from '../../story/StoryProvider'
import { observeShown, shownText } from '../suggestions/fields/shown-field'
import { bodyEditorOf } from '../body/body-editor'
import type { BoxMark } from './draw-box-marks'
import { linesUnderBox, shownOf } from './lines-under-box'
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
  const text = (): string => shownText(session, shown)
  const lines = linesUnderBox({ mirror, box: () => fieldBox(field), text: text() })
  const judge = (): void => lines.judged(marksIn(state.getState(), field, text()))
  const stops = [
    observeShown(session, shown, () => lines.changed(text())),
    state.subscribe((proof, before) => (proof.mistakes !== before.mistakes || proof.notes !== before.notes) && judge()),
    useApp.subscribe(({ preferences }, before) => preferences?.styleMarks !== before.preferences?.styleMarks && judge()),
    lines.end,
  ]
  judge()
  return () => {
    for (const stop of stops) stop()
  }
}

const marksIn = (proof: Proof, field: string, text: string): readonly BoxMark[] =>
  shownOf(proof).flatMap(({ place, mark }): BoxMark[] => (place.in === 'field' && place.field === field && text.slice(mark.from, mark.to) === mark.words ? [mark] : []))
