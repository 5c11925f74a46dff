import './clearances.css'
import { checkOf, mustBeCleared } from '@shared/clearance/clearances-of'
import type { StoryStatus } from '@shared/ipc'
import { useEffect } from 'react'
import { bodyEditorOf } from '../../../editor/body/body-editor'
import { followClearances, useClearances, type PlacedStanding } from '../../../editor/clearances/clearances-of-text'
import { shortcutLabel } from '../../../app/shortcuts'
import { useStorySession } from '../../../story/StoryProvider'
import { mayNow } from '../../workflow/allowed-now'
import { ChangedPart, ClearedPart, GonePart } from './ClearedPart'
import { NotCleared } from './NotCleared'

/** Which parts of the text somebody vouches for, which were changed since, and which nobody has cleared. */
export function Clearances({ status }: { readonly status: StoryStatus }) {
  const session = useStorySession()
  useEffect(() => followClearances(session, bodyEditorOf(session).editor, 'list'), [session])
  const { story, parts, gone } = useClearances()
  if (story !== session.id) return null
  const changed = parts.filter(({ before }) => before !== null)
  const cleared = parts.filter((standing) => standing.cleared.length > 0)
  const may = mayNow(status, 'clear')
  return (
    <section className="inspector__section clearances" aria-labelledby="clearances-title">
      <h3 className="inspector__heading" id="clearances-title">
        Clearances
        <span className="inspector__count">{countsInWords(cleared.length, changed.length)}</span>
      </h3>
      {changed.length + cleared.length + gone.length > 0 ? (
        <ul className="clearances__list" aria-labelledby="clearances-title">
          {changed.map((standing) => (
            <ChangedPart key={`${standing.from} ${standing.part.kind}`} standing={standing} may={may} />
          ))}
          {cleared.map((standing) => (
            <ClearedPart key={`${standing.from} ${standing.part.kind}`} standing={standing} may={may} />
          ))}
          {gone.map((clearance) => (
            <GonePart key={clearance.event} clearance={clearance} may={may} />
          ))}
        </ul>
      ) : (
        <p className="inspector__quiet">
          Nothing is cleared yet. {may ? `Put the cursor into a quotation, a picture or a figure, and press ${shortcutLabel('story.clear')}.` : 'A reviewer can clear a quotation, a picture or a figure by itself.'}
        </p>
      )}
      <NotCleared parts={openParts(status, parts)} may={may} />
    </section>
  )
}

const countsInWords = (cleared: number, changed: number): string => [cleared > 0 && `${cleared} cleared`, changed > 0 && `${changed} changed since`].filter((words) => words !== false).join(', ')

/** What could be cleared and is not: statements and pictures, and what the rules ask for. */
function openParts({ policy }: StoryStatus, parts: readonly PlacedStanding[]): PlacedStanding[] {
  const asked = (kind: PlacedStanding['part']['kind']): boolean => policy.blocking.includes(checkOf[kind])
  return parts.filter(({ part, cleared, before }) => cleared.length === 0 && before === null && mustBeCleared(part) && (asked(part.kind) || (part.kind !== 'number' && part.kind !== 'table')))
}
