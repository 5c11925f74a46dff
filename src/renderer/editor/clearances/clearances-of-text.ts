import type { Clearance } from '@shared/clearance/clearance'
import { standingsOf, type PartStanding } from '@shared/clearance/standing'
import type { StoryId } from '@shared/story/ids'
import { readField } from '@shared/story/story-doc'
import type { Editor, EditorEvents } from '@tiptap/core'
import { create } from 'zustand'
import { useApp } from '../../app/app-store'
import { afterPause } from '../../app/after-pause'
import { onStatus, statusNow } from '../../story/status-store'
import type { StorySession } from '../../story/story-session'
import { nameOf } from '../../views/review/people'
import { drawClearances, type ClearanceMark } from './clearance-marks'
import { partsInText } from './parts-in-text'

/** A part of the text as it stands, and where it is. */
export interface PlacedStanding extends PartStanding {
  readonly from: number
  readonly to: number
}

interface ClearancesOfText {
  readonly story: StoryId | null
  readonly parts: readonly PlacedStanding[]
  readonly gone: readonly Clearance[]
}

/** How the parts of the text that is open stand. */
export const useClearances = create<ClearancesOfText>(() => ({ story: null, parts: [], gone: [] }))

/** No key waits for clearances: what holds is looked up when nothing has been typed for so long; milliseconds. */
const pauseMs = 500

/** The language of a story, by which its quotations are found. */
export function languageOf({ doc }: StorySession): string {
  const value = readField(doc, { id: 'language', type: 'language' })
  return typeof value === 'string' ? value.trim() : ''
}

/** Looks at a text at once: what stands in the list is what is on the screen. */
export function lookAtClearances(session: StorySession, editor: Editor): void {
  if (editor.isDestroyed) return
  const clearances = statusNow(session.id)?.workflow.clearances ?? []
  const placed = partsInText(editor.state.doc, languageOf(session))
  const { parts, gone } = standingsOf(placed.map(({ part }) => part), clearances)
  const standings = parts.map((standing, index): PlacedStanding => ({ ...standing, from: placed[index]?.from ?? 0, to: placed[index]?.to ?? 0 }))
  useClearances.setState({ story: session.id, parts: standings, gone })
  const drawn = drawClearances(editor.state, standings.flatMap(markOf))
  if (drawn !== null) editor.view.dispatch(drawn)
}

function markOf({ part, cleared, before, from, to }: PlacedStanding): ClearanceMark[] {
  const [clearance] = cleared
  const whole = part.range === null
  if (clearance !== undefined) return [{ from, to, whole, state: 'cleared', hint: `Cleared by ${whoCleared(clearance)}` }]
  return before === null ? [] : [{ from, to, whole, state: 'changed', hint: `Changed after it was cleared by ${whoCleared(before)}` }]
}

/** Who answers for a part: whoever is named in the clearance, or the member who recorded it. */
export function whoCleared({ clearedBy, by }: Clearance): string {
  const { desk } = useApp.getState()
  return clearedBy ?? (desk === null ? '' : nameOf(desk, by))
}

const followed = new WeakMap<StorySession, { readonly stop: () => void; users: number }>()

/** Keeps what is known of a story's clearances in step with its text and its log, as long as somebody shows it. Answers how to stop. */
export function followClearances(session: StorySession, editor: Editor): () => void {
  const following = followed.get(session) ?? { stop: follow(session, editor), users: 0 }
  following.users += 1
  followed.set(session, following)
  return () => {
    following.users -= 1
    if (following.users > 0) return
    followed.delete(session)
    following.stop()
  }
}

function follow(session: StorySession, editor: Editor): () => void {
  const look = (): void => lookAtClearances(session, editor)
  const soon = afterPause(look, pauseMs)
  const hear = ({ transaction }: EditorEvents['transaction']): void => {
    if (transaction.docChanged) soon()
  }
  editor.on('transaction', hear)
  const stop = onStatus((status, before) => status?.workflow.clearances !== before?.workflow.clearances && status?.id === session.id && look())
  look()
  return () => {
    soon.cancel()
    stop()
    editor.off('transaction', hear)
  }
}
