import path from 'node:path'
import { Role } from '../../shared/workflow/member'
import { openKeyring } from '../desk/keyring'
import { commonOptions, readArguments, required, UsageError, type Command } from './command'
import { deskFolder, onDesk } from './desk-folder'
import { memberNamed } from './member-named'
import { look, open, reply, write, type PacketWork } from './packet-work'
import { storiesNamed } from './story-ids'

const options = {
  ...commonOptions,
  as: { type: 'string' },
  story: { type: 'string' },
  to: { type: 'string' },
  role: { type: 'string', multiple: true },
  note: { type: 'string', default: '' },
  due: { type: 'string' },
  trust: { type: 'string' },
  keyring: { type: 'string' },
  'all-files': { type: 'boolean', default: false },
} as const

export const packetCommand: Command = {
  name: 'packet',
  summary: 'sends stories to other desks for review, and opens what comes back',
  help: `copydesk packet look|open|write|reply FILE --as MEMBER [--desk FOLDER] [--json]

Stories go between desks as files, without a server.

  look FILE       says what is in a packet, checked to its last byte; takes nothing in
  open FILE       takes a packet in. A key that is new to the desk has to be named with --trust
  write FILE      writes a packet that asks for review. The story is submitted first, unless it is in review
  reply FILE      writes a packet that answers the desk that a story belongs to

  --as MEMBER     who opens or signs it: a member's name or id
  --trust KEY     the sender's key, as they read it to you: eight groups of four characters
  --role ROLE     what somebody new may do: ${Role.options.join(', ')}; reviewer unless given. May be given more than once
  --story ID      which story to send, by its id or slug
  --to NAME       who it is for: a member of the desk, or somebody new, who is invited by this name
  --note TEXT     what they should look at
  --due DATE      until when, such as 2026-12-04
  --all-files     also sends files that the other desk has already, since its answers named them
  --keyring FILE  a key file that is not sealed, to sign with
  --desk FOLDER   the desk's folder; the current folder unless given
  --json          prints the result as JSON

Exit code: 0 when it was done, 1 when the packet was refused or could not be written, 2 when the command was not understood.`,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options, true)
    const [what, name, ...more] = positionals
    if (what === undefined || name === undefined || more.length > 0) throw new UsageError('Say what to do with which file: copydesk packet look|open|write|reply FILE.')
    const file = path.resolve(terminal.directory, name)
    const as = required(values.as, 'as')
    return onDesk(deskFolder(values.desk, terminal), async (desk) => {
      const work: PacketWork = { desk, by: memberNamed(desk, as), file, json: values.json, terminal }
      const story = () => storiesNamed(desk, [required(values.story, 'story')])?.[0] ?? missingStory()
      const keyring = () => openKeyring(path.resolve(terminal.directory, required(values.keyring, 'keyring')), noSeal)
      const roles = rolesOf(values.role)
      switch (what) {
        case 'look':
          return look(work)
        case 'open':
          return open(work, { key: values.trust === undefined ? null : keyOf(values.trust), roles })
        case 'write':
          return write(work, { story: story(), keyring: keyring(), to: required(values.to, 'to'), roles, note: values.note, due: dueOf(values.due), allFiles: values['all-files'] })
        case 'reply':
          return reply(work, { story: story(), keyring: keyring(), note: values.note })
        default:
          throw new UsageError(`‘${what}’ is nothing that can be done with a packet. Say look, open, write or reply.`)
      }
    })
  },
}

function missingStory(): never {
  throw new UsageError('--story is missing.')
}

const noSeal = { available: false, seal: refuseSealed, open: refuseSealed }

function refuseSealed(): never {
  throw new Error('A command line has no keychain')
}

/** A key as people read it: with spaces or without. */
const keyOf = (text: string): string => text.replace(/\s+/g, '').toLowerCase()

function rolesOf(names: readonly string[] = ['reviewer']): Role[] {
  return names.map((name) => {
    const role = Role.safeParse(name)
    if (!role.success) throw new UsageError(`There is no role ‘${name}’. Roles: ${Role.options.join(', ')}.`)
    return role.data
  })
}

function dueOf(text: string | undefined): string | null {
  if (text === undefined) return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw new UsageError(`‘${text}’ is no day. Give it as 2026-12-04.`)
  return text
}
