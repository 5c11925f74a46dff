import './decision.css'
import type { DeskInfo, StoryStatus } from '@shared/ipc'
import { Check, CornerDownLeft } from 'lucide-react'
import { When } from './When'
import { fullDate } from '../../ui/dates'
import { RevisionName } from '../workflow/RevisionName'
import { dueText, isOverdue } from './due'
import { listOfNames, nameOf } from './people'

/** Who has to decide, by when, and what was decided. */
export function Decision({ status, desk }: { readonly status: StoryStatus; readonly desk: DeskInfo }) {
  return (
    <section className="inspector__section" aria-labelledby="decision-title">
      <h3 className="inspector__heading" id="decision-title">
        Decision
      </h3>
      <Waiting status={status} desk={desk} />
      <Requested status={status} desk={desk} />
      <Approvals status={status} desk={desk} />
    </section>
  )
}

function Waiting({ status, desk }: { readonly status: StoryStatus; readonly desk: DeskInfo }) {
  const { state, submitted, approvals, scheduledFor } = status.workflow
  if (state === 'archived') return <p className="inspector__quiet">The story is in the archive.</p>
  if (state === 'draft') return <p className="inspector__quiet">Not submitted for review yet.</p>
  if (submitted === null || state === 'changesRequested') return null
  const missing = desk.policy.approvals - approvals.length
  const asked = submitted.reviewers.filter((id) => !approvals.some(({ by }) => by === id)).map((id) => nameOf(desk, id))
  return (
    <div className="decision-card">
      <p>
        Submitted by <strong>{nameOf(desk, submitted.by)}</strong> <When at={submitted.at} /> <RevisionName id={submitted.revision} />
      </p>
      {submitted.note !== '' && <blockquote dir="auto">{submitted.note}</blockquote>}
      {state === 'inReview' && (
        <p>
          {asked.length > 0 ? `Waiting for ${listOfNames(asked)}` : 'Waiting for any reviewer'}
          {missing > 1 && `; ${missing} approvals are needed`}.
        </p>
      )}
      {scheduledFor !== null && <p>To be published on {fullDate(scheduledFor)}.</p>}
      {state === 'inReview' && submitted.due !== null && <p className={isOverdue(submitted.due) ? 'decision-card__overdue' : ''}>{dueText(submitted.due)}</p>}
      {state === 'inReview' && submitted.revision !== status.currentRevision && <p className="inspector__quiet">Edited since. What is reviewed is the submitted version.</p>}
    </div>
  )
}

function Requested({ status, desk }: { readonly status: StoryStatus; readonly desk: DeskInfo }) {
  const request = status.workflow.changesRequested
  if (request === null) return null
  return (
    <div className="decision-card decision-card--changes">
      <p className="decision-card__who">
        <CornerDownLeft size={15} aria-hidden />
        <span>
          <strong>{nameOf(desk, request.by)}</strong> asked for changes <When at={request.at} /> <RevisionName id={request.revision} />
        </span>
      </p>
      <blockquote dir="auto">{request.reason}</blockquote>
    </div>
  )
}

function Approvals({ status, desk }: { readonly status: StoryStatus; readonly desk: DeskInfo }) {
  const { approvals } = status.workflow
  return (
    <>
      {approvals.map((approval) => (
        <div key={approval.event} className="decision-card decision-card--approved">
          <p className="decision-card__who">
            <Check size={15} aria-hidden />
            <span>
              <strong>{nameOf(desk, approval.by)}</strong> approved <When at={approval.at} /> <RevisionName id={approval.revision} />
            </span>
          </p>
          {approval.note !== '' && <blockquote dir="auto">{approval.note}</blockquote>}
        </div>
      ))}
    </>
  )
}
