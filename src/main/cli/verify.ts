import path from 'node:path'
import { existsSync } from 'node:fs'
import { StoryId } from '../../shared/story/ids'
import { databaseFile, refuseNoDesk } from '../desk/desk'
import { takeLock } from '../desk/lock'
import { verifyDesk } from '../desk/verify'
import { auditFaults, proofOfStory } from '../desk/verify/proof'
import { verifyFile, type FileReport } from '../desk/verify-file/verify-file'
import { withDesk } from '../desk/with-desk'
import { commonOptions, readArguments, UsageError, type Command } from './command'
import { deskFolder } from './desk-folder'
import { progressOn, type Terminal } from './terminal'
import { fileInWords, reportInWords } from './verify-words'

const options = { ...commonOptions, rebuild: { type: 'boolean', default: false }, story: { type: 'string' } } as const

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'proves what is on a desk, and what left it, by hashes and signatures',
  help: `copydesk verify [--rebuild] [--story ID] [--desk FOLDER] [--json]
copydesk verify FILE… [--desk FOLDER] [--json]

Checks a desk from its files alone, and prints what was checked. Writes nothing, and may run while the desk is open in a
window, unless --rebuild is given.

  --rebuild       first makes lists and search anew from the stories; the desk must not be open elsewhere
  --story ID      only this story, with its versions and files: who approved which version, by which rule, and which keys were
                  revoked
  --desk FOLDER   the desk's folder; the current folder unless given
  --json          prints the report as JSON

With FILE: checks an exported Markdown page, or the audit of a story as JSON. Beside the desk that a page came from, it is written
anew from the approved version and compared byte for byte. Without that desk (no --desk, and the current folder is none), the signatures
that the file carries are checked, and what they don't prove is said (marked ‘?’).

Exit code: 0 when all is well, 1 when a fault was found, 2 when the command was not understood.`,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options, true)
    if (positionals.length > 0) {
      if (values.story !== undefined || values.rebuild) throw new UsageError('--story and --rebuild are for a desk; leave them away when files are checked.')
      return files(positionals, values.desk, values.json, terminal)
    }
    const story = values.story === undefined ? undefined : StoryId.safeParse(values.story)
    if (story?.success === false) throw new UsageError(`‘${values.story}’ is not the id of a story.`)
    if (story !== undefined && values.rebuild) throw new UsageError('--rebuild is for the whole desk; leave --story away.')
    return desk(deskFolder(values.desk, terminal), { rebuild: values.rebuild, story: story?.data, json: values.json }, terminal)
  },
}

interface DeskRequest {
  readonly rebuild: boolean
  readonly story: StoryId | undefined
  readonly json: boolean
}

async function desk(folder: string, { rebuild, story, json }: DeskRequest, terminal: Terminal): Promise<number> {
  refuseNoDesk(folder)
  const lock = rebuild ? takeLock(folder) : undefined
  try {
    const report = await verifyDesk(folder, { rebuild, story, signal: terminal.signal, report: progressOn(terminal) })
    const proof = story === undefined ? undefined : await proofOfStory(folder, story)
    const ok = report.ok && (proof === undefined || auditFaults(proof) === 0)
    if (json) terminal.out(JSON.stringify({ ...report, ok, ...(proof && { audit: proof }) }, null, 2))
    else for (const line of reportInWords(report, proof, ok)) terminal.out(line)
    return ok ? 0 : 1
  } finally {
    lock?.release()
  }
}

async function files(names: readonly string[], given: string | undefined, json: boolean, terminal: Terminal): Promise<number> {
  const folder = deskFolder(given, terminal)
  const paths = names.map((name) => path.resolve(terminal.directory, name))
  const withoutDesk = given === undefined && !existsSync(databaseFile(folder))
  const reports = withoutDesk ? await each(paths, (file) => verifyFile(file, null)) : await withDesk(folder, { lock: false }, (open) => each(paths, (file) => verifyFile(file, open)))
  if (json) terminal.out(JSON.stringify(reports, null, 2))
  else for (const line of reports.flatMap(fileInWords)) terminal.out(line)
  return reports.every(({ ok }) => ok) ? 0 : 1
}

async function each(paths: readonly string[], check: (file: string) => Promise<FileReport>): Promise<FileReport[]> {
  const reports: FileReport[] = []
  for (const file of paths) reports.push(await check(file))
  return reports
}
