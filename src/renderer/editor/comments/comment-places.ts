import type { Whereabouts } from '@shared/comments/filter-threads'
import type { StoryId } from '@shared/story/ids'
import { create } from 'zustand'

/** Where a thread's thing is now. */
export interface ThreadPlace {
  readonly where: Whereabouts
  /** What comes before what: the story, its fields in their order, the text from its start, then what is gone. */
  readonly rank: number
}

/** By the ids of threads. */
export type PlacesOfStory = ReadonlyMap<string, ThreadPlace>

/** Threads on one block of the text, for the mark beside it. */
export interface MarkedBlock {
  /** What the block is called on the page. */
  readonly name: string
  readonly threads: readonly string[]
}

interface CommentPlaces {
  readonly story: StoryId | null
  readonly places: PlacesOfStory
  readonly blocks: readonly MarkedBlock[]
}

/** Where the threads of the story that is shown are. */
export const useCommentPlaces = create<CommentPlaces>(() => ({ story: null, places: new Map(), blocks: [] }))
