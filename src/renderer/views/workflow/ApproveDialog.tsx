import './workflow.css'
import type { StoryStatus } from '@shared/ipc'
import { checks } from '@shared/checks/preflight'
import type { RevisionId } from '@shared/story/ids'
import { stagesOf, type Policy } from '@shared/workflow/policy'
import { stageAt, standingOf } from '@shared/workflow/standing'
import { isolated } from '@shared/story/isolated'
import { actingMember, useApp } from '../../app/app-store'
import { useWordsFor } from '../../story/words-for'
import { Button } from '../../ui/Button'
import { fullDate } from '../../ui/dates'
import { Dialog } from '../../ui/Dialog'
import { TextArea } from '../../ui/Field'
import { changesText, countsByClass } from '@shared/redline/change-words'
import { useRedline } from '../redline/use-redline'
import { Replaced } from '../review/Decision'
import { nameOf } from '../review/people'
import { RevisionName } from './RevisionName'
import { useDeciding } from './use-deciding'
import { closeDecision } from './workflow-store'

/** Signs one revision. Says exactly which, who signs, and what that will mean. */
export function ApproveDialog({ status }: { readonly status: StoryStatus }) {
  const desk = useApp((state) => state.desk)
  const me = useApp(actingMember)
  const [note, setNote] = useWordsFor(`approve ${status.workflow.submitted?.revision ?? ''}`)
  const { busy, decide } = useDeciding()
  const { submitted, approvedRevision } = status.workflow
  if (submitted === null || desk === null || me === undefined) return null

  const policy = status.review?.policy ?? status.policy
  const stage = stageAt(status.workflow, policy)
  const next = afterYours(status, policy)
  const waivers = (status.workflow.waivers ?? []).filter(({ revision }) => revision === submitted.revision)
  const editedSince = submitted.revision !== status.currentRevision
  const said = status.guestOf !== undefined ? `Your approval is signed. Send your reply, so that it counts at ‘${status.guestOf}’.` : next !== '' ? 'Your approval is signed.' : 'Approved. This version may leave the desk now.'
  const approve = (): void => decide({ type: 'approve', revision: submitted.revision, note: note.trim() }, said, () => setNote(''))
  return (
    <Dialog
      title={stage.name === '' ? 'Approve' : `Approve: ${stage.name}`}
      about="Your signature binds to this exact version, to the byte."
      onClose={closeDecision}
      onSubmit={approve}
      foot={
        <>
          <Button onClick={closeDecision}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={busy && 'It is being signed.'}>
            Approve
          </Button>
        </>
      }
    >
      <dl className="decision__facts">
        <dt>Version</dt>
        <dd>
          <RevisionName id={submitted.revision} /> submitted by <bdi>{nameOf(desk, submitted.by)}</bdi>, {fullDate(submitted.at)}
        </dd>
        <dt>Signed by</dt>
        <dd>
          <bdi>{me.name}</bdi> <span className="decision__key">with the key {me.id.slice(0, 4)} {me.id.slice(4, 8)}</span>
        </dd>
        <dt>Since the last approval</dt>
        <dd>{approvedRevision === null ? 'Nothing of this story was approved before.' : <SinceApproval status={status} revision={submitted.revision} />}</dd>
      </dl>
      {editedSince && (
        <p className="decision__warning" role="note">
          The story was edited after it was submitted. You approve the submitted version; the later edits are not part of it and won’t leave the desk.
        </p>
      )}
      <Replaced status={status} />
      {waivers.length > 0 && (
        <section className="decision__waived" aria-label="What was set aside for this version">
          <h3>Found by preflight and set aside for this version</h3>
          <ul className="waived">
            {waivers.map(({ event, by, check, reason }) => (
              <li key={event}>
                <p>
                  {checks.find(({ id }) => id === check)?.label ?? check}, set aside by <strong>{nameOf(desk, by)}</strong>
                </p>
                <blockquote className="said" dir="auto">{reason}</blockquote>
              </li>
            ))}
          </ul>
        </section>
      )}
      {next !== '' && <p className="decision__hint">{next}</p>}
      <TextArea label="Remark" help="Kept with the signature and shown to the writer. Leave it empty to approve without one." value={note} onChange={(event) => setNote(event.target.value)} rows={2} />
    </Dialog>
  )
}

/** What will still be needed, in a sentence; empty when this approval is the last. */
function afterYours({ workflow }: StoryStatus, policy: Policy): string {
  const { submitted, approvals } = workflow
  const at = submitted?.stage ?? 0
  const given = [...approvals.filter(({ rules }) => rules === submitted?.rules), { ...(at > 0 && { stage: at }) }]
  const { stage, missing, done } = standingOf(policy, given)
  if (done) return ''
  const name = stagesOf(policy)[stage]?.name ?? ''
  if (stage === at) return `${missing === 1 ? 'One more approval' : `${missing} more approvals`} will be needed after yours.`
  return `After yours it goes to the next stage: ${isolated(name)}.`
}

/** How the version that is to be approved differs from the one that was approved before. */
function SinceApproval({ status, revision }: { readonly status: StoryStatus; readonly revision: RevisionId }) {
  const { redline, problem } = useRedline(status, 'approved', revision)
  if (problem) return <>{problem.message}</>
  if (redline === null) return null
  if (redline.total === 0) return <>Nothing changed.</>
  const classes = countsByClass(redline.counts).map(({ text }) => text)
  return (
    <>
      {changesText(redline.total)}: {classes.join(', ')}
    </>
  )
}
