import type { LanguageNote } from '@shared/style/language-notes'
import type { Editor } from '@tiptap/core'
import { prefer, useApp } from '../../app/app-store'
import type { CommandHandlers } from '../../app/command-registry'
import type { StorySession } from '../../story/story-session'
import { inform } from '../../ui/notices'
import type { Mistake } from './marks'
import { boxOf, isSamePlace, placeOfBox, placesInOrder, type FoundPlace } from './place'
import { marksBetween } from './proof-marks'
import { openMenu, openNote, type Point } from './proof-store'
import type { Found } from './proof'
import { proofreaderOf } from './proofreader'
import { showFound } from './replace-words'

/** The commands of spelling and house style. */
export function proofCommands(session: StorySession, editor: Editor): CommandHandlers {
  return {
    'spelling.next': () => nextMistake(session, editor),
    'spelling.suggest': () => suggestAtCursor(session, editor),
    'spelling.toggle': () => turn('spelling', 'Spelling check'),
    'style.toggle': () => turn('styleMarks', 'House style in the text'),
  }
}

function turn(name: 'spelling' | 'styleMarks', title: string): void {
  const on = useApp.getState().preferences?.[name] !== false
  prefer({ [name]: !on })
  inform(`${title}: ${on ? 'off' : 'on'}`)
}

/** In the order in which one comes to them; after the last comes the first. */
function nextMistake(session: StorySession, editor: Editor): void {
  const { mistakes, whole, available } = proofreaderOf(session, editor).current()
  if (useApp.getState().preferences?.spelling === false) return inform('The spelling check is off.')
  if (mistakes.length === 0) return inform(available === false ? 'There is no dictionary for the language of this story.' : whole ? 'No spelling mistakes.' : 'The spelling is being checked. Please try again in a moment.')
  const here = cursor(editor)
  const compare = placesInOrder(session.kind.fields)
  const next = mistakes.find((found) => isAfter(found, here, compare)) ?? mistakes[0]
  if (next !== undefined) showFound(editor, next)
}

interface Cursor {
  readonly place: FoundPlace
  readonly from: number
  readonly to: number
}

function cursor(editor: Editor): Cursor {
  const active = document.activeElement
  const place = active === null ? null : placeOfBox(editor, active)
  if (place !== null && (active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement)) return { place, from: active.selectionStart ?? 0, to: active.selectionEnd ?? 0 }
  const { from, to } = editor.state.selection
  return { place: { in: 'body' }, from, to }
}

function isAfter({ place, mark }: Found, here: Cursor, compare: ReturnType<typeof placesInOrder>): boolean {
  // One that is selected has been shown already.
  if (isSamePlace(place, here.place) && mark.from === here.from && mark.to === here.to) return false
  return compare({ place, from: mark.from }, here) >= 0
}

/** What was found at a place of the story: a wrong word, a note on the language, or both. */
export interface FoundHere {
  readonly mistake: Found<Mistake> | null
  readonly note: Found<LanguageNote> | null
}

export function foundAt(session: StorySession, editor: Editor, place: FoundPlace, from: number, to: number): FoundHere {
  const { mistakes, notes } = proofreaderOf(session, editor).current()
  if (place.in !== 'body') {
    const isHere = (found: Found): boolean => isSamePlace(found.place, place) && found.mark.from <= to && from <= found.mark.to
    return { mistake: mistakes.find(isHere) ?? null, note: notes.find((found) => found.mark.kind !== 'sentence' && isHere(found)) ?? null }
  }
  const marks = marksBetween(editor.state, from, to)
  const mistake = marks.find((mark) => mark.kind === 'spelling')
  const note = marks.find((mark) => mark.kind !== 'spelling')
  return { mistake: mistake === undefined ? null : { place, mark: mistake }, note: note === undefined ? null : { place, mark: note } }
}

/** Opens what there is to say about the words at the cursor, as a right click would. */
function suggestAtCursor(session: StorySession, editor: Editor): void {
  const { place, from, to } = cursor(editor)
  const here = foundAt(session, editor, place, from, to)
  if (here.mistake === null && here.note !== null) return openNote(here.note)
  openMenu(pointOf(editor, place, from), here.mistake, here.note, 'key')
}

function pointOf(editor: Editor, place: FoundPlace, from: number): Point {
  if (place.in === 'body') {
    const { left, bottom } = editor.view.coordsAtPos(from)
    return { x: left, y: bottom }
  }
  const box = boxOf(editor, place)?.getBoundingClientRect()
  return { x: (box?.left ?? 0) + 8, y: box?.bottom ?? 0 }
}
