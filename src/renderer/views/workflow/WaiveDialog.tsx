import './workflow.css'
import { checks } from '@shared/checks/preflight'
import type { StoryStatus } from '@shared/ipc'
import { useEffect, useState } from 'react'
import { settleStatus } from '../../story/status-store'
import { useStorySession } from '../../story/StoryProvider'
import { useWordsFor } from '../../story/words-for'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextArea } from '../../ui/Field'
import { failureOf } from '../../ui/failure'
import { complain } from '../../ui/notices'
import { RevisionName } from './RevisionName'
import { useDeciding } from './use-deciding'
import { closeDecision } from './workflow-store'

/** Sets aside what one check finds, for the version at hand and no other. The reason is signed. */
export function WaiveDialog({ status, check }: { readonly status: StoryStatus; readonly check: string }) {
  const session = useStorySession()
  const [reason, setReason] = useWordsFor(`waive ${check}`)
  const [asked, setAsked] = useState(false)
  const { busy, decide } = useDeciding()
  useEffect(() => {
    settleStatus(session).catch((error: unknown) => complain(failureOf(error)))
  }, [session])

  const missing = reason.trim() === ''
  const found = status.findings.filter((finding) => finding.check === check)
  const waive = (): void => {
    setAsked(true)
    if (!missing) decide({ type: 'waive', revision: status.currentRevision, check, reason: reason.trim() }, 'Set aside for this version.', () => setReason(''))
  }
  return (
    <Dialog
      title="Set aside"
      about={
        <>
          ‘{checks.find(({ id }) => id === check)?.label ?? check}’ will not block version <RevisionName id={status.currentRevision} />. As soon as a word is changed, it blocks again.
        </>
      }
      onClose={closeDecision}
      onSubmit={waive}
      foot={
        <>
          <Button onClick={closeDecision}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={busy && 'It is being signed.'}>
            Sign and set aside
          </Button>
        </>
      }
    >
      <ul className="decision__found" aria-label="What is set aside">
        {found.map(({ message }, index) => (
          <li key={`${index} ${message}`}>{message}</li>
        ))}
      </ul>
      <TextArea
        label="Reason"
        required
        help="Kept with your signature; whoever approves the story reads it."
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={asked && missing ? 'Say why this can stay as it is.' : undefined}
        rows={3}
        autoFocus
      />
    </Dialog>
  )
}
