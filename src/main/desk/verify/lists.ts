import type { DeskDatabase } from '../../store/database'
import { storyIds } from '../../store/stories'
import { indexedIds, talliesAreRight } from '../../store/story-index'
import type { Findings } from './findings'

/** What can only be seen of the lists as a whole. */
export function checkIndexAsWhole(db: DeskDatabase, findings: Findings): void {
  db.transaction(() => {
    const known = new Set<string>(storyIds(db))
    for (const id of indexedIds(db)) if (!known.has(id)) findings.fault('Lists and search', `The lists show a story that is not on the desk: ${id}. ‘copydesk verify --rebuild’ removes it.`)
    if (!talliesAreRight(db)) findings.fault('Lists and search', 'The counts beside the views are not those of the lists. ‘copydesk verify --rebuild’ makes them anew.')
  })()
}
