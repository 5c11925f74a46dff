import './changes.css'
import type { StoryStatus } from '@shared/ipc'
import { RedlineFrom, RedlineTo } from '@shared/ipc/redline-sides'
import { GitCompare } from 'lucide-react'
import type { ReactNode } from 'react'
import { Empty } from '../../ui/Empty'
import { baseOptions, compareWith, optionOf, useComparison } from './compare-base'
import { ReadChanges } from './ReadChanges'
import { Versions } from './Versions'
import { useRedline } from './use-redline'

interface ChangesProps {
  readonly status: StoryStatus
  /** Whether it has the room of a page; beside the story, only what changed is shown. */
  readonly full: boolean
  /** Right of the counts. */
  readonly aside?: ReactNode
}

/** What changed in the story between two of its versions. */
export function Changes({ status, full, aside }: ChangesProps) {
  const { from, to } = useComparison(status)
  const { redline, problem } = useRedline(status, from, to)
  if (from === null) {
    const words = 'Versions are kept after each stretch of work, and when the story is submitted. What changed since one of them is shown here.'
    return full ? <Empty icon={GitCompare} title="Nothing to compare with yet">{words}</Empty> : <p className="inspector__quiet">{words}</p>
  }
  const options = baseOptions(status)
  return (
    <div className={`redline ${full ? 'redline--full' : ''}`}>
      <Versions
        from={optionOf(from, status)}
        to={to}
        fromOptions={[...options, { value: 'none', label: 'Nothing: all of it is new' }]}
        toOptions={[{ value: 'current', label: 'As it is now' }, ...options]}
        wide={full}
        onChange={(one, other) => compareWith(status.id, RedlineFrom.parse(one), RedlineTo.parse(other))}
      />
      {problem && (
        <p className="redline__problem" role="alert">
          {problem.message}
        </p>
      )}
      {!redline && !problem && (
        <p className="inspector__quiet" aria-busy>
          Comparing…
        </p>
      )}
      {redline && <ReadChanges key={`${status.id} ${from} ${to}`} redline={redline} full={full} aside={aside} />}
    </div>
  )
}
