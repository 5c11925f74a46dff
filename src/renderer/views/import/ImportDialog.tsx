import './import.css'
import type { ImportReport } from '@shared/ipc'
import type { Failure } from '@shared/result'
import { CircleCheck, FileInput } from 'lucide-react'
import { useState } from 'react'
import { closeOverlay, showStory, showView } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { useKindLabel } from '../../app/kinds'
import { useJob } from '../../app/use-job'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ProblemList } from '../../ui/ProblemList'
import { Progress } from '../../ui/Progress'
import { clearFilter } from '../story-list/list-filter'
import { lookAtStart } from '../story-list/story-rows'

/** Brings stories in from a file: choose, watch, read what came of it. */
export function ImportDialog() {
  const { progress, run, cancel } = useJob()
  const [report, setReport] = useState<ImportReport | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const choose = async (): Promise<void> => {
    const file = await ask('import.choose')
    if (!file.ok) return setFailure(file.error)
    const chosen = file.value
    if (chosen === null) return
    setFailure(null)
    const answer = await run('Reading the file', (job) => ask('import.run', { file: chosen, job }))
    if (answer.ok) setReport(answer.value)
    else setFailure(answer.error)
  }
  if (report) return <Outcome report={report} again={() => setReport(null)} />
  return (
    <Dialog
      title="Import stories"
      about="From a web page that was saved with its pictures, a Markdown file or a text file. Every story comes in as a draft; nothing is fetched from the network."
      onClose={progress ? cancel : closeOverlay}
      foot={
        progress ? (
          <Button onClick={cancel}>Cancel</Button>
        ) : (
          <>
            <Button onClick={closeOverlay}>Cancel</Button>
            <Button look="primary" icon={FileInput} data-autofocus onClick={() => void choose()}>
              Choose file
            </Button>
          </>
        )
      }
    >
      {progress && <Progress {...progress} />}
      {failure && <ProblemList problems={[failure]} />}
    </Dialog>
  )
}

function Outcome({ report: { created, problems }, again }: { readonly report: ImportReport; readonly again: () => void }) {
  const kindLabel = useKindLabel()
  const first = created[0]
  const show = (): void => {
    closeOverlay()
    clearFilter()
    showView('all')
    lookAtStart()
    if (first) showStory(first.story)
  }
  return (
    <Dialog
      title="Import stories"
      width={560}
      onClose={closeOverlay}
      foot={
        <>
          <Button look="quiet" className="dialog__aside" onClick={again}>
            Import another file
          </Button>
          <Button look={first ? 'secondary' : 'primary'} data-autofocus={!first || undefined} onClick={closeOverlay}>
            Done
          </Button>
          {first && (
            <Button look="primary" data-autofocus onClick={show}>
              Show the stories
            </Button>
          )}
        </>
      }
    >
      <p className="import__sum" role="status">
        {created.length > 0 && <CircleCheck size={16} aria-hidden />}
        {created.length === 0 ? 'No story was imported.' : `${created.length === 1 ? 'One story was' : `${created.length} stories were`} imported.`}
      </p>
      {created.length > 0 && (
        <ul className="import__created">
          {created.map(({ story, headline, kind }) => (
            <li key={story}>
              <span dir="auto">{headline || 'Untitled'}</span>
              <small>{kindLabel(kind)}</small>
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 && <ProblemList title={`${problems.length === 1 ? 'One thing' : `${problems.length} things`} to look at`} problems={problems} />}
    </Dialog>
  )
}
