import './export.css'
import type { ExportSummary } from '@shared/ipc'
import { PresetName } from '@shared/presets'
import type { Failure } from '@shared/result'
import { CircleCheck, Info } from 'lucide-react'
import { useState } from 'react'
import { closeOverlay } from '../../app/app-store'
import { ask } from '../../app/bridge'
import { useJob } from '../../app/use-job'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Select } from '../../ui/Field'
import { FolderChoice } from '../../ui/FolderChoice'
import { FolderPath } from '../../ui/FolderPath'
import { ProblemList } from '../../ui/ProblemList'
import { Progress } from '../../ui/Progress'
import { inFigures } from '@shared/figures'

const presetNames: Readonly<Record<PresetName, string>> = { hugo: 'Hugo', jekyll: 'Jekyll', eleventy: 'Eleventy', astro: 'Astro' }

/** Writes what was approved as Markdown for a static site: choose, watch, read what was written. */
export function ExportDialog() {
  const { progress, run, cancel } = useJob()
  const [preset, setPreset] = useState<PresetName>('hugo')
  const [folder, setFolder] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const [summary, setSummary] = useState<ExportSummary | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const choose = async (): Promise<void> => {
    const answer = await ask('export.choose')
    if (!answer.ok) setFailure(answer.error)
    else if (answer.value !== null) setFolder(answer.value)
  }
  const start = async (): Promise<void> => {
    setAsked(true)
    if (folder === null || progress) return
    setFailure(null)
    const answer = await run('Collecting what was approved', (job) => ask('export.run', { folder, preset, stories: null, job }))
    if (answer.ok) setSummary(answer.value)
    else setFailure(answer.error)
  }
  if (summary) return <Outcome summary={summary} />
  return (
    <Dialog
      title="Export approved stories"
      about="Every story leaves as it was approved, as Markdown with its pictures. In the folder, only files of an earlier export are replaced or removed."
      width={520}
      onClose={progress ? cancel : closeOverlay}
      onSubmit={() => void start()}
      foot={
        progress ? (
          <Button onClick={cancel}>Cancel</Button>
        ) : (
          <>
            <Button onClick={closeOverlay}>Cancel</Button>
            <Button look="primary" type="submit">
              Export
            </Button>
          </>
        )
      }
    >
      {progress ? (
        <Progress {...progress} />
      ) : (
        <>
          <Select
            label="Made for"
            help="Decides the names of fields and files."
            value={preset}
            onChange={(event) => setPreset(PresetName.parse(event.target.value))}
            options={PresetName.options.map((value) => ({ value, label: presetNames[value] }))}
          />
          <FolderChoice label="Folder" folder={folder} none="The site’s folder, or any other" error={asked && folder === null ? 'Choose where the files should go.' : undefined} onChoose={() => void choose()} />
        </>
      )}
      {failure && <ProblemList problems={[failure]} />}
    </Dialog>
  )
}

function Outcome({ summary: { folder, stories, written, unchanged, removed, skipped, problems } }: { readonly summary: ExportSummary }) {
  const facts = [
    ['Stories', stories],
    ['Files written', written],
    ['Unchanged', unchanged],
    ['Removed', removed],
  ] as const
  return (
    <Dialog
      title="Export approved stories"
      width={520}
      onClose={closeOverlay}
      foot={
        <Button look="primary" data-autofocus onClick={closeOverlay}>
          Done
        </Button>
      }
    >
      <div className="export__sum" role="status">
        {stories === 0 ? <Info size={16} aria-hidden /> : <CircleCheck size={16} className="export__done" aria-hidden />}
        <span>{stories === 0 ? 'Nothing has been approved yet, so nothing was exported.' : 'The export is done.'}</span>
      </div>
      <FolderPath path={folder} className="export__folder" />
      {(stories > 0 || removed > 0) && (
        <dl className="export__facts">
          {facts.map(([what, count]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{inFigures(count)}</dd>
            </div>
          ))}
        </dl>
      )}
      {skipped.length > 0 && <ProblemList title={`Not exported (${skipped.length})`} problems={skipped.map(({ story, reason }) => ({ code: 'skipped', message: reason, place: story }))} />}
      {problems.length > 0 && <ProblemList title="Problems" problems={problems} />}
    </Dialog>
  )
}
