import type { KeptVersion } from '@shared/history/kept-version'
import type { RevisionId, StoryId } from '@shared/story/ids'
import { create } from 'zustand'
import { showChanges } from '../preview/preview-store'
import { compareWith } from '../redline/compare-base'

interface Naming {
  readonly story: StoryId
  /** Null for the story as it stands. */
  readonly version: Pick<KeptVersion, 'revision' | 'name'> | null
}

interface HistoryChoice {
  /** The version that another one is to be compared with; the next one that is chosen is that. */
  readonly first: { readonly story: StoryId; readonly version: KeptVersion } | null
  readonly naming: Naming | null
}

export const useHistoryChoice = create<HistoryChoice>(() => ({ first: null, naming: null }))

export const chooseFirst = (story: StoryId, version: KeptVersion): void => useHistoryChoice.setState({ first: { story, version } })
export const chooseNoFirst = (): void => useHistoryChoice.setState({ first: null })
export const nameVersionOf = (story: StoryId, version: Naming['version']): void => useHistoryChoice.setState({ naming: { story, version } })
export const nameNothing = (): void => useHistoryChoice.setState({ naming: null })

/** Shows what changed from the earlier of two versions to the later one. */
export function compareTwo(story: StoryId, one: KeptVersion, other: KeptVersion): void {
  const [earlier, later] = one.ended <= other.ended ? [one, other] : [other, one]
  compare(story, earlier.revision, later.revision)
}

/** Shows what changed from a version to the story as it stands. */
export const compareWithNow = (story: StoryId, version: Pick<KeptVersion, 'revision'>): void => compare(story, version.revision, 'current')

function compare(story: StoryId, from: RevisionId, to: RevisionId | 'current'): void {
  chooseNoFirst()
  compareWith(story, from, to)
  showChanges()
}
