import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { createDesk, type Desk } from '../../../src/main/desk/desk'
import { createIdentity, signEvent, type Identity } from '../../../src/main/desk/identity'
import { workflowOf } from '../../../src/main/desk/story-workflow'
import { putMember } from '../../../src/main/store/members'
import { putRevision } from '../../../src/main/store/revisions'
import { snapshot } from '../../../src/main/store/snapshot'
import { appendUpdate, createStory, loadStory } from '../../../src/main/store/stories'
import { refreshStory } from '../../../src/main/store/story-index'
import { KindId, Instant, type StoryId } from '../../../src/shared/story/ids'
import type { Kind } from '../../../src/shared/story/kind'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { storyLog, storyText } from '../../../src/shared/story/story-doc'
import type { Action } from '../../../src/shared/ipc'
import { decide } from '../../../src/shared/workflow/decide'
import { eventId } from '../../../src/shared/workflow/event'
import { revisionId } from '../../../src/shared/story/revision'

/** A desk of two people in a folder that goes away with the test. */
export interface TestDesk {
  readonly desk: Desk
  readonly folder: string
  /** Writes, and may do everything. */
  readonly amina: Identity
  /** Reviews and publishes. */
  readonly tomas: Identity
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function deskOfTwo(): TestDesk {
  const folder = path.join(temporaryFolder(), 'desk')
  const amina = createIdentity('Amina Okafor', ['writer', 'reviewer', 'publisher', 'admin'])
  const tomas = createIdentity('Tomás Ferreira', ['reviewer', 'publisher'])
  const desk = createDesk(folder, { name: 'Harbour Cities Council', member: amina.member })
  onTestFinished(() => desk.close())
  putMember(desk.db, tomas.member)
  desk.reload()
  return { desk, folder, amina, tomas }
}

export function kindOf(desk: Desk, name = 'announcement'): Kind {
  const kind = desk.kinds.find(({ id }) => id === KindId.parse(name))
  if (kind === undefined) throw new Error(`The desk has no kind ${name}`)
  return kind
}

export const paragraph = (text: string): DocumentNode => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

/** A story that preflight has nothing against. */
export function writeStory({ desk, amina }: TestDesk, headline = 'Nine ports agree on a housing pledge', body = 'Mayors of nine port cities signed a pledge on housing for newcomers.'): StoryId {
  const id = createStory(desk.db, {
    kind: kindOf(desk),
    by: amina.member.id,
    headline,
    fields: { summary: 'Mayors of nine port cities have agreed how newcomers find a home within a year.' },
    body: paragraph(body),
  })
  refreshStory(desk, id, loadStory(desk.db, id))
  return id
}

/** Changes a story as its editor would. */
export function edit({ desk }: TestDesk, id: StoryId, change: (doc: Y.Doc) => void): void {
  const doc = loadStory(desk.db, id)
  const before = Y.encodeStateVector(doc)
  doc.transact(() => change(doc))
  appendUpdate(desk.db, id, Y.encodeStateAsUpdate(doc, before))
}

export const writeOn = (text: string) => (doc: Y.Doc): void => storyText(doc, 'summary').insert(0, text)

let clock = Date.parse('2026-03-02T09:00:00.000Z')

/** Does one step of the workflow as someone, a minute after the last one. */
export function act({ desk }: TestDesk, id: StoryId, who: Identity, action: Action): void {
  const doc = loadStory(desk.db, id)
  const current = snapshot(desk, id, doc)
  clock += 60_000
  const decided = decide(workflowOf(desk, id, doc), action, {
    story: id,
    by: who.member,
    at: Instant.parse(new Date(clock).toISOString()),
    policy: desk.policy,
    members: desk.members,
    currentRevision: revisionId(current),
  })
  if (!decided.ok) throw new Error(decided.error.message)
  const signed = signEvent(decided.value, who.privateKey)
  if (action.type === 'submit') putRevision(desk.db, current, who.member.id)
  edit({ desk } as TestDesk, id, (story) => storyLog(story).set(eventId(signed.event), signed))
  refreshStory(desk, id, loadStory(desk.db, id))
}

/** Submitted by Amina, approved by Tomás. */
export function approve(desk: TestDesk, id: StoryId): void {
  act(desk, id, desk.amina, { type: 'submit', note: '', reviewers: [], due: null })
  const { submitted } = workflowOf(desk.desk, id, loadStory(desk.desk.db, id))
  if (submitted === null) throw new Error('The story was not submitted')
  act(desk, id, desk.tomas, { type: 'approve', revision: submitted.revision, note: '' })
}
