import { plainWord } from '@shared/language/words-to-check'
import type { StoryId } from '@shared/story/ids'
import { z } from 'zod'
import { keepHere, keptHere } from '../../app/keep-here'

const Ignored = z.array(z.string()).max(2000).catch([])
const keyOf = (story: StoryId): string => `copydesk.ignored.${story}`
const remembered = new Map<StoryId, ReadonlySet<string>>()

/** Words that somebody at this computer let pass in one story. */
export function ignoredIn(story: StoryId): ReadonlySet<string> {
  const known = remembered.get(story)
  if (known !== undefined) return known
  const read = new Set(Ignored.parse(keptHere(keyOf(story))))
  remembered.set(story, read)
  return read
}

export function ignoreIn(story: StoryId, word: string): void {
  const words = new Set([...ignoredIn(story), plainWord(word)])
  remembered.set(story, words)
  keepHere(keyOf(story), [...words])
}
