import path from 'node:path'
import { PresetName } from '../../shared/presets'
import { exportApproved } from '../export/export-approved'
import { commonOptions, readArguments, required, UsageError, type Command } from './command'
import { deskFolder, onDesk } from './desk-folder'
import { storiesNamed } from './story-ids'
import { progressOn } from './terminal'

const options = { ...commonOptions, preset: { type: 'string' }, to: { type: 'string' }, story: { type: 'string', multiple: true } } as const

export const exportCommand: Command = {
  name: 'export',
  summary: 'writes the approved stories as Markdown for a static site',
  help: `copydesk export --preset NAME --to FOLDER [--story ID]… [--desk FOLDER] [--json]

Writes what was approved, and only that, with its pictures and files.

  --preset NAME   ${PresetName.options.join(', ')}
  --to FOLDER     the folder of the site; files that Copydesk did not write are left alone
  --story ID      only this story, by its id or slug; may be given more than once
  --desk FOLDER   the desk's folder; the current folder unless given
  --json          prints the result as JSON

Exit code: 0 when every story was written, 1 when one was skipped or had a problem, 2 when the command was not understood.`,
  async run(args, terminal) {
    const { values } = readArguments(args, options, false)
    const preset = PresetName.safeParse(required(values.preset, 'preset'))
    if (!preset.success) throw new UsageError(`There is no preset ‘${values.preset}’. Choose one of ${PresetName.options.join(', ')}.`)
    const folder = path.resolve(terminal.directory, required(values.to, 'to'))
    const summary = await onDesk(deskFolder(values.desk, terminal), (desk) =>
      exportApproved(desk, { folder, preset: preset.data, stories: storiesNamed(desk, values.story), signal: terminal.signal, report: progressOn(terminal) }),
    )
    for (const { reason } of summary.skipped) terminal.err(`Skipped: ${reason}`)
    for (const { message, place } of summary.problems) terminal.err(place === undefined ? message : `${place}: ${message}`)
    terminal.out(values.json ? JSON.stringify(summary, null, 2) : `${summary.stories} ${summary.stories === 1 ? 'story' : 'stories'} in ${summary.folder}: ${summary.written} files written, ${summary.unchanged} unchanged, ${summary.removed} removed.`)
    return summary.skipped.length + summary.problems.length === 0 ? 0 : 1
  },
}
