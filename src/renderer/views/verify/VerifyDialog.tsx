import './verify.css'
import type { VerifyReport } from '@shared/ipc'
import type { Failure } from '@shared/result'
import { CircleCheck, CircleX } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { closeOverlay } from '../../app/app-store'
import { ask, on } from '../../app/bridge'
import type { JobProgress } from '../../app/use-job'
import { flushAll } from '../../story/update-queue'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { failureOf } from '../../ui/failure'
import { ProblemList } from '../../ui/ProblemList'
import { Progress } from '../../ui/Progress'
import { inFigures } from '@shared/figures'

/** ‘Cancel’ goes when all is done, and the focus with it. */
const takeFocus = (done: HTMLButtonElement | null): void => done?.focus()

/** Main’s name for the one verification that can run. */
const job = 'verify'

/** Checks the desk’s files, hashes, signatures and log, and says what was checked. */
export function VerifyDialog() {
  const [report, setReport] = useState<VerifyReport | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [progress, setProgress] = useState<JobProgress | null>(null)

  const verify = useCallback(async (): Promise<void> => {
    setReport(null)
    setFailure(null)
    setProgress({ done: 0, total: 0, label: 'Opening the desk’s files' })
    try {
      await flushAll()
      const answer = await ask('desk.verify')
      if (answer.ok) setReport(answer.value)
      else setFailure(answer.error)
    } catch (error) {
      setFailure(failureOf(error))
    }
    setProgress(null)
  }, [])
  useEffect(() => {
    const stop = on('job.progress', ({ job: which, ...how }) => which === job && setProgress(how))
    // A moment later, so that a dialog that is closed at once starts nothing.
    const timer = setTimeout(() => void verify())
    return () => {
      clearTimeout(timer)
      stop()
      void ask('job.cancel', { job })
    }
  }, [verify])

  return (
    <Dialog
      title="Verify desk"
      about="Reads every file, hash, signature and decision of the desk anew and compares them. Nothing is changed."
      width={520}
      onClose={closeOverlay}
      foot={
        progress ? (
          <Button data-autofocus onClick={closeOverlay}>
            Cancel
          </Button>
        ) : (
          <>
            <Button onClick={() => void verify()}>Verify again</Button>
            <Button look="primary" ref={takeFocus} onClick={closeOverlay}>
              Done
            </Button>
          </>
        )
      }
    >
      {progress && <Progress {...progress} />}
      {report && <Outcome report={report} />}
      {failure && <ProblemList problems={[failure]} />}
    </Dialog>
  )
}

function Outcome({ report: { ok, lines } }: { readonly report: VerifyReport }) {
  return (
    <>
      <p className={`verify__sum ${ok ? '' : 'verify__sum--bad'}`} role="status">
        {ok ? <CircleCheck size={16} aria-hidden /> : <CircleX size={16} aria-hidden />}
        {ok ? 'Everything is as it should be.' : 'Something is not as it should be.'}
      </p>
      <ul className="verify__lines">
        {lines.map(({ what, checked, faults }) => (
          <li key={what}>
            <div className="verify__line">
              {faults.length === 0 ? <CircleCheck size={15} className="verify__good" aria-label="Fine" /> : <CircleX size={15} className="verify__bad" aria-label="Faults" />}
              <span>{what}</span>
              <span className="verify__checked">{inFigures(checked)} checked</span>
            </div>
            {faults.length > 0 && (
              <ul className="verify__faults">
                {faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
