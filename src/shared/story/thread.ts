import * as Y from 'yjs'
import { z } from 'zod'
import { Instant, MemberId } from './ids'
import { storyThreads } from './story-doc'

/** One remark of a thread. */
export const Comment = z.object({ id: z.uuid(), by: MemberId, at: Instant, text: z.string().min(1).max(10_000) })
export type Comment = z.infer<typeof Comment>

/** Remarks on a story, or on the words quoted. */
export const Thread = z.object({
  id: z.uuid(),
  by: MemberId,
  at: Instant,
  /** The words that it is about; empty when it is about the story. */
  quote: z.string().max(500),
  resolved: z.boolean(),
  /** In the order in which they were made; never empty. */
  comments: z.array(Comment).min(1),
})
export type Thread = z.infer<typeof Thread>

/**
 * The threads of a story, oldest first. The document may have been written by anyone: what is not a thread or a comment
 * is left out, and so is a thread of which no comment is left. Comments are not signed: the names in them are as good
 * as the desk's folder.
 */
export function readThreads(doc: Y.Doc): Thread[] {
  return [...storyThreads(doc)].flatMap(([id, raw]) => threadOf(id, raw)).sort(oldestFirst)
}

function threadOf(id: string, raw: unknown): Thread[] {
  if (!(raw instanceof Y.Map)) return []
  const comments = commentsOf(raw.get('comments'))
  const parsed = Thread.safeParse({ id, by: raw.get('by'), at: raw.get('at'), quote: raw.get('quote'), resolved: raw.get('resolved') === true, comments })
  return parsed.success ? [parsed.data] : []
}

function commentsOf(raw: unknown): Comment[] {
  if (!(raw instanceof Y.Array)) return []
  const comments = raw.toArray().flatMap((item: unknown) => {
    const parsed = Comment.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })
  return [...new Map(comments.map((comment) => [comment.id, comment])).values()].sort(oldestFirst)
}

const oldestFirst = (a: { at: string; id: string }, b: { at: string; id: string }): number => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1)
