import { readdirSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { createDesk, type Desk } from '../../../src/main/desk/desk'
import { createIdentity, type Identity } from '../../../src/main/desk/identity'
import { openKeyring } from '../../../src/main/desk/keyring'
import { lookAtPacket } from '../../../src/main/packet/look-at-packet'
import { openPacket } from '../../../src/main/packet/open-packet'
import { takePacket } from '../../../src/main/packet/take-packet'
import { writePacket } from '../../../src/main/packet/write-packet'
import { actOn } from '../../../src/main/session/act'
import { openSession, type DeskSession } from '../../../src/main/session/desk-session'
import { composeReply, composeReview, noteSent, type SendRequest } from '../../../src/main/session/packets'
import { canonicalText, sha256Hex } from '../../../src/shared/story/canonical'
import type { PacketOutcome, PacketSummary, TrustAnswer } from '../../../src/shared/packet/packet-report'
import type { StoryId } from '../../../src/shared/story/ids'
import type { Role } from '../../../src/shared/workflow/member'
import { kindOf, paragraph, temporaryFolder } from '../desk/people'
import { createStory } from '../../../src/main/store/stories'

/** Somebody at a desk of their own, on a computer of their own. */
export interface Office {
  readonly desk: Desk
  readonly session: DeskSession
  readonly me: Identity
}

export function office(deskName: string, name: string, roles: readonly Role[] = ['writer', 'reviewer', 'publisher', 'admin'], me = createIdentity(name, roles)): Office {
  const desk = createDesk(path.join(temporaryFolder(), 'desk'), { name: deskName, member: me.member })
  const refuse = (): never => {
    throw new Error('There is no keychain')
  }
  const keyring = openKeyring(path.join(temporaryFolder(), 'keyring.json'), { available: false, seal: refuse, open: refuse })
  keyring.add(me.member.id, me.privateKey)
  const session = openSession(desk, keyring, me.member.id, { storiesChanged: () => undefined, storyUpdated: () => undefined })
  onTestFinished(() => session.close())
  return { desk, session, me }
}

export const harbour = (): Office => office('Harbour Cities Council', 'Amina Okafor')
export const mayorsOffice = (): Office => office('Office of the Mayor', 'Tomás Ferreira')

/** A story that preflight has nothing against. */
export function writeStory({ desk, me, session }: Office, headline = 'Nine ports agree on a housing pledge', body = 'Mayors of nine port cities signed a pledge on housing for newcomers.'): StoryId {
  const id = createStory(desk.db, {
    kind: kindOf(desk),
    by: me.member.id,
    headline,
    fields: { summary: 'Mayors of nine port cities have agreed how newcomers find a home within a year.' },
    body: paragraph(body),
  })
  session.index.now(id)
  return id
}

/** Writes a packet that asks for review; answers its file. */
export async function send({ session, desk }: Office, story: StoryId, request: Partial<SendRequest> = {}): Promise<string> {
  const composed = await composeReview(session, { story, to: { name: 'Tomás Ferreira', roles: ['reviewer'] }, note: 'Please check the dates.', due: null, submit: true, allFiles: false, ...request })
  return written(desk, composed, session)
}

export async function answer({ session, desk }: Office, story: StoryId, note = ''): Promise<string> {
  return written(desk, await composeReply(session, story, note), session)
}

async function written(desk: Desk, composed: Awaited<ReturnType<typeof composeReply>>, session: DeskSession): Promise<string> {
  const file = path.join(temporaryFolder(), 'packet.copydesk')
  await writePacket(desk, { file, parts: composed.parts, files: composed.files })
  noteSent(session, composed, file)
  return file
}

export const look = ({ desk, me }: Office, file: string): Promise<PacketSummary> => lookAtPacket(desk, { file, by: me.member.id })

/** Opens a packet as the app does: its files first, then all the rest at one stroke. */
export async function open({ desk, session, me }: Office, file: string, trust: TrustAnswer | null = { roles: ['reviewer'] }): Promise<PacketOutcome> {
  const packet = await takePacket(desk, { file, by: me.member.id, trusted: trust !== null })
  const outcome = openPacket(session, { packet, file, answer: trust })
  session.reload()
  session.index.now(outcome.story)
  return outcome
}

export function approve({ session }: Office, story: StoryId): void {
  const { submitted } = session.derived(story).workflow
  if (submitted === null) throw new Error('The story was not submitted')
  actOn(session, story, { type: 'approve', revision: submitted.revision, note: 'Good to go.' })
}

export function requestChanges({ session }: Office, story: StoryId, reason: string): void {
  const { submitted } = session.derived(story).workflow
  if (submitted === null) throw new Error('The story was not submitted')
  actOn(session, story, { type: 'requestChanges', revision: submitted.revision, reason })
}

/** All that a desk holds: every row of every table of its own, and the names of its files. */
export function contentOf({ db, path: folder }: Desk): Readonly<Record<string, readonly string[]>> {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'story_search_%' ORDER BY name").pluck().all().map(String)
  const rows = tables.map((table): [string, string[]] => [table, db.prepare(`SELECT * FROM ${table}`).all().map((row) => canonicalText(plain(row))).sort()])
  const files = readdirSync(path.join(folder, 'assets'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return { ...Object.fromEntries(rows), files: files.map((entry) => path.join(path.relative(folder, entry.parentPath), entry.name)).sort() }
}

function plain(row: unknown): unknown {
  return Object.fromEntries(Object.entries(Object(row)).map(([name, value]) => [name, value instanceof Uint8Array ? sha256Hex(new Uint8Array(value)) : value]))
}
