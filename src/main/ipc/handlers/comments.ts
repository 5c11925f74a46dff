import { addComment, anchorThread, editComment, markSeen, removeComment, replyTo, resolveThread, threadsOf, unseenIn } from '../../session/comments'
import type { Workstation } from '../../workstation'
import type { Handlers } from '../router'

type CommentCalls = Pick<Handlers, 'story.comment' | 'story.threads' | 'story.reply' | 'story.resolveThread' | 'comment.edit' | 'comment.remove' | 'comment.anchor' | 'comment.markSeen' | 'comment.unseen'>

/** Calls about what is said of a story. Whoever acts is who speaks. */
export function commentHandlers(station: Workstation): CommentCalls {
  return {
    'story.comment': ({ id, text, quote, ...more }) => ({ thread: addComment(station.need(), id, text, quote, more) }),
    'story.threads': ({ id }) => threadsOf(station.need(), id),
    'story.reply': ({ id, thread, text, mentions }) => replyTo(station.need(), id, thread, text, mentions),
    'story.resolveThread': ({ id, thread, resolved }) => resolveThread(station.need(), id, thread, resolved),
    'comment.edit': ({ id, thread, comment, text, mentions }) => editComment(station.need(), id, thread, comment, text, mentions),
    'comment.remove': ({ id, thread, comment }) => removeComment(station.need(), id, thread, comment),
    'comment.anchor': ({ id, thread, about }) => anchorThread(station.need(), id, thread, about),
    'comment.markSeen': ({ id, comments, seen }) => markSeen(station.need(), id, comments, seen),
    'comment.unseen': ({ stories }) => unseenIn(station.need(), stories),
  }
}
