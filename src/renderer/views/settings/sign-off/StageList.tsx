import { moved } from '@shared/story/edit-kinds'
import type { Member } from '@shared/workflow/member'
import type { Stage } from '@shared/workflow/policy'
import { anyReviewer } from '@shared/workflow/policy-draft'
import { Plus, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button, IconButton } from '../../../ui/Button'
import { TextField } from '../../../ui/Field'
import { MoveHandle } from '../kinds/MoveHandle'
import { useRowDrag } from '../kinds/use-row-drag'
import { ApproversField } from './ApproversField'

interface StageListProps {
  readonly stages: readonly Stage[]
  readonly members: readonly Member[]
  readonly problems: Readonly<Record<string, string>>
  readonly onChange: (stages: readonly Stage[]) => void
}

const most = 9

/** The steps of a sign-off in their order; a step is moved by keys or by dragging. */
export function StageList({ stages, members, problems, onChange }: StageListProps) {
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const nameOf = (place: number): string => stages[place]?.name.trim() || `Stage ${place + 1}`
  const move = (from: number, to: number): void => {
    const name = nameOf(from)
    onChange(moved(stages, from, to))
    setSaid(`${name} is ${to + 1} of ${stages.length}`)
    // The rows keep their places and change what they hold: the handle that moved is another one now.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('.move-handle')[to]?.focus())
  }
  const drag = useRowDrag(true, move)
  const change = (place: number, changed: Partial<Stage>): void => onChange(stages.map((stage, at) => (at === place ? { ...stage, ...changed } : stage)))
  const add = (): void => {
    onChange([...stages, { name: '', approvals: 1, by: anyReviewer }])
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus())
  }
  const remove = (place: number): void => {
    setSaid(`${nameOf(place)} was removed`)
    onChange(stages.filter((_, at) => at !== place))
  }
  return (
    <div className="stage-list">
      <ol ref={list} aria-label="Stages">
        {stages.map((stage, place) => (
          <li key={place} className={`stage-list__one ${drag.over === place && drag.dragged !== place ? 'stage-list__one--over' : ''}`} {...drag.row(place)}>
            <MoveHandle name={nameOf(place)} place={place} total={stages.length} onMove={(to) => move(place, to)} />
            <div className="stage-list__fields">
              <TextField label={`Stage ${place + 1}`} value={stage.name} maxLength={60} onChange={(event) => change(place, { name: event.target.value })} error={problems[`stages.${place}.name`]} placeholder="Legal, for instance" />
              <TextField label="Approvals" type="number" min={1} max={9} value={Number.isNaN(stage.approvals) ? '' : stage.approvals} onChange={(event) => change(place, { approvals: event.target.valueAsNumber })} error={problems[`stages.${place}.approvals`]} />
              <ApproversField label="By" value={stage.by} members={members} onChange={(by) => change(place, { by })} error={problems[`stages.${place}.by`]} />
            </div>
            <IconButton icon={Trash2} label={`Remove ‘${nameOf(place)}’`} size="small" unavailable={stages.length === 1 && 'A sign-off in stages has at least one.'} onClick={() => remove(place)} />
          </li>
        ))}
      </ol>
      <Button size="small" icon={Plus} onClick={add} unavailable={stages.length >= most && `A sign-off has at most ${most} stages.`}>
        Add a stage
      </Button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </div>
  )
}
