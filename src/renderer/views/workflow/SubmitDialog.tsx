import type { StoryStatus } from '@shared/ipc'
import type { MemberId } from '@shared/story/ids'
import { isBlocker } from '@shared/checks/preflight'
import { useEffect, useState } from 'react'
import { actingMember, useApp } from '../../app/app-store'
import { settleStatus } from '../../story/status-store'
import { useStorySession } from '../../story/StoryProvider'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Checkbox, TextArea, TextField } from '../../ui/Field'
import { failureOf } from '../../ui/failure'
import { complain } from '../../ui/notices'
import { Findings } from '../inspector/Findings'
import { whyNot } from './allowed-now'
import { useDeciding } from './use-deciding'
import { closeDecision } from './workflow-store'
import './workflow.css'

/** Asks for review: by whom, until when, with which words. What blocks is listed, and leads to its place. */
export function SubmitDialog({ status }: { readonly status: StoryStatus }) {
  const session = useStorySession()
  const desk = useApp((state) => state.desk)
  const me = useApp(actingMember)
  const [note, setNote] = useState('')
  const [reviewers, setReviewers] = useState<readonly MemberId[]>(status.workflow.submitted?.reviewers ?? [])
  const [due, setDue] = useState('')
  const { busy, decide } = useDeciding()
  useEffect(() => {
    // Preflight must have seen the last key.
    settleStatus(session).catch((error: unknown) => complain(failureOf(error)))
  }, [session])

  const blockers = desk ? status.findings.filter((finding) => isBlocker(finding, desk.policy)) : []
  const askable = (desk?.members ?? []).filter(({ id, roles }) => id !== me?.id && (roles.includes('reviewer') || roles.includes('admin')))
  const unavailable = busy ? 'It is being submitted.' : whyNot(status, 'submit') || (blockers.length > 0 ? 'Preflight found something that must be put right first.' : '')
  const submit = (): void => {
    if (unavailable === '') decide({ type: 'submit', note: note.trim(), reviewers: [...reviewers], due: due === '' ? null : due }, 'Submitted for review.')
  }
  const toggle = (id: MemberId, on: boolean): void => setReviewers(on ? [...reviewers, id] : reviewers.filter((other) => other !== id))

  return (
    <Dialog
      title="Submit for review"
      about="What is on the screen now is what will be reviewed. You can go on writing; later edits are not part of it."
      onClose={closeDecision}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={closeDecision}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={unavailable}>
            Submit for review
          </Button>
        </>
      }
    >
      {blockers.length > 0 && (
        <section className="decision__blocked" aria-label="What must be put right first">
          <h3>{blockers.length === 1 ? 'One thing must be put right first' : `${blockers.length} things must be put right first`}</h3>
          <Findings findings={blockers} onReveal={closeDecision} />
        </section>
      )}
      <TextArea label="Note" help="What the reviewers should look at, if anything in particular." value={note} onChange={(event) => setNote(event.target.value)} rows={3} />
      {askable.length > 0 ? (
        <fieldset className="decision__people">
          <legend>Reviewers</legend>
          {askable.map(({ id, name }) => (
            <Checkbox key={id} label={name} checked={reviewers.includes(id)} onChange={(event) => toggle(id, event.target.checked)} />
          ))}
          <p>{reviewers.length === 0 ? 'Nobody chosen: any reviewer of the desk can decide.' : 'Any reviewer of the desk can decide; these are asked.'}</p>
        </fieldset>
      ) : (
        <p className="decision__hint">
          {desk?.policy.authorMayApprove === 'alone' && desk.members.length === 1
            ? 'You are the only member of this desk, so you may approve it yourself.'
            : 'No other member of this desk is a reviewer. Add one in the settings, or nobody can approve it.'}
        </p>
      )}
      <TextField label="Due date" type="date" value={due} onChange={(event) => setDue(event.target.value)} className="decision__date" />
    </Dialog>
  )
}
