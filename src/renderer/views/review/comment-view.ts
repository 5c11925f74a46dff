import { everyOpenThread, isShown, type ThreadFilter, type Whereabouts } from '@shared/comments/filter-threads'
import type { DeskInfo, ThreadEntry } from '@shared/ipc'
import type { StoryId } from '@shared/story/ids'
import { create } from 'zustand'
import { useCommentPlaces, type PlacesOfStory } from '../../editor/comments/comment-places'
import { nameOf } from './people'

interface CommentView {
  readonly filter: ThreadFilter
  readonly order: 'place' | 'newest'
  /** The thread that is meant now, in the list and in the text; and who said so, so that the other side follows. */
  readonly active: { readonly thread: string; readonly by: MeantBy } | null
  /** Threads that are shown although the filter leaves them out: they had something new until a moment ago. */
  readonly kept: ReadonlySet<string>
}

/** By a click in the text, in the list, by key, or by the quote, which leads into the text. */
type MeantBy = 'text' | 'list' | 'key' | 'quote'

/** How the comments are looked at: which are shown, in which order, and which one is meant. */
export const useCommentView = create<CommentView>(() => ({ filter: everyOpenThread, order: 'place', active: null, kept: new Set() }))

export const showOnly = (filter: Partial<ThreadFilter>): void => useCommentView.setState((view) => ({ filter: { ...view.filter, ...filter }, kept: new Set() }))
export const orderBy = (order: CommentView['order']): void => useCommentView.setState({ order })

/** Means a thread; the list shows it, whatever is filtered. */
export function activateThread(thread: ThreadEntry | undefined, by: MeantBy, desk: DeskInfo | null, places: PlacesOfStory): void {
  if (thread === undefined) return useCommentView.setState({ active: null })
  const { filter, kept } = useCommentView.getState()
  if (desk !== null && !shown([thread], filter, desk, places, kept).includes(thread)) useCommentView.setState({ filter: { ...everyOpenThread, state: thread.resolved ? 'all' : 'open' } })
  useCommentView.setState({ active: { thread: thread.id, by } })
}

/** Means a thread no longer, if it was the one, and shows it no longer than the filter does. */
export const leaveThread = (thread: string): void => useCommentView.setState(({ active, kept }) => ({ active: active?.thread === thread ? null : active, kept: new Set([...kept].filter((other) => other !== thread)) }))
export const keepShown = (thread: string): void => useCommentView.setState(({ kept }) => ({ kept: new Set([...kept, thread]) }))
export const forgetShown = (): void => useCommentView.setState({ kept: new Set() })

/** The threads that a filter lets through. */
export function shown(threads: readonly ThreadEntry[], filter: ThreadFilter, desk: DeskInfo, places: PlacesOfStory, kept: ReadonlySet<string>): ThreadEntry[] {
  const about = (id: string): { me: DeskInfo['currentMember']; where: Whereabouts; nameOf: (member: string) => string } => ({ me: desk.currentMember, where: places.get(id)?.where ?? 'story', nameOf: (member) => nameOf(desk, member) })
  return threads.filter((thread) => isShown(thread, filter, about(thread.id)) || (kept.has(thread.id) && isShown(asNew(thread), filter, about(thread.id))))
}

const asNew = (thread: ThreadEntry): ThreadEntry => ({ ...thread, comments: thread.comments.map((comment) => ({ ...comment, unread: true })) })

/** In the order in which a list shows them. */
export function ordered(threads: readonly ThreadEntry[], order: CommentView['order'], places: PlacesOfStory): ThreadEntry[] {
  if (order === 'newest') return [...threads].sort((a, b) => (lastSaid(a) < lastSaid(b) ? 1 : -1))
  const rank = ({ id }: ThreadEntry): number => places.get(id)?.rank ?? 0
  return [...threads].sort((a, b) => rank(a) - rank(b) || (a.at < b.at ? -1 : 1))
}

const lastSaid = ({ comments, at }: ThreadEntry): string => comments.at(-1)?.at ?? at

/** The places of a story's threads, as far as they are known. */
export const usePlaces = (story: StoryId): PlacesOfStory => useCommentPlaces((known) => (known.story === story ? known.places : none))
const none: PlacesOfStory = new Map()
