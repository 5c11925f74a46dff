import type { DeskInfo } from '@shared/ipc'
import type { StoryId } from '@shared/story/ids'
import { create } from 'zustand'
import { actingMember, useApp } from '../../app/app-store'

/** How suggestions are shown: in the text, or the text as it would be or as it is without them. */
export type SuggestionView = 'all' | 'accepted' | 'without'

interface SuggestMode {
  /** Stories for which somebody has chosen, by the story and the member: others follow who acts. */
  readonly chosen: ReadonlyMap<string, boolean>
  readonly views: ReadonlyMap<StoryId, SuggestionView>
}

export const useSuggestMode = create<SuggestMode>(() => ({ chosen: new Map(), views: new Map() }))

/** Whether a member may write a story here themselves, and so answer what others suggest. */
export function mayWrite(desk: DeskInfo | null, story: StoryId): boolean {
  const guest = desk?.guests?.find((one) => one.story === story)
  const member = guest === undefined ? actingMember({ desk }) : guest.members.find(({ id }) => id === desk?.currentMember)
  return member?.roles.some((role) => role === 'writer' || role === 'admin') === true
}

/** Whether what is done to the text of a story is suggested. It is at first for who is asked to review and not to write, and for a story of another desk. */
export function isSuggesting(story: StoryId): boolean {
  const { desk } = useApp.getState()
  return useSuggestMode.getState().chosen.get(keyOf(desk, story)) ?? byDefault(desk, story)
}

/** As `isSuggesting`, for a component. */
export function useIsSuggesting(story: StoryId): boolean {
  const desk = useApp((state) => state.desk)
  return useSuggestMode(({ chosen }) => chosen.get(keyOf(desk, story))) ?? byDefault(desk, story)
}

const byDefault = (desk: DeskInfo | null, story: StoryId): boolean => desk !== null && (!mayWrite(desk, story) || desk.guests?.some((guest) => guest.story === story) === true)

export function setSuggesting(story: StoryId, on: boolean): void {
  const key = keyOf(useApp.getState().desk, story)
  useSuggestMode.setState(({ chosen }) => ({ chosen: new Map(chosen).set(key, on) }))
}

const keyOf = (desk: DeskInfo | null, story: StoryId): string => `${story}/${desk?.currentMember ?? ''}`

export const viewOf = (story: StoryId): SuggestionView => useSuggestMode.getState().views.get(story) ?? 'all'
export const useSuggestionView = (story: StoryId): SuggestionView => useSuggestMode(({ views }) => views.get(story) ?? 'all')

export function showSuggestions(story: StoryId, view: SuggestionView): void {
  useSuggestMode.setState(({ views }) => ({ views: new Map(views).set(story, view) }))
}
