import './workflow.css'
import type { StoryStatus } from '@shared/ipc'
import { useState } from 'react'
import { useApp } from '../../app/app-store'
import { useWordsFor } from '../../story/words-for'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextArea } from '../../ui/Field'
import { nameOf } from '../review/people'
import { RevisionName } from './RevisionName'
import { useDeciding } from './use-deciding'
import { closeDecision } from './workflow-store'

/** Sends a story back to its writer, with the reason: that is required, and kept until it is sent. */
export function RequestChangesDialog({ status }: { readonly status: StoryStatus }) {
  const desk = useApp((state) => state.desk)
  const [reason, setReason] = useWordsFor('requestChanges')
  const [asked, setAsked] = useState(false)
  const { busy, decide } = useDeciding()
  const { submitted } = status.workflow
  if (submitted === null || desk === null) return null

  const missing = reason.trim() === ''
  const request = (): void => {
    setAsked(true)
    if (!missing) decide({ type: 'requestChanges', revision: submitted.revision, reason: reason.trim() }, 'Changes were requested.', () => setReason(''))
  }
  return (
    <Dialog
      title="Request changes"
      about={
        <>
          {nameOf(desk, submitted.by)} will see your words with the version <RevisionName id={submitted.revision} />. Comments in the text stay where they are.
        </>
      }
      onClose={closeDecision}
      onSubmit={request}
      foot={
        <>
          <Button onClick={closeDecision}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={busy && 'It is being sent.'}>
            Request changes
          </Button>
        </>
      }
    >
      <TextArea
        label="What should change"
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={asked && missing ? 'Say what should change, so that the writer knows what to do.' : undefined}
        rows={5}
        autoFocus
      />
    </Dialog>
  )
}
