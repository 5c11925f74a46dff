import { changeClasses } from '../redline/change-words'
import type { Redline } from '../redline/redline-shape'

const small = new Set(['wording', 'format'])

/**
 * Why the redline of a change says that it needs a review, for a person; null when it says nothing of the kind. It knows the names of
 * the desk and numbers in words. Asked before something is signed; what makes a log's state is `changeBetween`, which never changes.
 */
export function whyNotByClasses(counts: Redline['counts']): string | null {
  const touched = changeClasses.find(({ id }) => !small.has(id) && (counts[id] ?? 0) > 0)
  return touched === undefined ? null : `The change touches ${touched.id === 'image' ? 'an' : 'a'} ${touched.one}, so it needs a review.`
}
