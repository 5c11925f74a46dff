import type { ExportSummary, StoryStatus } from '@shared/ipc'
import { PresetName } from '@shared/presets'
import { useState } from 'react'
import { call } from '../../app/bridge'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Field'
import { failureOf } from '../../ui/failure'
import { complain, inform } from '../../ui/notices'
import { presetNames } from '../targets/describe-target'

/** Takes the approved version out as Markdown. */
export function ExportStory({ status }: { readonly status: StoryStatus }) {
  const [preset, setPreset] = useState<PresetName>('hugo')
  const [busy, setBusy] = useState(false)
  const run = async (): Promise<void> => {
    setBusy(true)
    try {
      const folder = await call('export.choose')
      if (folder === null) return
      say(await call('export.run', { folder, preset, stories: [status.id], job: crypto.randomUUID() }))
    } catch (error) {
      complain(failureOf(error))
    } finally {
      setBusy(false)
    }
  }
  const unavailable = busy ? 'It is being exported.' : status.workflow.approvedRevision === null ? 'Nothing of this story has been approved yet.' : ''
  return (
    <section className="inspector__section" aria-labelledby="export-title">
      <h3 className="inspector__heading" id="export-title">
        Export
      </h3>
      <div className="publish__export">
        <Select label="Markdown made for" value={preset} options={PresetName.options.map((value) => ({ value, label: presetNames[value] }))} onChange={(event) => setPreset(PresetName.parse(event.target.value))} />
        <Button unavailable={unavailable} onClick={() => void run()}>
          Export…
        </Button>
      </div>
    </section>
  )
}

function say({ folder, stories, written, unchanged, skipped, problems }: ExportSummary): void {
  for (const { reason } of skipped) complain({ message: reason })
  for (const problem of problems) complain(problem)
  if (stories > 0) inform(written === 0 ? `Exported to ${folder}: nothing had changed.` : `Exported to ${folder}: ${written} ${written === 1 ? 'file' : 'files'} written${unchanged > 0 ? `, ${unchanged} unchanged` : ''}.`)
}
