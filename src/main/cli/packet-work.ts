import { grouped } from '../../shared/identity/fingerprint'
import type { PacketSummary } from '../../shared/packet/packet-report'
import { DeskError } from '../../shared/result'
import type { StoryId } from '../../shared/story/ids'
import type { Member, Role } from '../../shared/workflow/member'
import type { Desk } from '../desk/desk'
import type { Keyring } from '../desk/keyring'
import { noKeyring } from '../desk/no-keyring'
import { lookAtPacket } from '../packet/look-at-packet'
import { openPacket } from '../packet/open-packet'
import { forgetArriving, takePacket } from '../packet/take-packet'
import { writePacket } from '../packet/write-packet'
import { openSession, type DeskSession } from '../session/desk-session'
import { composeReply, composeReview, noteSent, type PacketToSend } from '../session/packets'
import { progressOn, type Terminal } from './terminal'

/** One packet on one desk, in the name of one member. */
export interface PacketWork {
  readonly desk: Desk
  readonly by: Member
  readonly file: string
  readonly json: boolean
  readonly terminal: Terminal
}

/** Says what is in a packet. */
export async function look({ desk, by, file, json, terminal }: PacketWork): Promise<number> {
  const summary = await lookAtPacket(desk, { file, by: by.id, signal: terminal.signal, report: progressOn(terminal) })
  if (json) terminal.out(JSON.stringify(summary, null, 2))
  else for (const line of linesOf(summary)) terminal.out(line)
  return 0
}

function linesOf({ reply, story, sender, desk, note, due, trust, news }: PacketSummary): string[] {
  return [
    `${reply ? 'Answer' : 'For review'}: ${story.headline || 'Untitled'}`,
    `From ${sender.name}, ${desk.name}`,
    `Key  ${grouped(sender.id)}${trust.state === 'known' ? '' : ' (not trusted on this desk)'}`,
    ...(due === null ? [] : [`Due  ${due}`]),
    ...(note === '' ? [] : [`Note ${note.replace(/\s+/g, ' ')}`]),
    ...news.decisions.map(({ byName, text }) => `New  ${byName} ${text}`),
    ...(news.comments === 0 ? [] : [`New  comments: ${news.comments}`]),
    ...(news.suggestions === 0 ? [] : [`New  suggestions: ${news.suggestions}`]),
    ...((news.changes ?? 0) === 0 ? [] : [`New  changes of the story: ${news.changes}`]),
  ]
}

/** Takes a packet in. @param trust.key The sender's key as a person has heard it, if they have. */
export async function open(work: PacketWork, trust: { readonly key: string | null; readonly roles: readonly Role[] }): Promise<number> {
  const { desk, by, file, terminal } = work
  const { trust: asked, sender } = await lookAtPacket(desk, { file, by: by.id, signal: terminal.signal })
  if (trust.key !== null && trust.key !== sender.id) throw new DeskError('packet-untrusted', `This packet was signed by another key: ${grouped(sender.id)}. Nothing of it was opened.`)
  if (asked.state !== 'known' && trust.key === null) throw new DeskError('packet-untrusted', `The key of ${sender.name} is not trusted on this desk. If it is theirs, give it with --trust '${grouped(sender.id)}'. Nothing of the packet was opened.`)
  const packet = await takePacket(desk, { file, by: by.id, trusted: asked.state !== 'known', signal: terminal.signal, report: progressOn(terminal) })
  return inSession(work, { ...noKeyring, has: (id) => id === by.id }, async (session) => {
    try {
      const outcome = openPacket(session, { packet, file, answer: asked.state === 'known' ? null : { roles: [...trust.roles] } })
      session.reload()
      session.index.now(outcome.story)
      terminal.out(work.json ? JSON.stringify(outcome, null, 2) : outcome.story)
      return 0
    } catch (error) {
      forgetArriving(desk)
      throw error
    }
  })
}

export interface WriteRequest {
  readonly story: StoryId
  readonly keyring: Keyring
  readonly to: string
  readonly roles: readonly Role[]
  readonly note: string
  readonly due: string | null
  readonly allFiles: boolean
}

/** Writes a packet that asks somebody to review a story. */
export function write(work: PacketWork, { story, keyring, to, roles, note, due, allFiles }: WriteRequest): Promise<number> {
  return inSession(work, keyring, (session) => {
    const member = work.desk.members.find(({ id, name }) => id === to || name.normalize('NFC').toLowerCase() === to.normalize('NFC').toLowerCase())
    const { workflow, currentRevision } = session.derived(story)
    const submit = workflow.state !== 'inReview' || workflow.submitted?.revision !== currentRevision
    return finish(work, session, composeReview(session, { story, to: member === undefined ? { name: to, roles: [...roles] } : { member: member.id }, note, due, submit, allFiles }))
  })
}

/** Writes a packet that answers the home of a story. */
export function reply(work: PacketWork, { story, keyring, note }: Pick<WriteRequest, 'story' | 'keyring' | 'note'>): Promise<number> {
  return inSession(work, keyring, (session) => finish(work, session, composeReply(session, story, note)))
}

async function finish({ desk, file, json, terminal }: PacketWork, session: DeskSession, composing: Promise<PacketToSend>): Promise<number> {
  const composed = await composing
  const { size } = await writePacket(desk, { file, parts: composed.parts, files: composed.files, signal: terminal.signal, report: progressOn(terminal) })
  noteSent(session, composed, file)
  const leftOut = composed.manifest.files.length - composed.files.length
  if (leftOut > 0) terminal.err(`${leftOut === 1 ? 'One file that the other desk has is' : `${leftOut} files that the other desk has are`} left out.`)
  terminal.out(json ? JSON.stringify({ id: composed.manifest.id, file, size, leftOut }, null, 2) : file)
  return 0
}

/** Acts as one member for a while; what waits to be derived is derived at the end, and the desk closed. */
async function inSession({ desk, by }: PacketWork, keyring: Keyring, work: (session: DeskSession) => Promise<number>): Promise<number> {
  const session = openSession(desk, keyring, by.id, { storiesChanged() {}, storyUpdated() {} })
  try {
    if (session.member().id !== by.id) session.actAs(by.id)
    return await work(session)
  } finally {
    session.close()
  }
}
