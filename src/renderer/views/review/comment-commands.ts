import type { ThreadEntry } from '@shared/ipc'
import { useApp } from '../../app/app-store'
import type { CommandHandlers } from '../../app/command-registry'
import { useCommentPlaces } from '../../editor/comments/comment-places'
import { showThread } from '../../editor/comments/click-comments'
import { subjectNow } from '../../editor/comments/comment-subject'
import { useShownEditor } from '../../editor/insert-words'
import type { StorySession } from '../../story/story-session'
import { inform } from '../../ui/notices'
import { showInspectorTab } from '../inspector/inspector-tabs'
import { openDraft } from './comment-draft'
import { ordered, shown, useCommentView } from './comment-view'
import { threadsNow, threadsSoon } from './threads-store'

/** Commands about what is said of a story. */
export function commentCommands(session: StorySession): CommandHandlers {
  const known = (): Promise<void> | null => threadsSoon(session.id)
  return {
    'story.comment': () => {
      openDraft({ story: session.id, at: 'new' }, subjectNow(session, useShownEditor.getState().editor))
      showInspectorTab('review')
    },
    'comments.next': { run: () => walk(session, 1), known },
    'comments.previous': { run: () => walk(session, -1), known },
  }
}

/** Goes to the next of the comments that the list shows; without one that is meant, to the next one behind the cursor. */
function walk(session: StorySession, by: 1 | -1): void {
  const list = listed(session)
  if (list.length === 0) return inform(threadsNow(session.id).length === 0 ? 'There are no comments on this story.' : 'No comment fits the filter.')
  const at = list.findIndex(({ id }) => id === useCommentView.getState().active?.thread)
  const next = list.at(((at < 0 ? fromCursor(list, by) : at + by) + list.length) % list.length)
  if (next !== undefined) showThread(session, next.id, 'key')
}

function listed({ id }: StorySession): ThreadEntry[] {
  const { desk } = useApp.getState()
  const { filter, order, kept } = useCommentView.getState()
  const places = useCommentPlaces.getState()
  const known = places.story === id ? places.places : new Map<string, never>()
  return desk === null ? [] : ordered(shown(threadsNow(id), filter, desk, known, kept), order, known)
}

/** The place in the list of the first comment behind the cursor, or of the last one before it. */
function fromCursor(list: readonly ThreadEntry[], by: 1 | -1): number {
  const cursor = useShownEditor.getState().editor?.state.selection.from ?? 0
  const { places } = useCommentPlaces.getState()
  const behind = list.findIndex(({ id }) => (places.get(id)?.rank ?? 0) >= cursor)
  if (by === 1) return behind < 0 ? 0 : behind
  return (behind < 0 ? list.length : behind) - 1
}
