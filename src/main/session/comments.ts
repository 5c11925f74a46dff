import { randomUUID } from 'node:crypto'
import type { CommentPlace } from '../../shared/comments/comment-place'
import type { Mention } from '../../shared/comments/mentions'
import { answerThread, moveThread, rewriteComment, settleThread, startThread, takeBackComment } from '../../shared/comments/write-threads'
import type { ThreadEntry } from '../../shared/ipc'
import { peopleOf } from '../desk/story-desk'
import type { MemberId, StoryId } from '../../shared/story/ids'
import { threadsIn } from '../../shared/story/thread'
import { markComments, readComments, unreadOf, type Unread } from '../store/comment-reads'
import type { DeskSession } from './desk-session'

/** Who speaks now. */
const me = (session: DeskSession): { readonly by: MemberId; readonly at: string } => ({ by: session.member().id, at: new Date().toISOString() })

/** Starts a thread on the story, or on a place of it with the words quoted. Answers the thread's id. */
export function addComment(session: DeskSession, id: StoryId, text: string, quote: string, { about, mentions = [] }: { readonly about?: CommentPlace | undefined; readonly mentions?: readonly Mention[] } = {}): string {
  const thread = randomUUID()
  session.changeStory(id, (doc) => startThread(doc, thread, { quote, about }, { id: randomUUID(), ...me(session), text, mentions }))
  return thread
}

/** The threads of a story, oldest first, with the names of today and what the acting member has not seen yet. */
export function threadsOf(session: DeskSession, id: StoryId): ThreadEntry[] {
  const { id: reader } = session.member()
  const seen = readComments(session.desk.db, reader, id)
  const nameOf = (by: MemberId): string => peopleOf(session.desk, id).find((member) => member.id === by)?.name ?? 'Someone who is not on this desk'
  return threadsIn(session.docs.get(id)).map((thread) => ({
    ...thread,
    byName: nameOf(thread.by),
    comments: thread.comments.map((comment) => ({ ...comment, byName: nameOf(comment.by), unread: comment.by !== reader && !comment.removed && !seen.has(comment.id) })),
  }))
}

/** Adds a comment of the acting member to a thread; they have then seen what it answers. @throws DeskError when there is no such thread. */
export function replyTo(session: DeskSession, id: StoryId, thread: string, text: string, mentions: readonly Mention[] = []): void {
  session.changeStory(id, (doc) => answerThread(doc, thread, { id: randomUUID(), ...me(session), text, mentions }))
  seeThread(session, id, thread)
}

/** Closes or reopens a thread, in the name of the acting member, who has then seen what is said in it. @throws DeskError when there is no such thread. */
export function resolveThread(session: DeskSession, id: StoryId, thread: string, resolved: boolean): void {
  session.changeStory(id, (doc) => settleThread(doc, thread, { resolved, ...me(session) }))
  seeThread(session, id, thread)
}

function seeThread(session: DeskSession, id: StoryId, thread: string): void {
  const comments = threadsIn(session.docs.get(id)).find((one) => one.id === thread)?.comments ?? []
  const { id: reader } = session.member()
  markSeen(session, id, comments.flatMap((comment) => (comment.by === reader ? [] : [comment.id])), true)
}

/** Writes a comment of the acting member anew; one that they had removed says something again. @throws DeskError when it is not theirs. */
export function editComment(session: DeskSession, id: StoryId, thread: string, comment: string, text: string, mentions: readonly Mention[] = []): void {
  session.changeStory(id, (doc) => rewriteComment(doc, thread, { id: comment, ...me(session), text, mentions }))
}

/** Takes back a comment of the acting member; its words leave the story. @throws DeskError when it is not theirs. */
export function removeComment(session: DeskSession, id: StoryId, thread: string, comment: string): void {
  session.changeStory(id, (doc) => takeBackComment(doc, thread, { id: comment, ...me(session) }))
}

/** Notes where the words of a thread are now: they were moved by hand. @throws DeskError when there is no such thread. */
export function anchorThread(session: DeskSession, id: StoryId, thread: string, about: CommentPlace): void {
  session.changeStory(id, (doc) => moveThread(doc, thread, about))
}

/** Notes that the acting member has seen some comments of a story, or has not; tells the window. */
export function markSeen(session: DeskSession, id: StoryId, comments: readonly string[], seen: boolean): void {
  if (markComments(session.desk.db, session.member().id, id, comments, seen)) session.events.storiesChanged([id])
}

/** What the acting member has not seen of some stories. */
export const unseenIn = (session: DeskSession, stories: readonly StoryId[]): Unread[] => unreadOf(session.desk.db, session.member().id, stories)
