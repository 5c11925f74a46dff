import path from 'node:path'
import { statSync } from 'node:fs'
import type { ImportReport } from '../../shared/ipc'
import { DeskError } from '../../shared/result'
import { importStories } from '../import/import-stories'
import { commonOptions, readArguments, required, UsageError, type Command } from './command'
import { deskFolder, onDesk } from './desk-folder'
import { memberNamed } from './member-named'
import { progressOn } from './terminal'

const options = { ...commonOptions, as: { type: 'string' } } as const

export const importCommand: Command = {
  name: 'import',
  summary: 'brings stories in from saved pages, Markdown and text',
  help: `copydesk import FILE… --as MEMBER [--desk FOLDER] [--json]

Makes drafts from files. Nothing is fetched from the network.

  FILE            a saved page (.html), Markdown (.md) or text (.txt)
  --as MEMBER     who the drafts are by: a member's name or id
  --desk FOLDER   the desk's folder; the current folder unless given
  --json          prints the result as JSON

Exit code: 0 when everything was brought in, 1 when something was left out or needs a look, 2 when the command was not understood.`,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options, true)
    const as = required(values.as, 'as')
    if (positionals.length === 0) throw new UsageError('Name a file to import.')
    const files = positionals.map((file) => path.resolve(terminal.directory, file))
    for (const file of files) refuseMissing(file)
    const reports = await onDesk(deskFolder(values.desk, terminal), async (desk) => {
      const by = memberNamed(desk, as).id
      const all: ImportReport[] = []
      for (const file of files) all.push(await importStories(desk, { file, by, signal: terminal.signal, report: progressOn(terminal) }))
      return all
    })
    const report: ImportReport = { created: reports.flatMap(({ created }) => created), problems: reports.flatMap(({ problems }) => problems) }
    for (const { message, place } of report.problems) terminal.err(place === undefined ? message : `${place}: ${message}`)
    if (values.json) terminal.out(JSON.stringify(report, null, 2))
    else for (const { story, kind, headline } of report.created) terminal.out(`${story}  ${kind}  ${headline}`)
    return report.problems.length === 0 ? 0 : 1
  },
}

function refuseMissing(file: string): void {
  if (!(statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)) throw new DeskError('no-file', `There is no such file: ${file}`, { place: file })
}
