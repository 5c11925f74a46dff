import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { StorySession } from '../../story/story-session'
import { inform } from '../../ui/notices'
import { putField, shownText } from '../suggestions/fields/shown-field'
import type { Box } from '../find/box-of-words'
import { bringIntoView } from '../find/show-in-text'
import { whenInForm } from '../reveal'
import { boxOf, fieldBox, type FoundPlace } from './place'
import type { Found } from './proof'

/**
 * Puts other words where something was found, as one step of the history; marks such as bold stay. Nothing happens when the words
 * there are others by now.
 */
export function replaceWords(session: StorySession, editor: Editor, { place, mark }: Found, words: string): void {
  session.startStep()
  if (place.in === 'field') replaceInField(session, place.field, mark, words)
  else if (place.in === 'block') replaceInBlock(editor, place, mark, words)
  else replaceInText(editor, mark, words)
  session.startStep()
}

interface Words {
  readonly from: number
  readonly to: number
  readonly words: string
}

function replaceInField(session: StorySession, id: string, { from, to, words: before }: Words, words: string): void {
  const field = session.kind.fields.find((candidate) => candidate.id === id)
  const text = shownText(session, { id, type: 'text' })
  if (field === undefined || text.slice(from, to) !== before) return tellGone()
  putField(session, field, text.slice(0, from) + words + text.slice(to))
  const box = fieldBox(id)
  box?.focus()
  box?.setSelectionRange(from + words.length, from + words.length)
}

function replaceInBlock(editor: Editor, place: Extract<FoundPlace, { in: 'block' }>, { from, to, words: before }: Words, words: string): void {
  const text: unknown = editor.state.doc.nodeAt(place.at)?.attrs[place.name]
  if (typeof text !== 'string' || text.slice(from, to) !== before) return tellGone()
  editor.view.dispatch(editor.state.tr.setNodeAttribute(place.at, place.name, text.slice(0, from) + words + text.slice(to)))
  const box = boxOf(editor, place)
  box?.focus()
  // What the box shows is drawn in the next moment.
  requestAnimationFrame(() => box?.setSelectionRange(from + words.length, from + words.length))
}

function replaceInText(editor: Editor, { from, to, words: before }: Words, words: string): void {
  const { state } = editor
  if (to > state.doc.content.size || state.doc.textBetween(from, to, '\n', '\ufffc') !== before) return tellGone()
  const marks = state.doc.resolve(from).marksAcross(state.doc.resolve(to)) ?? state.doc.resolve(from + 1).marks()
  const tr = state.tr.replaceWith(from, to, state.schema.text(words, marks))
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + words.length)).scrollIntoView())
  editor.view.focus()
}

const tellGone = (): void => inform('These words have changed meanwhile.')

/** Selects what was found and brings it into view. @param then Done once it is there. */
export function showFound(editor: Editor, { place, mark }: Found, then?: () => void): void {
  const select = (box: Box): void => {
    box.scrollIntoView({ block: 'nearest' })
    box.focus()
    box.setSelectionRange(mark.from, mark.to)
    then?.()
  }
  if (place.in === 'field') return whenInForm(() => fieldBox(place.field), select)
  if (place.in === 'block') {
    const box = boxOf(editor, place)
    return box === null ? then?.() : select(box)
  }
  const { state, view } = editor
  if (mark.to > state.doc.content.size) return
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, mark.from, mark.to)))
  view.focus()
  bringIntoView(editor, mark.from)
  then?.()
}
