import { findBlock, findText, type Body, type FoundPlace } from '@shared/comments/place-in-body'
import type { ThreadEntry } from '@shared/ipc'
import type { CommentSubject } from '../../views/review/comment-draft'
import { useCommentView } from '../../views/review/comment-view'
import { draftMark, type CommentMark } from './comment-marks'

/** Resolved threads keep their places, but are marked only while the list shows them. */
export function markOf({ id, resolved, about }: ThreadEntry, found: FoundPlace | null): CommentMark[] {
  const { active, filter } = useCommentView.getState()
  if (found === null) return []
  const isActive = active?.thread === id
  return [{ thread: id, kind: about.in === 'block' ? 'block' : 'text', from: found.from, to: found.to, active: isActive, resolved, silent: resolved && filter.state === 'open' && !isActive }]
}

/** What a comment is being written about stays marked while one writes: the selection is gone from the text by then. */
export function markOfDraft(body: Body, subject: CommentSubject | null): CommentMark[] {
  const { about } = subject ?? {}
  const found = about?.in === 'text' ? findText(body, about) : about?.in === 'block' ? findBlock(body, about) : null
  return found === null ? [] : [{ thread: draftMark, kind: about?.in === 'block' ? 'block' : 'text', from: found.from, to: found.to, active: true, resolved: false, silent: false }]
}
