import { asTyped, corrected } from '@shared/typography/as-typed'
import { readField } from '@shared/story/story-doc'
import { Extension } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { useApp } from '../../app/app-store'
import type { StorySession } from '../../story/story-session'

/** The last correction, as long as nothing else has happened since. */
interface Corrected {
  readonly from: number
  readonly to: number
  /** What was typed, with what stood before it. */
  readonly plain: string
  readonly doc: EditorState['doc']
}

/** So much of the text before the cursor tells how a character is set; UTF-16 units. */
const reach = 160

/**
 * Sets quotation marks, apostrophes, dashes and ellipses as the story's language does while one types. What was typed comes
 * first and the correction is a step of its own, so undo, or Backspace right after it, gives back the plain character.
 */
export const smartTyping = (session: StorySession): Extension =>
  Extension.create({
    name: 'smartTyping',
    // A footnote takes in by itself what is typed into it: this comes first.
    priority: 1600,
    addProseMirrorPlugins() {
      let last: Corrected | null = null
      return [
        new Plugin({
          props: {
            handleTextInput(view, from, to, text) {
              last = null
              if (!corrected.has(text) || useApp.getState().preferences?.smartTypography !== true) return false
              const done = correct(view, session, from, to, text)
              last = done
              return done !== null
            },
            handleKeyDown(view, event) {
              if (event.key === 'Backspace' && last !== null && !event.ctrlKey && !event.metaKey && !event.altKey) {
                const { from, to, plain, doc } = last
                last = null
                const { selection } = view.state
                if (view.state.doc !== doc || !selection.empty || selection.from !== to) return false
                session.startStep()
                view.dispatch(view.state.tr.insertText(plain, from, to).scrollIntoView())
                session.startStep()
                return true
              }
              return false
            },
          },
        }),
      ]
    },
  })

function correct(view: EditorView, session: StorySession, from: number, to: number, typed: string): Corrected | null {
  const { state } = view
  const $from = state.doc.resolve(from)
  if (view.composing || isCode(state, $from)) return null
  const start = Math.max(0, $from.parentOffset - reach)
  const before = $from.parent.textBetween(start, $from.parentOffset, undefined, '\ufffc')
  const correction = asTyped(before, typed, languageAt(session, $from))
  if (correction === null) return null
  const { back, insert } = correction
  const plain = `${before.slice(before.length - back)}${typed}`
  view.dispatch(state.tr.insertText(typed, from, to))
  session.startStep()
  const end = from + typed.length
  const tr = view.state.tr.insertText(insert, from - back, end)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from - back + insert.length)).scrollIntoView())
  session.startStep()
  return { from: from - back, to: from - back + insert.length, plain, doc: view.state.doc }
}

function isCode(state: EditorState, $from: ResolvedPos): boolean {
  if ($from.parent.type.spec.code === true) return true
  return (state.storedMarks ?? $from.marks()).some(({ type }) => type.spec.code === true || type.name === 'code')
}

/** The language of the words with the cursor: of the phrase, if it is marked, else of the story. */
function languageAt(session: StorySession, $from: ResolvedPos): string {
  const phrase: unknown = $from.marks().find(({ type }) => type.name === 'language')?.attrs['lang']
  if (typeof phrase === 'string') return phrase
  const story = readField(session.doc, { id: 'language', type: 'language' })
  return typeof story === 'string' ? story : 'en'
}
