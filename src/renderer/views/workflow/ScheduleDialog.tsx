import { Instant } from '@shared/story/ids'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { useDeciding } from './use-deciding'
import { closeDecision } from './workflow-store'

/** Notes when the approved version is meant to be published. */
export function ScheduleDialog() {
  const [when, setWhen] = useState('')
  const [wrong, setWrong] = useState<string>()
  const { busy, decide } = useDeciding()
  const schedule = (): void => {
    const moment = new Date(when)
    const problem = whatIsWrong(moment)
    setWrong(problem)
    if (problem === undefined) decide({ type: 'schedule', publishAt: Instant.parse(moment.toISOString()) }, 'Scheduled.')
  }
  return (
    <Dialog
      title="Schedule"
      about="Everyone on the desk sees when the approved version is meant to go out. Copydesk does not publish it by itself."
      onClose={closeDecision}
      onSubmit={schedule}
      foot={
        <>
          <Button onClick={closeDecision}>Cancel</Button>
          <Button look="primary" type="submit" unavailable={busy && 'It is being scheduled.'}>
            Schedule
          </Button>
        </>
      }
    >
      <TextField label="Publish at" type="datetime-local" required value={when} onChange={(event) => setWhen(event.target.value)} error={wrong} help="In this computer’s time zone." />
    </Dialog>
  )
}

function whatIsWrong(moment: Date): string | undefined {
  if (Number.isNaN(moment.getTime())) return 'Choose a day and a time.'
  return moment.getTime() <= Date.now() ? 'Choose a moment that is still to come.' : undefined
}
