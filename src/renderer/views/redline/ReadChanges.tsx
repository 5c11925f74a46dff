import { changesText } from '@shared/redline/change-words'
import type { ChangeClass, Redline } from '@shared/redline/redline-shape'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useCommands } from '../../app/command-registry'
import { shortcutLabel } from '../../app/shortcuts'
import { IconButton } from '../../ui/Button'
import { Segments } from '../../ui/Segments'
import { ClassFilter } from './ClassFilter'
import { Legend } from './Legend'
import { RedlineText } from './RedlineText'
import { useRedlineView } from './redline-view'
import { showChange, stepFrom, walked } from './walk-changes'

interface ReadChangesProps {
  readonly redline: Redline
  readonly full: boolean
  readonly aside: ReactNode
}

/** A redline to read: how much changed and of which sort, a way from change to change, and the text. */
export function ReadChanges({ redline, full, aside }: ReadChangesProps) {
  const whole = useRedlineView(({ whole: chosen }) => chosen) && full
  const [only, setOnly] = useState<ReadonlySet<ChangeClass>>(new Set())
  const { ref, place, walk } = useWalk(redline, only)
  const total = changesText(redline.total)
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
        <p className="inspector__quiet">Nothing changed.</p>
        {full && <RedlineText redline={redline} full />}
      </>
    )
  }
  return (
    <>
      <div className="redline__bar">
        <p className="redline__total">{`${total.charAt(0).toUpperCase()}${total.slice(1)}`}</p>
        {full && (
          <Segments
            label="How much of the text"
            value={whole ? 'whole' : 'changes'}
            options={[
              { value: 'whole', label: 'Whole text' },
              { value: 'changes', label: 'Only edits' },
            ]}
            onChange={(next) => useRedlineView.setState({ whole: next === 'whole' })}
          />
        )}
        <span className="redline__walk">
          <span className="redline__at" role="status">
            {place}
          </span>
          <IconButton icon={ChevronUp} label="Previous change" keys={shortcutLabel('changes.previous')} size="small" onClick={() => walk(-1)} />
          <IconButton icon={ChevronDown} label="Next change" keys={shortcutLabel('changes.next')} size="small" onClick={() => walk(1)} />
          {aside}
        </span>
        <ClassFilter counts={redline.counts} only={only} onChange={setOnly} />
      </div>
      {full && <Legend />}
      <div ref={ref} className="redline__read" role="region" aria-label="What changed" tabIndex={0} onKeyDown={hear}>
        <RedlineText redline={redline} full={whole} only={only} />
      </div>
    </>
  )
}

/** The way from change to change, by buttons, by keys and by the commands of the app. */
function useWalk(redline: Redline, only: ReadonlySet<ChangeClass>) {
  const ref = useRef<HTMLDivElement>(null)
  const [part, setPart] = useState<number | null>(null)
  const parts = useMemo(() => walked(redline.changes, only), [redline, only])
  const walk = useCallback(
    (step: 1 | -1): void => {
      const next = stepFrom(parts, part, step)
      setPart(next)
      if (next !== null && ref.current) showChange(ref.current, next)
    },
    [parts, part],
  )
  useCommands(useMemo(() => ({ 'changes.next': () => walk(1), 'changes.previous': () => walk(-1) }), [walk]))
  const at = part === null ? -1 : parts.indexOf(part)
  return { ref, walk, place: at === -1 ? '' : `${at + 1} of ${parts.length}` }
}
