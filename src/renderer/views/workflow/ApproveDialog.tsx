import './workflow.css'
import type { StoryStatus } from '@shared/ipc'
import type { RevisionId } from '@shared/story/ids'
import { useState } from 'react'
import { actingMember, useApp } from '../../app/app-store'
import { Button } from '../../ui/Button'
import { fullDate } from '../../ui/dates'
import { Dialog } from '../../ui/Dialog'
import { TextArea } from '../../ui/Field'
import { changesText, countsByClass } from '../redline/change-counts'
import { useRedline } from '../redline/use-redline'
import { nameOf } from '../review/people'
import { RevisionName } from './RevisionName'
import { useDeciding } from './use-deciding'
import { closeDecision } from './workflow-store'

/** Signs one revision. Says exactly which, who signs, and what that will mean. */
export function ApproveDialog({ status }: { readonly status: StoryStatus }) {
  const desk = useApp((state) => state.desk)
  const me = useApp(actingMember)
  const [note, setNote] = useState('')
  const { busy, decide } = useDeciding()
  const { submitted, approvals, approvedRevision } = status.workflow
  if (submitted === null || desk === null || me === undefined) return null

  const missing = desk.policy.approvals - approvals.length - 1
  const editedSince = submitted.revision !== status.currentRevision
  const approve = (): void => decide({ type: 'approve', revision: submitted.revision, note: note.trim() }, missing > 0 ? 'Your approval is signed.' : 'Approved. This version may leave the desk now.')
  return (
    <Dialog
      title="Approve"
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
          <RevisionName id={submitted.revision} /> submitted by {nameOf(desk, submitted.by)}, {fullDate(submitted.at)}
        </dd>
        <dt>Signed by</dt>
        <dd>
          {me.name} <span className="decision__key">with the key {me.id.slice(0, 4)} {me.id.slice(4, 8)}</span>
        </dd>
        <dt>Since the last approval</dt>
        <dd>{approvedRevision === null ? 'Nothing of this story was approved before.' : <SinceApproval status={status} revision={submitted.revision} />}</dd>
      </dl>
      {editedSince && (
        <p className="decision__warning" role="note">
          The story was edited after it was submitted. You approve the submitted version; the later edits are not part of it and won’t leave the desk.
        </p>
      )}
      {missing > 0 && <p className="decision__hint">{missing === 1 ? 'One more approval' : `${missing} more approvals`} will be needed after yours.</p>}
      <TextArea label="Remark" help="Kept with the signature, for everyone on the desk." value={note} onChange={(event) => setNote(event.target.value)} rows={2} />
    </Dialog>
  )
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
