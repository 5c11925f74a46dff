import type { MemberId } from '../story/ids'
import type { Thread } from '../story/thread'

/** Where in a story the thing is that a thread is about; `gone` when the text no longer has it. */
export type Whereabouts = 'text' | 'field' | 'story' | 'gone'

export interface ThreadFilter {
  readonly state: 'open' | 'resolved' | 'all'
  /** Threads that have to do with the reader: in which they said something, which mention them, with something new. */
  readonly concern: 'any' | 'mine' | 'mentionsMe' | 'unread'
  /** Threads in which this member said something. */
  readonly author: MemberId | null
  readonly where: Whereabouts | 'any'
  readonly search: string
}

export const everyOpenThread: ThreadFilter = { state: 'open', concern: 'any', author: null, where: 'any', search: '' }

/** A thread as one member sees it. */
export interface ReadThread extends Omit<Thread, 'comments'> {
  readonly comments: readonly (Thread['comments'][number] & { readonly unread: boolean })[]
}

export const hasUnread = ({ comments }: ReadThread): boolean => comments.some(({ unread }) => unread)

/** Whether a thread is shown. One that was resolved with something new in it is among the open ones until that was seen. */
export function isShown(thread: ReadThread, filter: ThreadFilter, { me, where, nameOf }: { readonly me: MemberId | undefined; readonly where: Whereabouts; readonly nameOf: (member: MemberId) => string }): boolean {
  const { comments, resolved, quote } = thread
  if (filter.state === 'open' && resolved && !hasUnread(thread)) return false
  if (filter.state === 'resolved' && !resolved) return false
  if (filter.where !== 'any' && filter.where !== where) return false
  if (filter.author !== null && !comments.some(({ by, removed }) => by === filter.author && !removed)) return false
  if (filter.concern === 'mine' && !comments.some(({ by }) => by === me)) return false
  if (filter.concern === 'mentionsMe' && !comments.some(({ mentions }) => mentions.some(({ member }) => member === me))) return false
  if (filter.concern === 'unread' && !hasUnread(thread)) return false
  const said = [quote, ...comments.flatMap(({ text, by, mentions }) => [text, nameOf(by), ...mentions.map(({ member }) => nameOf(member))])].map(plain)
  return plain(filter.search).split(/\s+/).every((word) => said.some((text) => text.includes(word)))
}

/** How many of the choices are other than they are at first; the search is seen anyway. */
export const choicesMade = ({ state, concern, author, where }: ThreadFilter): number => [state !== 'open', concern !== 'any', author !== null, where !== 'any'].filter(Boolean).length

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
