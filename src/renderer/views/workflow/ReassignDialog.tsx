import './workflow.css'
import type { StoryStatus } from '@shared/ipc'
import { actingMember, useApp } from '../../app/app-store'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { whyNot } from './allowed-now'
import { asAction, askableUnder, RequestFields, useReviewRequest } from './RequestFields'
import { RevisionName } from './RevisionName'
import { useDeciding } from './use-deciding'
import { closeDecision } from './workflow-store'

/** Asks others, or until another day, for the review that is under way; the version stays the same. */
export function ReassignDialog({ status }: { readonly status: StoryStatus }) {
  const desk = useApp((state) => state.desk)
  const me = useApp(actingMember)
  const [request, setRequest] = useReviewRequest(status, true)
  const { busy, decide } = useDeciding()
  const { submitted } = status.workflow
  if (desk === null || submitted === null) return null

  const policy = status.review?.policy ?? status.policy
  const askable = askableUnder(policy, desk, me?.id)
  const unavailable = busy ? 'It is being changed.' : whyNot(status, 'reassign')
  const change = (): void => {
    if (unavailable === '') decide({ type: 'reassign', ...asAction(request, askable) }, 'The request for review was changed.')
  }
  return (
    <Dialog
      title="Change the request"
      about={
        <>
          The version under review stays <RevisionName id={submitted.revision} />, and so does what was approved of it.
        </>
      }
      onClose={closeDecision}
      onSubmit={change}
      foot={
        <>
          <Button onClick={closeDecision}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={unavailable}>
            Change the request
          </Button>
        </>
      }
    >
      <RequestFields request={request} onChange={setRequest} policy={policy} desk={desk} askable={askable} />
    </Dialog>
  )
}
