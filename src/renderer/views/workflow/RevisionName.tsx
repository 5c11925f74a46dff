import './revision-name.css'
import type { RevisionId } from '@shared/story/ids'

/** As many digits of a revision's name as people compare by eye. */
export const shortRevision = (id: RevisionId): string => id.slice(0, 8)

/** A revision by the start of its name; the whole name is in its title. */
export function RevisionName({ id }: { readonly id: RevisionId }) {
  return (
    <code className="revision-name" title={id}>
      {shortRevision(id)}
    </code>
  )
}
