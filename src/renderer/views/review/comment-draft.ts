import type { StoryId } from '@shared/story/ids'
import { create } from 'zustand'

/** A new comment that is being written. */
export interface CommentDraft {
  /** The words of the story that it is about; '' for the story as a whole. */
  readonly quote: string
  readonly text: string
}

/** Drafts by story: kept while the person looks at another tab or story, so that no word is lost. */
const useDrafts = create<{ readonly [Id in StoryId]?: CommentDraft }>(() => ({}))

export const useCommentDraft = (story: StoryId): CommentDraft | null => useDrafts((drafts) => drafts[story] ?? null)

/** Opens the box for a new comment; words typed before stay. */
export function startComment(story: StoryId, quote: string): void {
  useDrafts.setState((drafts) => ({ [story]: { quote, text: drafts[story]?.text ?? '' } }))
}

export function writeComment(story: StoryId, text: string): void {
  useDrafts.setState((drafts) => ({ [story]: { quote: drafts[story]?.quote ?? '', text } }))
}

export const dropComment = (story: StoryId): void => useDrafts.setState(({ [story]: _, ...others }) => others, true)
