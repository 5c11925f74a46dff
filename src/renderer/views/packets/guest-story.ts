import type { DeskInfo } from '@shared/ipc'
import type { GuestStory } from '@shared/packet/story-home'
import type { StoryId } from '@shared/story/ids'
import { useApp } from '../../app/app-store'

/** What is known of the desk that a story belongs to; undefined for a story of the open desk. */
export function guestNamed(desk: Pick<DeskInfo, 'guests'> | null, story: StoryId): GuestStory | undefined {
  return desk?.guests?.find((guest) => guest.story === story)
}

/** The same for a story that is shown. */
export const useGuest = (story: StoryId): GuestStory | undefined => useApp(({ desk }) => guestNamed(desk, story))
