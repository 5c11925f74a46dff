import * as Y from 'yjs'
import { z } from 'zod'
import { CommentPlace } from '../comments/comment-place'
import { fittingMentions, Mention, mostMentions } from '../comments/mentions'
import { Instant, MemberId } from './ids'
import { storyThreads } from './story-doc'

/** One remark of a thread. */
export const Comment = z.object({
  id: z.uuid(),
  by: MemberId,
  at: Instant,
  /** Empty once it was removed. */
  text: z.string().max(10_000),
  mentions: z.array(Mention).max(mostMentions),
  /** When its author last wrote it anew; null for one that is as it was first said. */
  edited: Instant.nullable(),
  /** Its author took it back. It is shown only where somebody answered it. */
  removed: z.boolean(),
})
export type Comment = z.infer<typeof Comment>

/** Remarks on a story, or on a place of it. */
export const Thread = z.object({
  id: z.uuid(),
  by: MemberId,
  at: Instant,
  /** The words that it is about, as they were then; empty when it is about the story or a whole field. */
  quote: z.string().max(500),
  about: CommentPlace,
  resolved: z.boolean(),
  /** Who resolved it, and when; null while it is open, and where an earlier version did not keep it. */
  resolution: z.object({ by: MemberId, at: Instant }).nullable(),
  /** In the order in which they were made; at least one says something. */
  comments: z.array(Comment).min(1),
})
export type Thread = z.infer<typeof Thread>

/** A comment as it is in the document; what is optional came after stories had comments. */
const StoredComment = z.object({ id: z.uuid(), by: MemberId, at: Instant, text: z.string().max(10_000), mentions: z.array(z.unknown()).max(1000).optional().catch(undefined), edited: Instant.optional().catch(undefined), removed: Instant.optional().catch(undefined) })
type StoredComment = z.infer<typeof StoredComment>

/** Resolving names the comments that whoever did it had read. */
export const Resolution = z.object({ resolved: z.boolean(), by: MemberId, at: Instant, seen: z.array(z.uuid()).max(1000) })

/** A document may have been written by anyone: of more than so many, the oldest are read. */
const mostThreads = 5000
const mostComments = 1000

/**
 * The threads of a story, oldest first. The document may have been written by anyone: what is not a thread or a comment
 * is left out, and so is a thread in which nothing is said any more. Comments are not signed: the names in them are as good
 * as the desk's folder.
 */
export function readThreads(doc: Y.Doc): Thread[] {
  return [...storyThreads(doc)].flatMap(([id, raw]) => threadOf(id, raw)).sort(oldestFirst).slice(0, mostThreads)
}

const read = new WeakMap<Y.Doc, { threads: readonly Thread[] | null }>()

/** The same, read anew only after one of them was changed: a story is looked at after nearly every key. */
export function threadsIn(doc: Y.Doc): readonly Thread[] {
  const known = read.get(doc) ?? watched(doc)
  known.threads ??= readThreads(doc)
  return known.threads
}

function watched(doc: Y.Doc): { threads: readonly Thread[] | null } {
  const kept: { threads: readonly Thread[] | null } = { threads: null }
  storyThreads(doc).observeDeep(() => (kept.threads = null))
  read.set(doc, kept)
  return kept
}

function threadOf(id: string, raw: unknown): Thread[] {
  if (!(raw instanceof Y.Map)) return []
  const comments = shownComments(commentsIn(raw.get('comments')))
  const quote = raw.get('quote')
  const parsed = Thread.safeParse({ id, by: raw.get('by'), at: raw.get('at'), quote, about: placeOf(raw.get('about'), quote), ...settled(raw, comments), comments })
  return parsed.success ? [parsed.data] : []
}

/** Threads of earlier versions, and places that a later one may know, have only their words. */
function placeOf(raw: unknown, quote: unknown): CommentPlace {
  const parsed = CommentPlace.safeParse(raw)
  return parsed.success ? parsed.data : quote === '' ? { in: 'story' } : { in: 'words' }
}

/** An answer that whoever resolved a thread had not read opens it again: two people may have worked offline. */
function settled(raw: Y.Map<unknown>, comments: readonly Comment[]): Pick<Thread, 'resolved' | 'resolution'> {
  const parsed = Resolution.safeParse(raw.get('resolution'))
  const resolved = raw.get('resolved') === true
  if (!resolved || !parsed.success || !parsed.data.resolved) return { resolved, resolution: null }
  const { by, at, seen } = parsed.data
  const known = new Set(seen)
  return comments.every((comment) => comment.removed || known.has(comment.id)) ? { resolved: true, resolution: { by, at } } : { resolved: false, resolution: null }
}

/** All comments of a thread, also those that were removed; of two states of one the later. The oldest first. */
function commentsIn(raw: unknown): Comment[] {
  if (!(raw instanceof Y.Array)) return []
  const latest = new Map<string, StoredComment>()
  for (const item of raw.toArray()) {
    const parsed = StoredComment.safeParse(item)
    if (!parsed.success) continue
    const known = latest.get(parsed.data.id)
    if (known === undefined || isLater(parsed.data, known)) latest.set(parsed.data.id, parsed.data)
  }
  return [...latest.values()].flatMap(commentOf).sort(oldestFirst).slice(0, mostComments)
}

/** Its author may have changed it on two computers: what was done last counts, whichever arrived first. */
function isLater(one: StoredComment, other: StoredComment): boolean {
  const [a, b] = [one, other].map((state) => [state.edited ?? state.removed ?? '', state.removed === undefined ? '' : 'removed', state.by, state.at, state.text, JSON.stringify(state.mentions ?? [])].join('\0'))
  return (a ?? '') > (b ?? '')
}

function commentOf({ id, by, at, text, mentions = [], edited, removed }: StoredComment): Comment[] {
  if (removed !== undefined) return [{ id, by, at, text: '', mentions: [], edited: null, removed: true }]
  if (text === '') return []
  const parsed = mentions.flatMap((raw) => {
    const mention = Mention.safeParse(raw)
    return mention.success ? [mention.data] : []
  })
  return [{ id, by, at, text, mentions: fittingMentions(text, parsed), edited: edited ?? null, removed: false }]
}

/** Without what was removed and nobody answered. */
function shownComments(comments: readonly Comment[]): Comment[] {
  const last = comments.findLastIndex(({ removed }) => !removed)
  return comments.slice(0, last + 1)
}

const oldestFirst = (a: { at: string; id: string }, b: { at: string; id: string }): number => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1)
