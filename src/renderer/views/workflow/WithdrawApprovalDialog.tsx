import './workflow.css'
import type { StoryStatus } from '@shared/ipc'
import type { RevisionId } from '@shared/story/ids'
import { sanctionOf } from '@shared/workflow/sanctions'
import { versionsApprovedBy } from '@shared/workflow/withdraw-approval'
import { useState } from 'react'
import { useApp } from '../../app/app-store'
import { useWordsFor } from '../../story/words-for'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Select, TextArea } from '../../ui/Field'
import { RevisionName, shortRevision } from './RevisionName'
import { useDeciding } from './use-deciding'
import { closeDecision } from './workflow-store'

/** Takes back one's own approval of a version, with the reason: that is required, and signed. */
export function WithdrawApprovalDialog({ status }: { readonly status: StoryStatus }) {
  const me = useApp((state) => state.desk?.currentMember)
  const versions = me === undefined ? [] : versionsApprovedBy(status.workflow, me)
  const [chosen, setChosen] = useState<RevisionId>()
  const [reason, setReason] = useWordsFor('withdrawApproval')
  const [asked, setAsked] = useState(false)
  const { busy, decide } = useDeciding()
  const revision = versions.find((version) => version === chosen) ?? versions[0]
  if (revision === undefined) return null

  const missing = reason.trim() === ''
  const withdraw = (): void => {
    setAsked(true)
    if (!missing) decide({ type: 'withdrawApproval', revision, reason: reason.trim() }, 'Your approval was withdrawn.', () => setReason(''))
  }
  return (
    <Dialog
      title="Withdraw my approval"
      about={
        <>
          Version <RevisionName id={revision} /> {whatFollows(status, revision)}
        </>
      }
      onClose={closeDecision}
      onSubmit={withdraw}
      foot={
        <>
          <Button onClick={closeDecision}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={busy && 'It is being signed.'}>
            Sign and withdraw
          </Button>
        </>
      }
    >
      {versions.length > 1 && <Select label="Version" value={revision} onChange={(event) => setChosen(versions.find((version) => version === event.target.value))} options={versions.map((version) => ({ value: version, label: versionLabel(status, version) }))} />}
      <TextArea
        label="Reason"
        required
        help="Kept with your signature; everyone who decides about the story reads it."
        value={reason}
        maxLength={2000}
        onChange={(event) => setReason(event.target.value)}
        error={asked && missing ? 'Say why you take it back, so that the others know what to look at.' : undefined}
        rows={3}
        autoFocus
      />
    </Dialog>
  )
}

/** What becomes of a version, to go on after its name. */
function whatFollows({ workflow }: StoryStatus, revision: RevisionId): string {
  const sanction = sanctionOf(workflow, revision)
  if (sanction === undefined) return 'stays in review and lacks your approval then. You can approve it again.'
  if (sanction.previous !== undefined) return 'is not approved any more then; the version that was approved before it takes its place.'
  return 'goes back to review, unless the other approvals are enough. Until it is approved again it can’t leave the desk, and what is scheduled of it is called off.'
}

function versionLabel({ workflow }: StoryStatus, revision: RevisionId): string {
  return `${shortRevision(revision)}, ${sanctionOf(workflow, revision) === undefined ? 'in review' : 'approved'}`
}
