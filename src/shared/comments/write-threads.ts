import * as Y from 'yjs'
import { DeskError } from '../result'
import type { MemberId } from '../story/ids'
import { storyThreads } from '../story/story-doc'
import { readThreads, type Comment } from '../story/thread'
import type { CommentPlace } from './comment-place'
import { fittingMentions, type Mention } from './mentions'

/** Who says something, when, and what. */
export interface Remark {
  /** A UUID. */
  readonly id: string
  readonly by: MemberId
  readonly at: string
  readonly text: string
  readonly mentions: readonly Mention[]
}

/** What a thread is about; without a place, the words quoted, or the story. */
export interface Subject {
  readonly quote: string
  readonly about?: CommentPlace | undefined
}

/** Starts a thread under a new id. */
export function startThread(doc: Y.Doc, thread: string, { quote, about }: Subject, remark: Remark): void {
  const comments = new Y.Array<unknown>()
  comments.push([stored(remark)])
  const { by, at } = remark
  storyThreads(doc).set(thread, new Y.Map<unknown>(Object.entries({ by, at, quote, resolved: false, comments, ...(about && { about }) })))
}

/** @throws DeskError `no-thread` when the story has no such thread. */
export function answerThread(doc: Y.Doc, thread: string, remark: Remark): void {
  threadIn(doc, thread).list.push([stored(remark)])
}

/** Closes or reopens a thread; what was said until now is what whoever does it has read. @throws DeskError `no-thread`. */
export function settleThread(doc: Y.Doc, thread: string, { resolved, by, at }: { readonly resolved: boolean; readonly by: MemberId; readonly at: string }): void {
  const { map, comments } = threadIn(doc, thread)
  map.set('resolved', resolved)
  map.set('resolution', { resolved, by, at, seen: comments.map((comment) => comment.id) })
}

/** Notes where the words of a thread are now. @throws DeskError `no-thread`. */
export function moveThread(doc: Y.Doc, thread: string, about: CommentPlace): void {
  threadIn(doc, thread).map.set('about', about)
}

/** Writes a comment anew, also one that was taken back. @throws DeskError `no-comment`, or `not-yours` when somebody else made it. */
export function rewriteComment(doc: Y.Doc, thread: string, { id, by, at, text, mentions }: Remark): void {
  replaceComment(doc, thread, id, by, { text, edited: at, ...naming(text, mentions) })
}

/** Takes a comment back; its words leave the document. @throws DeskError as for one that is written anew. */
export function takeBackComment(doc: Y.Doc, thread: string, { id, by, at }: Pick<Remark, 'id' | 'by' | 'at'>): void {
  replaceComment(doc, thread, id, by, { text: '', removed: at })
}

function stored({ id, by, at, text, mentions }: Remark): Readonly<Record<string, unknown>> {
  return { id, by, at, text, ...naming(text, mentions) }
}

/** A comment that mentions nobody is as it was before there were mentions. */
function naming(text: string, mentions: readonly Mention[]): { readonly mentions?: readonly Mention[] } {
  const fitting = fittingMentions(text, mentions)
  return fitting.length > 0 ? { mentions: fitting } : {}
}

function replaceComment(doc: Y.Doc, thread: string, comment: string, me: MemberId, state: Readonly<Record<string, unknown>>): void {
  const { list } = threadIn(doc, thread, 'any')
  // After a merge it may be there in several states.
  const places = list.toArray().flatMap((item, index) => (partOf(item, 'id') === comment ? [index] : []))
  const [first] = places
  if (first === undefined) throw new DeskError('no-comment', 'This comment is not part of the story any more.')
  if (places.some((place) => partOf(list.get(place), 'by') !== me)) throw new DeskError('not-yours', 'Only who wrote a comment can change or remove it.')
  const at = partOf(list.get(first), 'at')
  for (const place of places.toReversed()) list.delete(place)
  list.insert(first, [{ id: comment, by: me, at, ...state }])
}

const partOf = (item: unknown, name: string): unknown => (typeof item === 'object' && item !== null ? Reflect.get(item, name) : undefined)

interface ThreadParts {
  readonly map: Y.Map<unknown>
  readonly list: Y.Array<unknown>
  readonly comments: readonly Comment[]
}

/** @param which Whether it must be one that people see; its only comment may have been taken back. */
function threadIn(doc: Y.Doc, thread: string, which: 'seen' | 'any' = 'seen'): ThreadParts {
  const map = storyThreads(doc).get(thread)
  const list: unknown = map instanceof Y.Map ? map.get('comments') : undefined
  const comments = readThreads(doc).find((candidate) => candidate.id === thread)?.comments
  if ((comments === undefined && which === 'seen') || !(map instanceof Y.Map) || !(list instanceof Y.Array)) throw new DeskError('no-thread', 'This conversation is not part of the story any more.')
  return { map, list, comments: comments ?? [] }
}
