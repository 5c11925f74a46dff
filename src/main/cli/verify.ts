import type { VerifyReport } from '../../shared/ipc'
import { StoryId } from '../../shared/story/ids'
import { refuseNoDesk } from '../desk/desk'
import { takeLock } from '../desk/lock'
import { verifyDesk } from '../desk/verify'
import { commonOptions, readArguments, UsageError, type Command } from './command'
import { deskFolder } from './desk-folder'
import { progressOn, type Terminal } from './terminal'

const options = { ...commonOptions, rebuild: { type: 'boolean', default: false }, story: { type: 'string' } } as const

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'checks hashes, signatures, log and database of a desk',
  help: `copydesk verify [--rebuild] [--story ID] [--desk FOLDER] [--json]

Checks a desk from its files alone, and prints what was checked. Writes nothing, and may run while the desk is open in a
window, unless --rebuild is given.

  --rebuild       first makes lists and search anew from the stories; the desk must not be open elsewhere
  --story ID      only this story, with its versions and files
  --desk FOLDER   the desk's folder; the current folder unless given
  --json          prints the report as JSON

Exit code: 0 when all is well, 1 when a fault was found, 2 when the command was not understood.`,
  async run(args, terminal) {
    const { values } = readArguments(args, options, false)
    const story = values.story === undefined ? undefined : StoryId.safeParse(values.story)
    if (story?.success === false) throw new UsageError(`‘${values.story}’ is not the id of a story.`)
    if (story !== undefined && values.rebuild) throw new UsageError('--rebuild is for the whole desk; leave --story away.')
    const report = await verify(deskFolder(values.desk, terminal), values.rebuild, story?.data, terminal)
    if (values.json) terminal.out(JSON.stringify(report, null, 2))
    else for (const line of inWords(report)) terminal.out(line)
    return report.ok ? 0 : 1
  },
}

async function verify(folder: string, rebuild: boolean, story: StoryId | undefined, terminal: Terminal): Promise<VerifyReport> {
  refuseNoDesk(folder)
  const lock = rebuild ? takeLock(folder) : undefined
  try {
    return await verifyDesk(folder, { rebuild, story, signal: terminal.signal, report: progressOn(terminal) })
  } finally {
    lock?.release()
  }
}

function inWords({ lines, ok }: VerifyReport): string[] {
  const faults = lines.reduce((sum, line) => sum + line.faults.length, 0)
  return [
    ...lines.flatMap(({ what, checked, faults: found }) => [`${found.length === 0 ? '✓' : '✗'} ${what}: ${checked} checked${found.length === 0 ? '' : `, ${found.length} ${found.length === 1 ? 'fault' : 'faults'}`}`, ...found.map((fault) => `    ${fault}`)]),
    ok ? 'All is well.' : `${faults} ${faults === 1 ? 'fault was' : 'faults were'} found.`,
  ]
}
