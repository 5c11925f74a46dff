import type { StoryId } from '@shared/story/ids'
import { create } from 'zustand'

interface AuthorshipView {
  /** The story in whose whole text it is shown who wrote what. */
  readonly whole: StoryId | null
  /** The block about which it was asked, by the place in the text where it begins. */
  readonly block: { readonly story: StoryId; readonly from: number } | null
}

export const useAuthorship = create<AuthorshipView>(() => ({ whole: null, block: null }))

export const showWholeAuthorship = (whole: StoryId | null): void => useAuthorship.setState({ whole, block: null })
export const askAboutBlock = (story: StoryId, from: number): void => useAuthorship.setState({ block: { story, from } })
export const closeBlockAuthorship = (): void => useAuthorship.setState({ block: null })
