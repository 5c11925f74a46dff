import { create } from 'zustand'

/** A new comment that is being written: kept while the person looks at other tabs, so that no word is lost. */
export interface CommentDraft {
  readonly open: boolean
  /** The words of the story that it is about; '' for the story as a whole. */
  readonly quote: string
  readonly text: string
}

const none: CommentDraft = { open: false, quote: '', text: '' }
export const useCommentDraft = create<CommentDraft>(() => none)

/** Opens the box for a new comment; words typed before stay. */
export function startComment(quote: string): void {
  useCommentDraft.setState(({ text }) => ({ open: true, quote, text }))
}

export const writeComment = (text: string): void => useCommentDraft.setState({ text })
export const dropComment = (): void => useCommentDraft.setState(none)
