import type { AssetDetails, ReplaceReport } from '@shared/assets/library'
import type { AssetInfo } from '@shared/ipc'
import type { Failure } from '@shared/result'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { useJob } from '../../app/use-job'
import { isPicture } from '../../editor/files/add-file'
import { chooseFiles, choosePictures } from '../../editor/files/choose-files'
import { addToDesk, forgetOutcome } from '../../editor/files/file-queue'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { inform } from '../../ui/notices'
import { ProblemList } from '../../ui/ProblemList'
import { Progress } from '../../ui/Progress'
import { chooseInLibrary } from './library-store'
import { OtherAssets } from './OtherAssets'
import { replaceEverywhere } from './replace-everywhere'
import { inFigures } from '@shared/figures'

/** Puts another file in the place of one in all stories: says which they are before, and what came of it after. */
export function ReplaceDialog({ details: { asset, uses }, onClose }: { readonly details: AssetDetails; readonly onClose: () => void }) {
  const { progress, run, cancel } = useJob()
  const [next, setNext] = useState<AssetInfo | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [report, setReport] = useState<ReplaceReport | null>(null)
  const changing = uses.filter(({ now, state }) => now && state !== 'archived')
  const archived = uses.filter(({ now, state }) => now && state === 'archived')
  const elsewhere = asset.stories - uses.length

  const chooseNew = async (): Promise<void> => {
    const [file] = isPicture(asset) ? await choosePictures('one') : await chooseFiles('one')
    const [outcome] = file === undefined ? [] : await Promise.all(addToDesk([file]))
    forgetOutcome()
    if (outcome?.kind === 'failed') setFailure(outcome.failure)
    if (outcome?.kind !== 'added') return
    setFailure(null)
    setNext(outcome.asset)
  }
  const replace = async (): Promise<void> => {
    if (next === null) return
    const answer = await run('Changing the stories', (job) => replaceEverywhere({ from: asset.hash, to: next, stories: changing.map(({ story }) => story), job }))
    if (!answer.ok) return setFailure(answer.error)
    chooseInLibrary(next.hash)
    if (answer.value.skipped.length > 0 || answer.value.left > 0) return setReport(answer.value)
    onClose()
    inform(`${storiesInWords(answer.value.changed.length)} changed.`)
  }
  if (report)
    return (
      <Dialog title="Replace everywhere" onClose={onClose} foot={<Button data-autofocus onClick={onClose}>Done</Button>}>
        <p role="status">{`${storiesInWords(report.changed.length)} changed.${stoppedInWords(report.left)}`}</p>
        {report.skipped.length > 0 && <ProblemList title="Left as they are" problems={report.skipped} />}
      </Dialog>
    )
  return (
    <Dialog
      title="Replace everywhere"
      width={620}
      className="replace-asset"
      about={`What takes the place of ‘${asset.name}’? Alternative texts, captions and labels stay as they are in each story. What was approved or published keeps the old file until the story is approved again.`}
      onClose={progress ? cancel : onClose}
      onSubmit={() => void replace()}
      foot={
        progress ? (
          <Button onClick={cancel} unavailable={progress.label === 'Stopping' && 'It stops after the story that is being changed'}>
            Stop
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button look="primary" type="submit" unavailable={next === null ? 'Choose what takes its place first' : changing.length + elsewhere === 0 ? 'Only archived stories have it, and they stay as they are' : false}>
              {changing.length === 1 && elsewhere === 0 ? 'Change one story' : `Change ${inFigures(changing.length + elsewhere)} stories`}
            </Button>
          </>
        )
      }
    >
      {progress ? (
        <Progress {...progress} />
      ) : (
        <>
          <OtherAssets instead={asset} chosen={next} onChoose={setNext} action={<Button size="small" icon={FileUp} onClick={() => void chooseNew()}>Choose a new file…</Button>} />
          <section aria-label="Stories that change">
            <h3 className="replace-asset__title">Stories that change</h3>
            <ul className="replace-asset__stories">
              {changing.map(({ story, headline }) => (
                <li key={story} dir="auto">
                  {headline || 'Untitled'}
                </li>
              ))}
              {elsewhere > 0 && <li>and {inFigures(elsewhere)} more</li>}
            </ul>
            {archived.length > 0 && <p className="replace-asset__archived">{archived.length === 1 ? `‘${archived[0]?.headline}’ is archived and stays as it is.` : `${archived.length} archived stories stay as they are.`}</p>}
          </section>
        </>
      )}
      {failure && <ProblemList problems={[failure]} />}
    </Dialog>
  )
}

/** What stopping it left undone; it can be begun again at any time. */
const stoppedInWords = (left: number): string => (left === 0 ? '' : ` It was stopped: ${left === 1 ? 'one more story has' : `${inFigures(left)} more stories have`} the old file still.`)

const storiesInWords = (count: number): string => (count === 0 ? 'No story was' : count === 1 ? 'One story was' : `${inFigures(count)} stories were`)
