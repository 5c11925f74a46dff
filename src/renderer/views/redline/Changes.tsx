import type { StoryStatus } from '@shared/ipc'
import { RevisionId } from '@shared/story/ids'
import type { Redline } from '@shared/redline/redline-shape'
import { ChevronDown, ChevronUp, GitCompare } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { IconButton } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Select } from '../../ui/Field'
import { baseOptions, compareWith, useBase } from './compare-base'
import { changesText, countsByClass } from './change-counts'
import { RedlineText } from './RedlineText'
import { useRedline } from './use-redline'
import { walkChanges } from './walk-changes'

interface ChangesProps {
  readonly status: StoryStatus
  /** Whether unchanged text is shown too. */
  readonly full: boolean
  /** Right of the counts. */
  readonly aside?: ReactNode
}

/** What changed in the story since another of its versions. N and P lead from change to change. */
export function Changes({ status, full, aside }: ChangesProps) {
  const base = useBase(status)
  const { redline, problem } = useRedline(status, base, 'current')
  const options = baseOptions(status)
  if (base === null || options.length === 0) {
    const words = 'A version is kept each time that the story is submitted. After that, what changed since is shown here.'
    return full ? <Empty icon={GitCompare} title="Nothing to compare with yet">{words}</Empty> : <p className="inspector__quiet">{words}</p>
  }
  return (
    <div className={`redline ${full ? 'redline--full' : ''}`}>
      <Select label="Since" value={valueOf(base, status)} options={options} onChange={(event) => compareWith(status.id, RevisionId.parse(event.target.value))} />
      {problem && <p className="inspector__quiet">{problem.message}</p>}
      {redline && <Shown redline={redline} full={full} aside={aside} />}
    </div>
  )
}

/** The option that stands for a base, which may be named by what it is. */
function valueOf(base: string, { workflow }: StoryStatus): string {
  if (base === 'approved') return workflow.approvedRevision ?? ''
  if (base === 'submitted') return workflow.submitted?.revision ?? ''
  return base
}

function Shown({ redline, full, aside }: { readonly redline: Redline; readonly full: boolean; readonly aside?: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<ReturnType<typeof walkChanges>>(null)
  const walk = (step: 1 | -1): void => {
    if (ref.current) setPlace(walkChanges(ref.current, step))
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const step = { n: 1, p: -1 }[event.key.toLowerCase()]
    if (step !== 1 && step !== -1) return
    event.preventDefault()
    walk(step)
  }
  if (redline.total === 0) {
    return (
      <>
        <p className="inspector__quiet">Nothing changed since.</p>
        {full && <RedlineText redline={redline} full />}
      </>
    )
  }
  return (
    <>
      <div className="redline__bar">
        <p className="redline__counts">
          <strong>{changesText(redline.total)}</strong> · {countsByClass(redline.counts).map(({ text }) => text).join(' · ')}
        </p>
        <span className="redline__walk">
          <span className="redline__at" role="status">
            {place && `${place.at} of ${place.of}`}
          </span>
          <IconButton icon={ChevronUp} label="Previous change" keys="P" size="small" onClick={() => walk(-1)} />
          <IconButton icon={ChevronDown} label="Next change" keys="N" size="small" onClick={() => walk(1)} />
          {aside}
        </span>
      </div>
      <div ref={ref} className="redline__read" role="region" aria-label="What changed" tabIndex={0} onKeyDown={hear}>
        <RedlineText redline={redline} full={full} />
      </div>
    </>
  )
}
