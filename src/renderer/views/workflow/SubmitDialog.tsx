import type { StoryStatus } from '@shared/ipc'
import { isBlocker } from '@shared/checks/preflight'
import { useEffect } from 'react'
import { actingMember, useApp } from '../../app/app-store'
import { settleStatus } from '../../story/status-store'
import { useStorySession } from '../../story/StoryProvider'
import { useWordsFor } from '../../story/words-for'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { failureOf } from '../../ui/failure'
import { complain } from '../../ui/notices'
import { Findings } from '../inspector/Findings'
import { whyNot } from './allowed-now'
import { asAction, askableUnder, RequestFields, useReviewRequest, type ReviewRequest } from './RequestFields'
import { useDeciding } from './use-deciding'
import { closeDecision } from './workflow-store'
import './workflow.css'

/** Asks for review: by whom, until when, with which words. What blocks is listed, and leads to its place. */
export function SubmitDialog({ status }: { readonly status: StoryStatus }) {
  const session = useStorySession()
  const desk = useApp((state) => state.desk)
  const me = useApp(actingMember)
  const [asked, setAsked] = useReviewRequest(status, false)
  const [note, setNote] = useWordsFor('submit')
  const request: ReviewRequest = { ...asked, note }
  const change = (changed: Partial<ReviewRequest>): void => {
    if (changed.note !== undefined) setNote(changed.note)
    setAsked(changed)
  }
  const { busy, decide } = useDeciding()
  useEffect(() => {
    // Preflight must have seen the last key.
    settleStatus(session).catch((error: unknown) => complain(failureOf(error)))
  }, [session])
  if (desk === null) return null

  const { policy } = status
  const blockers = status.findings.filter((finding) => isBlocker(finding, policy))
  const askable = askableUnder(policy, desk, me?.id)
  const unavailable = busy ? 'It is being submitted.' : whyNot(status, 'submit') || (blockers.length > 0 ? 'Preflight found something that must be put right first.' : '')
  const submit = (): void => {
    if (unavailable === '') decide({ type: 'submit', ...asAction(request, askable) }, 'Submitted for review.', () => setNote(''))
  }
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
          <Findings findings={blockers} waivable={status.waivable} onReveal={closeDecision} />
        </section>
      )}
      <RequestFields request={request} onChange={change} policy={policy} desk={desk} askable={askable} />
    </Dialog>
  )
}
