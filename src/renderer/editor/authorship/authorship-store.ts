import type { StoryId } from '@shared/story/ids'
import { create } from 'zustand'

/** What it was asked about: a block, by the place in the text where it begins, or a field. */
export type Asked = { readonly story: StoryId } & ({ readonly block: number } | { readonly field: string })

interface AuthorshipView {
  /** The story in whose whole text it is shown who wrote what. */
  readonly whole: StoryId | null
  readonly asked: Asked | null
}

export const useAuthorship = create<AuthorshipView>(() => ({ whole: null, asked: null }))

export const showWholeAuthorship = (whole: StoryId | null): void => useAuthorship.setState({ whole, asked: null })
export const askAboutBlock = (story: StoryId, block: number): void => useAuthorship.setState({ asked: { story, block } })
export const askAboutField = (story: StoryId, field: string): void => useAuthorship.setState({ asked: { story, field } })
export const closeAsked = (): void => useAuthorship.setState({ asked: null })

/** The block of a story about which it was asked; null when it was about something else. */
export const askedBlock = ({ asked }: AuthorshipView, story: StoryId): number | null => (asked?.story === story && 'block' in asked ? asked.block : null)
/** The field of a story about which it was asked; null when it was about something else. */
export const askedField = ({ asked }: AuthorshipView, story: StoryId): string | null => (asked?.story === story && 'field' in asked ? asked.field : null)
