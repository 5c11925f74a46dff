import type { Revision } from '../story/revision'
import { canonicalText } from '../story/canonical'
import { passagesOf, touchable, wordsOf, type Passage, type Word } from './passages'

/** How a revision differs from another one, as far as it matters for approving it again with one key. */
export interface Change {
  /** Words that differ; words that look different but say the same are not counted. */
  readonly words: number
  /** What else differs, or what the differing words are part of, for a sentence; null when it is plain wording. */
  readonly touches: string | null
}

/**
 * The measure of small changes. It is part of what makes a log's state, so it must never change: a revision that was approved
 * again under it would lose its approval. (The redline, which people read, may become better.) Where it can't be sure, it says so.
 */
export function changeBetween(before: Revision, after: Revision): Change {
  const other = otherThanBody(before, after)
  if (other !== null) return { words: 0, touches: other }
  const [older, newer] = [passagesOf(before.body), passagesOf(after.body)]
  if (older.length !== newer.length) return { words: 0, touches: 'a block of the text' }
  let words = 0
  for (const [index, passage] of newer.entries()) {
    const was = older[index]
    if (was === undefined || was.shape !== passage.shape) return { words, touches: 'a block of the text' }
    const change = changeOfPassage(was, passage)
    words += change.words
    if (change.touches !== null) return { words, touches: change.touches }
  }
  return { words, touches: null }
}

/** Why a change is too much for one key, for a person; null when it is not. @param most Words that may differ; null when none may. */
export function whyNotSmall(change: Change | null, most: number | null): string | null {
  if (most === null) return 'The rules of sign-off don’t let changes be approved with one key. Submit the story for review.'
  if (change === null) return 'How much was changed can’t be told.'
  if (change.touches !== null) return `The change touches ${change.touches}, so it needs a review.`
  if (change.words > most) return most === 0 ? 'Words were changed, so it needs a review.' : `More than ${most} ${most === 1 ? 'word was' : 'words were'} changed, so it needs a review.`
  return null
}

function otherThanBody(before: Revision, after: Revision): string | null {
  if (before.story !== after.story) return 'another story'
  if (before.kind !== after.kind) return 'the kind of story'
  const fields = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])].sort()
  const field = fields.find((id) => canonicalText(before.fields[id] ?? null) !== canonicalText(after.fields[id] ?? null))
  if (field !== undefined) return field === 'headline' || field === 'summary' ? `the ${field}` : 'a field of the form'
  return canonicalText(before.assets) === canonicalText(after.assets) ? null : 'an image or a file'
}

function changeOfPassage(before: Passage, after: Passage): Change {
  // Most passages are the same to the letter: only the others are read word by word.
  if (before.quoted === after.quoted && canonicalText(before.content) === canonicalText(after.content)) return { words: 0, touches: null }
  const [gone, come] = different(wordsOf(before), wordsOf(after))
  const touched = new Set([...gone, ...come].map(({ touches }) => touches))
  return { words: Math.max(gone.length, come.length), touches: touchable.find((touches) => touched.has(touches)) ?? null }
}

/** More words than these between the first and the last difference of a passage are all taken to be different. */
const reach = 400

/** The words that only one of two passages has. */
function different(before: readonly Word[], after: readonly Word[]): readonly [gone: readonly Word[], come: readonly Word[]] {
  const start = commonStart(before, after)
  const end = commonStart(before.slice(start).reverse(), after.slice(start).reverse())
  const gone = before.slice(start, before.length - end)
  const come = after.slice(start, after.length - end)
  return gone.length > reach || come.length > reach ? [gone, come] : withoutCommon(gone, come)
}

function commonStart(one: readonly Word[], other: readonly Word[]): number {
  let length = 0
  while (length < one.length && length < other.length && one[length]?.key === other[length]?.key) length += 1
  return length
}

/** Without a longest common subsequence of both; of several, the one that begins first in the older words. */
function withoutCommon(gone: readonly Word[], come: readonly Word[]): readonly [readonly Word[], readonly Word[]] {
  const width = come.length + 1
  const longest = new Uint16Array((gone.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = gone.length - 1; i >= 0; i--) for (let j = come.length - 1; j >= 0; j--) longest[i * width + j] = gone[i]?.key === come[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const onlyBefore: Word[] = []
  const onlyAfter: Word[] = []
  let [i, j] = [0, 0]
  while (i < gone.length || j < come.length) {
    const [older, newer] = [gone[i], come[j]]
    if (older !== undefined && newer !== undefined && older.key === newer.key) [i, j] = [i + 1, j + 1]
    else if (older !== undefined && (newer === undefined || at(i + 1, j) >= at(i, j + 1))) {
      onlyBefore.push(older)
      i += 1
    } else if (newer !== undefined) {
      onlyAfter.push(newer)
      j += 1
    }
  }
  return [onlyBefore, onlyAfter]
}
