import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import type { MemberId, StoryId } from '../../shared/story/ids'
import { storyThreads } from '../../shared/story/story-doc'
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
