import './stage-track.css'
import type { DeskInfo } from '@shared/ipc'
import { Check, Circle, CircleDot } from 'lucide-react'
import { ApprovalLine } from './ApprovalLine'
import type { ShownStage } from './stages-shown'

const icons = { done: Check, waiting: CircleDot, later: Circle } as const
const said = { done: 'done', waiting: 'under way', later: 'still to come' } as const

/** The stages of a sign-off, one below the other: what is done, what it waits for, and what comes. */
export function StageTrack({ stages, desk }: { readonly stages: readonly ShownStage[]; readonly desk: DeskInfo }) {
  return (
    <ol className="stages" aria-label="Stages of the sign-off">
      {stages.map(({ name, standing, approvals, waits }, place) => {
        const Icon = icons[standing]
        return (
          <li key={`${place} ${name}`} className={`stages__one stages__one--${standing}`} aria-current={standing === 'waiting' ? 'step' : undefined}>
            <span className="stages__mark">
              <Icon size={13} strokeWidth={2.4} aria-hidden />
            </span>
            <div className="stages__what">
              <p className="stages__name">
                {name}
                <span className="visually-hidden">, {said[standing]}</span>
              </p>
              {approvals.map((approval) => (
                <ApprovalLine key={approval.event} approval={approval} desk={desk} />
              ))}
              {waits !== '' && <p className="stages__waits">{waits}</p>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
