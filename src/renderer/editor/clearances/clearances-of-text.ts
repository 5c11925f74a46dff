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

interface Following {
  readonly look: () => void
  readonly stop: () => void
  users: number
  /** How many show the list of parts: without one, a text with no clearance is not looked at. */
  lists: number
}
const followed = new WeakMap<StorySession, Following>()

/** Keeps what is known of a story's clearances in step with its text and its log, as long as somebody shows it: the signs in the text, or also the list. Answers how to stop. */
export function followClearances(session: StorySession, editor: Editor, shown: 'signs' | 'list'): () => void {
  const following = followed.get(session) ?? follow(session, editor)
  followed.set(session, following)
  following.users += 1
  if (shown === 'list') {
    following.lists += 1
    following.look()
  }
  return () => {
    following.users -= 1
    if (shown === 'list') following.lists -= 1
    if (following.users > 0) return
    followed.delete(session)
    following.stop()
  }
}

function follow(session: StorySession, editor: Editor): Following {
  const isCleared = (): boolean => (statusNow(session.id)?.workflow.clearances ?? []).length > 0
  const soon = afterPause(() => (following.lists > 0 || isCleared()) && lookAtClearances(session, editor), pauseMs)
  const hear = ({ transaction }: EditorEvents['transaction']): void => {
    if (transaction.docChanged) soon()
  }
  editor.on('transaction', hear)
  const stop = onStatus((status, before) => status?.workflow.clearances !== before?.workflow.clearances && status?.id === session.id && (isCleared() || before?.workflow.clearances !== undefined) && lookAtClearances(session, editor))
  const following: Following = {
    users: 0,
    lists: 0,
    look: () => lookAtClearances(session, editor),
    stop() {
      soon.cancel()
      stop()
      editor.off('transaction', hear)
    },
  }
  // A story that opens shows its text first.
  soon()
  return following
}
