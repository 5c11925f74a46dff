import type { Comparer } from '../../redline/comparer'
import { comparisonOf } from '../../session/redline'
import type { Workstation } from '../../workstation'
import type { Handlers } from '../router'

/** What changed between two versions of a story. */
export function redlineHandlers(station: Workstation, comparer: Comparer): Pick<Handlers, 'story.redline'> {
  return {
    'story.redline': ({ id, from, to }) => comparer.compare(comparisonOf(station.need(), id, from, to)),
  }
}
