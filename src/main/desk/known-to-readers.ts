import { linkedStories } from '../../shared/document/linked-stories'
import type { Known } from '../../shared/redline/known'
import type { Revision } from '../../shared/story/revision'
import { headlinesOf } from '../store/headlines'
import type { Desk } from './desk'
import { kindNamed } from './kinds'

/** What the desk knows that two revisions don't say: the form of the newer one's kind, what kinds are called, and the headlines of the stories that they lead to. */
export function knownToReaders(desk: Desk, before: Revision | null, after: Revision, kind = kindNamed(desk, after.kind)): Omit<Known, 'names'> & { readonly kind: NonNullable<Known['kind']> } {
  const linked = [before, after].flatMap((revision) => (revision === null ? [] : [...linkedStories(revision.body)]))
  return { kind, kinds: new Map(desk.kinds.map(({ id, label }) => [id, label])), stories: headlinesOf(desk.db, new Set(linked)) }
}
