import './decision.css'
import type { DeskInfo, StoryStatus } from '@shared/ipc'
import { Check, CornerDownLeft } from 'lucide-react'
import { When } from './When'
import { fullDate } from '../../ui/dates'
import { Button } from '../../ui/Button'
import { mayNow } from '../workflow/allowed-now'
import { RevisionName } from '../workflow/RevisionName'
import { decideIn } from '../workflow/workflow-store'
import { ApprovalLine } from './ApprovalLine'
import { dueInWords, dueText, isOverdue } from './due'
import { nameOf } from './people'
import { SinceApproval } from './SinceApproval'
import { shownStages, waitingInWords } from './stages-shown'
import { StageTrack } from './StageTrack'
import { Withdrawn } from './Withdrawn'

/** Who has to decide, by when, and what was decided. */
export function Decision({ status, desk }: { readonly status: StoryStatus; readonly desk: DeskInfo }) {
  return (
    <section className="inspector__section" aria-labelledby="decision-title">
      <h3 className="inspector__heading" id="decision-title">
        Decision
      </h3>
      <Waiting status={status} desk={desk} />
      <Requested status={status} desk={desk} />
      <Withdrawn status={status} desk={desk} />
      <Approvals status={status} desk={desk} />
      <SinceApproval status={status} desk={desk} />
      {mayNow(status, 'withdrawApproval') && (
        <Button size="small" className="decision-card__do" onClick={() => decideIn('withdrawApproval')}>
          Withdraw my approval…
        </Button>
      )}
    </section>
  )
}

/** The rules that the submission is under, and how far it is by them. */
function standingOfReview(status: StoryStatus, desk: DeskInfo) {
  const policy = status.review?.policy ?? status.policy
  const stages = shownStages(status, policy, desk)
  return { policy, stages, inStages: stages.length > 1 || stages[0]?.name !== '' }
}

function Waiting({ status, desk }: { readonly status: StoryStatus; readonly desk: DeskInfo }) {
  const { state, submitted, approvals, scheduledFor } = status.workflow
  if (state === 'archived') return <p className="inspector__quiet">The story is in the archive.</p>
  if (state === 'draft') return <p className="inspector__quiet">Not submitted for review yet.</p>
  if (submitted === null || state === 'changesRequested') return null
  const { policy, stages, inStages } = standingOfReview(status, desk)
  const missing = policy.approvals - approvals.length
  return (
    <div className="decision-card">
      <p>
        Submitted by <strong>{nameOf(desk, submitted.by)}</strong> <When at={submitted.at} /> <RevisionName id={submitted.revision} />
      </p>
      {submitted.note !== '' && <blockquote className="said" dir="auto">{submitted.note}</blockquote>}
      {inStages ? <StageTrack stages={stages} desk={desk} /> : state === 'inReview' && <p>{waitingInWords(status.workflow, policy, desk, missing)}</p>}
      {scheduledFor !== null && <p>To be published on {fullDate(scheduledFor)}.</p>}
      {state === 'inReview' && submitted.due !== null && <p className={isOverdue(submitted.due) ? 'decision-card__overdue' : ''} title={dueText(submitted.due)}>
          {dueInWords(submitted.due)}
        </p>}
      {state === 'inReview' && submitted.revision !== status.currentRevision && <p className="inspector__quiet">Edited since. What is reviewed is the submitted version.</p>}
      <Replaced status={status} />
      {mayNow(status, 'reassign') && (
        <Button size="small" className="decision-card__do" onClick={() => decideIn('reassign')}>
          Change the request…
        </Button>
      )}
    </div>
  )
}

/** That a submission is judged by rules that have been replaced since: whoever decides should know. */
export function Replaced({ status }: { readonly status: StoryStatus }) {
  const { review, workflow } = status
  if (review?.replacedAt == null || workflow.state !== 'inReview' || workflow.submitted === null) return null
  const late = review.replacedAt < workflow.submitted.at
  return (
    <p className={late ? 'decision__warning' : 'inspector__quiet'} role="note">
      {late
        ? `It was submitted under rules of sign-off that had been replaced on ${fullDate(review.replacedAt)}, before it was submitted. Ask for it to be submitted again if the newer ones should hold.`
        : `The rules of sign-off were changed on ${fullDate(review.replacedAt)}. This submission is still judged by those that it was made under.`}
    </p>
  )
}

function Requested({ status, desk }: { readonly status: StoryStatus; readonly desk: DeskInfo }) {
  const { changesRequested, changeRequests } = status.workflow
  if (changesRequested === null) return null
  return (changeRequests ?? [changesRequested]).map((request) => (
    <div key={`${request.by} ${request.at}`} className="decision-card decision-card--changes">
      <p className="decision-card__who">
        <CornerDownLeft size={15} aria-hidden />
        <span>
          <strong>{nameOf(desk, request.by)}</strong> asked for changes <When at={request.at} /> <RevisionName id={request.revision} />
        </span>
      </p>
      <blockquote className="said" dir="auto">{request.reason}</blockquote>
    </div>
  ))
}

function Approvals({ status, desk }: { readonly status: StoryStatus; readonly desk: DeskInfo }) {
  const { approvals, submitted } = status.workflow
  // In stages, each approval stands at its own.
  if (submitted !== null && standingOfReview(status, desk).inStages) return null
  return approvals.map((approval) => (
    <div key={approval.event} className="decision-card decision-card--approved">
      <div className="decision-card__who">
        <Check size={15} aria-hidden />
        <div className="decision-card__said">
          <ApprovalLine approval={approval} desk={desk} />
        </div>
      </div>
    </div>
  ))
}
