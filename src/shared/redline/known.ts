import type { Kind } from '../story/kind'
import type { KindId, StoryId } from '../story/ids'
import { nameWords, type NameWords } from './names'

/** What a desk knows that two revisions don't say themselves. What is not known is told as well as it can be. */
export interface Known {
  /** Gives the fields their names, their types and their order. */
  readonly kind?: Kind
  readonly names: NameWords
  /** What kinds are called. */
  readonly kinds: ReadonlyMap<KindId, string>
  /** The headlines of the stories that the two lead to. */
  readonly stories: ReadonlyMap<StoryId, string>
}

/** Of a desk that knows nothing, or whose knowledge must change nothing: it counts the same everywhere. */
export const nothingKnown: Known = { names: nameWords([]), kinds: new Map(), stories: new Map() }
