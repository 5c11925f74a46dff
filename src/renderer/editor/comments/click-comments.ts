import type { Editor } from '@tiptap/core'
import { useApp } from '../../app/app-store'
import type { StorySession } from '../../story/story-session'
import { showInspectorTab } from '../../views/inspector/inspector-tabs'
import { activateThread, useCommentView } from '../../views/review/comment-view'
import { threadsNow } from '../../views/review/threads-store'
import { draftMark, marksNow } from './comment-marks'
import { useCommentPlaces } from './comment-places'

/** A click on words with a thread shows what is said of them; another click there, the next thread on the same words. Answers how to stop. */
export function activateAtClick(session: StorySession, editor: Editor): () => void {
  const { dom } = editor.view
  const click = (event: MouseEvent): void => {
    const marked = event.target instanceof Element ? event.target.closest('.commented') : null
    if (marked === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || getSelection()?.isCollapsed === false) return
    const position = editor.view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
    if (position === undefined) return
    // The shortest first: of a phrase in a paragraph the phrase is meant.
    const here = marksNow(editor.state, position, position).filter(({ kind, silent, thread }) => kind === 'text' && !silent && thread !== draftMark).toSorted((a, b) => a.to - a.from - (b.to - b.from))
    const active = useCommentView.getState().active?.thread
    const next = here[(here.findIndex(({ thread }) => thread === active) + 1) % here.length]
    if (next !== undefined) showThread(session, next.thread, 'text')
  }
  dom.addEventListener('click', click)
  return () => dom.removeEventListener('click', click)
}

/** Shows a thread in the inspector, and what it is about in the text. */
export function showThread(session: StorySession, thread: string, by: 'text' | 'key'): void {
  const { story, places } = useCommentPlaces.getState()
  // Where nothing but the text is to be seen, nothing else comes up by a click.
  if (by === 'text' && useApp.getState().preferences?.focusMode === true) return
  showInspectorTab('review')
  activateThread(threadsNow(session.id).find(({ id }) => id === thread), by, useApp.getState().desk, story === session.id ? places : new Map())
}
