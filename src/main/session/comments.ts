import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import type { ThreadEntry } from '../../shared/ipc'
import { DeskError } from '../../shared/result'
import type { MemberId, StoryId } from '../../shared/story/ids'
import { storyThreads } from '../../shared/story/story-doc'
import { readThreads } from '../../shared/story/thread'
import type { DeskSession } from './desk-session'

/** Starts a thread on the story, or on the words quoted. */
export function addComment(session: DeskSession, id: StoryId, text: string, quote: string): void {
  const by = session.member().id
  session.changeStory(id, (doc) => startThread(storyThreads(doc), by, text, quote))
}

function startThread(threads: Y.Map<unknown>, by: MemberId, text: string, quote: string): void {
  const thread = new Y.Map<unknown>()
  const comments = new Y.Array<unknown>()
  const at = new Date().toISOString()
  comments.push([{ id: randomUUID(), by, at, text }])
  for (const [key, value] of [['by', by], ['at', at], ['quote', quote], ['resolved', false], ['comments', comments]] as const) thread.set(key, value)
  threads.set(randomUUID(), thread)
}

/** The threads of a story, oldest first, with the names of today. */
export function threadsOf(session: DeskSession, id: StoryId): ThreadEntry[] {
  const nameOf = (by: MemberId): string => session.desk.members.find((member) => member.id === by)?.name ?? 'Someone who is not on this desk'
  return readThreads(session.docs.get(id)).map((thread) => ({
    ...thread,
    byName: nameOf(thread.by),
    comments: thread.comments.map((comment) => ({ ...comment, byName: nameOf(comment.by) })),
  }))
}

/** Adds a comment of the acting member to a thread. @throws DeskError when there is no such thread. */
export function replyTo(session: DeskSession, id: StoryId, thread: string, text: string): void {
  const by = session.member().id
  session.changeStory(id, (doc) => threadIn(doc, thread).comments.push([{ id: randomUUID(), by, at: new Date().toISOString(), text }]))
}

/** Closes or reopens a thread. @throws DeskError when there is no such thread. */
export function resolveThread(session: DeskSession, id: StoryId, thread: string, resolved: boolean): void {
  session.changeStory(id, (doc) => threadIn(doc, thread).map.set('resolved', resolved))
}

/** A thread's parts in the story's document, if it is one that people see. */
function threadIn(doc: Y.Doc, thread: string): { map: Y.Map<unknown>; comments: Y.Array<unknown> } {
  const map = storyThreads(doc).get(thread)
  const comments: unknown = map instanceof Y.Map ? map.get('comments') : undefined
  const isThread = readThreads(doc).some((candidate) => candidate.id === thread)
  if (!isThread || !(map instanceof Y.Map) || !(comments instanceof Y.Array)) throw new DeskError('no-thread', 'This conversation is not part of the story any more.')
  return { map, comments }
}
