import type { StoryId } from '@shared/story/ids'

const positions = new Map<StoryId, number>()

/** How far down a story was when it was left in this run of the app. */
export const scrollOf = (story: StoryId): number => positions.get(story) ?? 0
export const rememberScroll = (story: StoryId, top: number): void => void positions.set(story, top)
