import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import type { CommentPlace } from '../../shared/comments/comment-place'
import { fittingMentions, type Mention } from '../../shared/comments/mentions'
import type { ThreadEntry } from '../../shared/ipc'
import { DeskError } from '../../shared/result'
import type { MemberId, StoryId } from '../../shared/story/ids'
import { storyThreads } from '../../shared/story/story-doc'
import { readThreads, threadsIn, type Comment } from '../../shared/story/thread'
import { markComments, readComments, unreadOf, type Unread } from '../store/comment-reads'
import type { DeskSession } from './desk-session'

/** Starts a thread on the story, or on a place of it with the words quoted. Answers the thread's id. */
export function addComment(session: DeskSession, id: StoryId, text: string, quote: string, { about, mentions = [] }: { readonly about?: CommentPlace | undefined; readonly mentions?: readonly Mention[] } = {}): string {
  const by = session.member().id
  const name = randomUUID()
  session.changeStory(id, (doc) => {
    const comments = new Y.Array<unknown>()
    const at = new Date().toISOString()
    comments.push([said(by, at, text, mentions)])
    const thread = new Y.Map<unknown>(Object.entries({ by, at, quote, resolved: false, comments, ...(about && { about }) }))
    storyThreads(doc).set(name, thread)
  })
  return name
}

function said(by: MemberId, at: string, text: string, mentions: readonly Mention[]): Readonly<Record<string, unknown>> {
  return { id: randomUUID(), by, at, text, ...naming(text, mentions) }
}

/** Who is mentioned; a comment that mentions nobody is as it was before there were mentions. */
function naming(text: string, mentions: readonly Mention[]): { readonly mentions?: readonly Mention[] } {
  const fitting = fittingMentions(text, mentions)
  return fitting.length > 0 ? { mentions: fitting } : {}
}

/** The threads of a story, oldest first, with the names of today and what the acting member has not seen yet. */
export function threadsOf(session: DeskSession, id: StoryId): ThreadEntry[] {
  const me = session.member().id
  const seen = readComments(session.desk.db, me, id)
  const nameOf = (by: MemberId): string => session.desk.members.find((member) => member.id === by)?.name ?? 'Someone who is not on this desk'
  return threadsIn(session.docs.get(id)).map((thread) => ({
    ...thread,
    byName: nameOf(thread.by),
    comments: thread.comments.map((comment) => ({ ...comment, byName: nameOf(comment.by), unread: comment.by !== me && !comment.removed && !seen.has(comment.id) })),
  }))
}

/** Adds a comment of the acting member to a thread. @throws DeskError when there is no such thread. */
export function replyTo(session: DeskSession, id: StoryId, thread: string, text: string, mentions: readonly Mention[] = []): void {
  const by = session.member().id
  session.changeStory(id, (doc) => threadIn(doc, thread).list.push([said(by, new Date().toISOString(), text, mentions)]))
}

/** Closes or reopens a thread, in the name of the acting member. @throws DeskError when there is no such thread. */
export function resolveThread(session: DeskSession, id: StoryId, thread: string, resolved: boolean): void {
  const by = session.member().id
  session.changeStory(id, (doc) => {
    const { map, comments } = threadIn(doc, thread)
    map.set('resolved', resolved)
    map.set('resolution', { resolved, by, at: new Date().toISOString(), seen: comments.map((comment) => comment.id) })
  })
}

/** Writes a comment of the acting member anew; one that they had removed says something again. @throws DeskError when it is not theirs. */
export function editComment(session: DeskSession, id: StoryId, thread: string, comment: string, text: string, mentions: readonly Mention[] = []): void {
  replaceComment(session, id, thread, comment, { text, edited: new Date().toISOString(), ...naming(text, mentions) })
}

/** Takes back a comment of the acting member; its words leave the story. @throws DeskError when it is not theirs. */
export function removeComment(session: DeskSession, id: StoryId, thread: string, comment: string): void {
  replaceComment(session, id, thread, comment, { text: '', removed: new Date().toISOString() })
}

function replaceComment(session: DeskSession, id: StoryId, thread: string, comment: string, state: Readonly<Record<string, unknown>>): void {
  const me = session.member().id
  session.changeStory(id, (doc) => {
    const { list } = threadIn(doc, thread, 'any')
    const places = list.toArray().flatMap((item, index) => (idOf(item) === comment ? [index] : []))
    const stored = places.map((place) => authorOf(list.get(place)))
    const first = places[0]
    if (first === undefined) throw new DeskError('no-comment', 'This comment is not part of the story any more.')
    const by = stored.find(({ by }) => by === me)
    if (by === undefined || stored.some((one) => one.by !== me)) throw new DeskError('not-yours', 'Only who wrote a comment can change or remove it.')
    for (const place of places.toReversed()) list.delete(place)
    list.insert(first, [{ id: comment, by: me, at: by.at, ...state }])
  })
}

const idOf = (item: unknown): unknown => (typeof item === 'object' && item !== null ? Reflect.get(item, 'id') : undefined)
const authorOf = (item: unknown): { readonly by: unknown; readonly at: unknown } => (typeof item === 'object' && item !== null ? { by: Reflect.get(item, 'by'), at: Reflect.get(item, 'at') } : { by: undefined, at: undefined })

/** Notes where the words of a thread are now: they were moved by hand, and the place that was noted is gone. @throws DeskError when there is no such thread. */
export function anchorThread(session: DeskSession, id: StoryId, thread: string, about: CommentPlace): void {
  session.changeStory(id, (doc) => threadIn(doc, thread).map.set('about', about))
}

/** Notes that the acting member has seen some comments of a story, or has not; tells the window. */
export function markSeen(session: DeskSession, id: StoryId, comments: readonly string[], seen: boolean): void {
  if (markComments(session.desk.db, session.member().id, id, comments, seen)) session.events.storiesChanged([id])
}

/** What the acting member has not seen of some stories. */
export const unseenIn = (session: DeskSession, stories: readonly StoryId[]): Unread[] => unreadOf(session.desk.db, session.member().id, stories)

interface ThreadParts {
  readonly map: Y.Map<unknown>
  readonly list: Y.Array<unknown>
  readonly comments: readonly Comment[]
}

/** @param which Whether it must be one that people see; its only comment may have been removed. */
function threadIn(doc: Y.Doc, thread: string, which: 'seen' | 'any' = 'seen'): ThreadParts {
  const map = storyThreads(doc).get(thread)
  const list: unknown = map instanceof Y.Map ? map.get('comments') : undefined
  const comments = readThreads(doc).find((candidate) => candidate.id === thread)?.comments
  if ((comments === undefined && which === 'seen') || !(map instanceof Y.Map) || !(list instanceof Y.Array)) throw new DeskError('no-thread', 'This conversation is not part of the story any more.')
  return { map, list, comments: comments ?? [] }
}
