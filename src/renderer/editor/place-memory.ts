import type { StoryId } from '@shared/story/ids'
import { z } from 'zod'

const position = z.int().nonnegative()
const Cursor = z.object({ anchor: position, head: position })
const Scroll = z.object({ block: position, offset: z.number() })
const Place = z.object({ cursor: Cursor.optional(), scroll: Scroll.optional() })
const Places = z.array(z.tuple([z.string(), Place])).catch([])

/** Where the cursor was, as positions of the text. */
export type Cursor = z.infer<typeof Cursor>
/** Which block was the first in sight, and how far below the upper edge it began (above it: less than 0); CSS pixels. */
export type Scroll = z.infer<typeof Scroll>
type Place = z.infer<typeof Place>

const storedAs = 'copydesk.places'
/** Of so many stories; the ones that were left longest ago are forgotten first. */
const limit = 200

/** The story that was left last comes last. */
const places = new Map<string, Place>(Places.parse(stored()))

/** Where someone at this computer left a story, in this run of the app or an earlier one. */
export const placeIn = (story: StoryId): Place => places.get(story) ?? {}

export function rememberPlace(story: StoryId, place: Place): void {
  const before = places.get(story)
  places.delete(story)
  places.set(story, { ...before, ...place })
  const [oldest] = places.keys()
  if (places.size > limit && oldest !== undefined) places.delete(oldest)
  try {
    localStorage.setItem(storedAs, JSON.stringify([...places]))
  } catch {
    // Without room for it, it is remembered until the app ends.
  }
}

function stored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(storedAs) ?? '[]')
  } catch {
    return []
  }
}
