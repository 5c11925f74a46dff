import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import type { StorySession } from '../../story/story-session'

/** Applies a change as one step of the history, shows where it is, and goes back to the text. Answers whether there was one. */
export function applyAsOneStep(session: StorySession, editor: Editor, tr: Transaction | null): boolean {
  if (tr === null) return false
  session.startStep()
  editor.view.dispatch(tr.scrollIntoView())
  session.startStep()
  editor.view.focus()
  return true
}
