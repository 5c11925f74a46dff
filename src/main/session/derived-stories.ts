import type * as Y from 'yjs'
import type { StoryId } from '../../shared/story/ids'
import { deriveStory, type DerivedStory } from '../desk/derive-story'
import type { Desk } from '../desk/desk'
import { deskFor } from '../desk/story-desk'
import { assetsVersion } from '../store/assets'

/** What the stories in memory imply, derived once for each change: the window asks for it after nearly every key. */
export interface DerivedStories {
  of(id: StoryId, doc: Y.Doc): DerivedStory
}

interface Remembered {
  readonly derived: DerivedStory
  /** What it was derived from, beside the document. */
  readonly from: readonly unknown[]
}

export function rememberDerived(desk: Desk): DerivedStories {
  const remembered = new WeakMap<Y.Doc, Remembered>()
  const watched = new WeakSet<Y.Doc>()
  return {
    of(id, doc) {
      const { kinds, members, policy } = deskFor(desk, id)
      const from = [kinds, members, policy, assetsVersion(desk.db)]
      const known = remembered.get(doc)
      if (known !== undefined && known.from.every((part, index) => part === from[index])) return known.derived
      if (!watched.has(doc)) {
        watched.add(doc)
        doc.on('update', () => remembered.delete(doc))
      }
      const derived = deriveStory(desk, id, doc)
      remembered.set(doc, { derived, from })
      return derived
    },
  }
}
