import path from 'node:path'
import type { Delivery, Target } from '../../shared/publishing'
import type { StoryId } from '../../shared/story/ids'
import { approvedStories } from '../desk/approved-stories'
import type { Desk } from '../desk/desk'
import { openKeyring, type Keyring } from '../desk/keyring'
import { noKeyring } from '../desk/no-keyring'
import { deliveriesOf } from '../store/deliveries'
import { listTargets } from '../store/targets'
import { commonOptions, readArguments, required, UsageError, type Command } from './command'
import { deskFolder, onDesk } from './desk-folder'
import { send } from './send'
import { storiesNamed } from './story-ids'
import type { Terminal } from './terminal'

const options = { ...commonOptions, target: { type: 'string' }, story: { type: 'string', multiple: true }, keyring: { type: 'string' }, wait: { type: 'string', default: '300' } } as const

export const publishCommand: Command = {
  name: 'publish',
  summary: 'brings the approved stories to a target',
  help: `copydesk publish --target NAME [--story ID]… [--keyring FILE] [--wait SECONDS] [--desk FOLDER] [--json]

Brings what was approved, and only that, to one of the desk's targets. Without --story: every approved story whose approved
version is not there yet.

  --target NAME   a target's name or id, as the desk's settings show it
  --story ID      only this story, by its id or slug; may be given more than once
  --keyring FILE  a key file that is not sealed by a keychain, or is sealed by a passphrase: 'published' is then signed at once.
                  Otherwise it is signed when a member who may publish next opens the desk
  --wait SECONDS  how long to wait for a target that does not answer; 300 unless given. What is not delivered by then goes on
                  when the desk is next opened
  --desk FOLDER   the desk's folder; the current folder unless given
  --json          prints the deliveries as JSON

Environment: COPYDESK_SECRET holds the target's password or token. A shell has no keychain, so it is never stored.
COPYDESK_PASSPHRASE holds the passphrase of the key file, if it has one.

Exit code: 0 when everything was delivered, 1 when something was not, 2 when the command was not understood.`,
  async run(args, terminal) {
    const { values } = readArguments(args, options, false)
    const wanted = required(values.target, 'target')
    const patienceMs = secondsOf(values.wait) * 1000
    return onDesk(deskFolder(values.desk, terminal), async (desk) => {
      const target = targetNamed(desk, wanted)
      const stories = storiesToSend(desk, target, storiesNamed(desk, values.story), terminal)
      const keyring = await keyringOf(values.keyring, terminal)
      const { deliveries, refused } = await send({ desk, target, stories: stories.ready, keyring, patienceMs, terminal })
      print(deliveries, values.json, terminal)
      return stories.skipped + refused === 0 && deliveries.every(({ state }) => state === 'delivered') ? 0 : 1
    })
  },
}

/** @throws DeskError `wrong-passphrase`. */
async function keyringOf(file: string | undefined, { directory, environment }: Terminal): Promise<Keyring> {
  if (file === undefined) return noKeyring
  const keyring = openKeyring(path.resolve(directory, file), noSeal)
  const passphrase = environment['COPYDESK_PASSPHRASE']
  if (passphrase !== undefined && keyring.protection().locked) await keyring.unlock(passphrase)
  return keyring
}

const noSeal = { available: false, seal: refuseSealed, open: refuseSealed }

function refuseSealed(): never {
  throw new Error('A command line has no keychain')
}

function secondsOf(text: string): number {
  const seconds = Number(text)
  if (!Number.isFinite(seconds) || seconds < 0) throw new UsageError(`‘${text}’ is not a number of seconds.`)
  return seconds
}

/** @throws UsageError naming the targets there are. */
function targetNamed({ db }: Desk, name: string): Target {
  const targets = listTargets(db)
  const found = targets.filter(({ id, settings }) => id === name || settings.name === name)
  const [first] = found
  if (first === undefined) throw new UsageError(targets.length === 0 ? 'This desk has no targets. Add one in its settings.' : `No target of this desk is called ‘${name}’. Targets: ${targets.map(({ settings }) => settings.name).join(', ')}.`)
  if (found.length > 1) throw new UsageError(`Several targets are called ‘${name}’. Give an id: ${found.map(({ id }) => id).join(', ')}.`)
  return first
}

function storiesToSend(desk: Desk, target: Target, asked: StoryId[] | null, terminal: Terminal): { ready: StoryId[]; skipped: number } {
  const { stories, skipped } = approvedStories(desk, asked)
  for (const { reason } of skipped) terminal.err(`Skipped: ${reason}`)
  const ready = stories.filter(({ id, revision }) => asked !== null || !isThere(desk, target, revision.story, id)).map(({ revision }) => revision.story)
  return { ready, skipped: asked === null ? 0 : skipped.length }
}

/** Whether the last delivery of a story to a target brought exactly this revision. */
function isThere({ db }: Desk, target: Target, story: StoryId, revision: string): boolean {
  const last = deliveriesOf(db, story).find((delivery) => delivery.target === target.id && delivery.state === 'delivered')
  return last?.revision === revision
}

function print(deliveries: readonly Delivery[], json: boolean, terminal: Terminal): void {
  if (json) terminal.out(JSON.stringify(deliveries, null, 2))
  else for (const { story, state, receipt, headline } of deliveries) terminal.out(`${story}  ${state}  ${receipt?.url ?? '-'}  ${headline}`)
}
