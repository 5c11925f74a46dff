import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openKeyring, type Keyring } from '../../../src/main/desk/keyring'
import { putMember } from '../../../src/main/store/members'
import { revisionsOf } from '../../../src/main/store/revisions'
import { writeSetting } from '../../../src/main/store/settings'
import { loadStory } from '../../../src/main/store/stories'
import { isStale } from '../../../src/main/store/story-index'
import { storyRow } from '../../../src/main/store/story-lists'
import { actOn } from '../../../src/main/session/act'
import { addComment } from '../../../src/main/session/comments'
import { openSession, type DeskSession, type SessionEvents } from '../../../src/main/session/desk-session'
import { statusOf } from '../../../src/main/session/status'
import type { StoryId } from '../../../src/shared/story/ids'
import { storyFields, storyLog, storyText, storyThreads } from '../../../src/shared/story/story-doc'
import { createIdentity } from '../../../src/main/desk/identity'
import { deskOfTwo, edit, temporaryFolder, writeOn, writeStory, type TestDesk } from './people'

interface Sitting extends TestDesk {
  readonly session: DeskSession
  readonly told: { stories: StoryId[]; updates: StoryId[] }
  readonly keyring: Keyring
}

const noKeychain = { available: false, seal: refuse, open: refuse }
function refuse(): never {
  throw new Error('There is no keychain')
}

/** Amina at her desk; Tomás works on the same computer. */
function sitting(made: TestDesk = deskOfTwo()): Sitting {
  const keyring = openKeyring(path.join(temporaryFolder(), 'keyring.json'), noKeychain)
  for (const { member, privateKey } of [made.amina, made.tomas]) keyring.add(member.id, privateKey)
  const told: Sitting['told'] = { stories: [], updates: [] }
  const events: SessionEvents = { storiesChanged: (ids) => void told.stories.push(...ids), storyUpdated: (id) => void told.updates.push(id) }
  const session = openSession(made.desk, keyring, made.amina.member.id, events)
  onTestFinished(() => session.close())
  return { ...made, session, told, keyring }
}

const submit = { type: 'submit' as const, note: '', reviewers: [], due: null }

test('a story goes from draft to approved, each step by who may do it', () => {
  const at = sitting()
  const id = writeStory(at)

  const submitted = actOn(at.session, id, submit)
  expect(submitted.shown).toBe('inReview')
  expect(submitted.row.state).toBe('inReview')
  expect(() => actOn(at.session, id, { type: 'approve', revision: submitted.currentRevision, note: '' })).toThrow(/a second pair of eyes is needed/)

  at.session.actAs(at.tomas.member.id)
  const approved = actOn(at.session, id, { type: 'approve', revision: submitted.currentRevision, note: 'Well done' })

  expect(approved.shown).toBe('approved')
  expect(approved.workflow.approvedRevision).toBe(submitted.currentRevision)
  expect(approved.revisions.map((revision) => revision.id)).toEqual([submitted.currentRevision])
  expect(approved.history.map(({ type, byName }) => [type, byName])).toEqual([['approve', 'Tomás Ferreira'], ['submit', 'Amina Okafor']])
  expect(storyRow(at.desk.db, id)?.state).toBe('approved')
})

test('an edit after approval is seen as such at once, also in the list', () => {
  const at = sitting()
  const id = writeStory(at)
  const { currentRevision } = actOn(at.session, id, submit)
  at.session.actAs(at.tomas.member.id)
  actOn(at.session, id, { type: 'approve', revision: currentRevision, note: '' })

  at.session.docs.append(id, changeOf(at.session.docs.get(id), writeOn('Later: ')))
  at.session.index.now(id)

  const status = statusOf(at.session, id)
  expect(status).toMatchObject({ shown: 'approved', changedSinceApproval: true })
  expect(storyRow(at.desk.db, id)).toMatchObject({ state: 'approved', changedSinceApproval: true })
})

/** What an editor that has the same story would send. */
function changeOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(copy)
  copy.transact(() => change(copy))
  return Y.encodeStateAsUpdate(copy, before)
}

test('a step that can’t be stored has not happened, neither in memory nor in the file', () => {
  const at = sitting()
  const id = writeStory(at)
  at.desk.db.exec("CREATE TRIGGER full BEFORE INSERT ON story_updates BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")

  expect(() => actOn(at.session, id, submit)).toThrow('the disk is full')
  expect(() => addComment(at.session, id, 'Nice', '')).toThrow('the disk is full')

  at.desk.db.exec('DROP TRIGGER full')
  expect(statusOf(at.session, id).shown).toBe('draft')
  expect(storyLog(at.session.docs.get(id)).size).toBe(0)
  expect(storyThreads(at.session.docs.get(id)).size).toBe(0)
  expect(revisionsOf(at.desk.db, id)).toEqual([])
  expect(at.told.updates).toEqual([])
})

test('a list that can’t be brought up to date does not undo what was done', () => {
  const at = sitting()
  const id = writeStory(at)
  at.desk.db.exec("CREATE TRIGGER broken BEFORE DELETE ON story_index BEGIN SELECT RAISE(ABORT, 'no room'); END")
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {})

  expect(actOn(at.session, id, submit).shown).toBe('inReview')

  expect(silent).toHaveBeenCalledOnce()
  at.desk.db.exec('DROP TRIGGER broken')
  expect(isStale(at.desk.db, id)).toBe(true)
})

test('a submission that preflight forbids is refused with its reasons, and changes nothing', () => {
  const at = sitting()
  const id = writeStory(at)
  edit(at, id, (doc) => storyText(doc, 'summary').delete(0, storyText(doc, 'summary').length))

  expect(() => actOn(at.session, id, submit)).toThrow('This can’t be submitted yet: The summary is missing.')
  expect(revisionsOf(at.desk.db, id)).toEqual([])
})

test('asking for the status writes nothing, and tells nobody', () => {
  const at = sitting()
  const id = writeStory(at)
  at.told.stories.length = 0
  const before = at.desk.db.prepare('SELECT total_changes()').pluck().get()

  for (let count = 0; count < 3; count++) statusOf(at.session, id)

  expect(at.desk.db.prepare('SELECT total_changes()').pluck().get()).toBe(before)
  expect(at.told.stories).toEqual([])
})

test('what a story says of its files need not be true: a status is answered all the same', () => {
  const at = sitting()
  const id = writeStory(at)
  edit(at, id, (doc) => {
    const figure = new Y.XmlElement('figure')
    figure.setAttribute('asset', 'no hash at all')
    doc.getXmlFragment('body').insert(0, [figure])
    storyFields(doc).set('heroImage', { asset: 'f'.repeat(64), alt: 'Gone' })
  })

  expect(statusOf(at.session, id).findings.map(({ check }) => check)).toContain('missing-file')
})

test('the stories in memory are few, and each is what the store has', () => {
  const at = sitting()
  const ids = Array.from({ length: 15 }, (_, index) => writeStory(at, `Story ${index}`))
  for (const id of ids) at.session.docs.append(id, changeOf(at.session.docs.get(id), writeOn('More. ')))

  for (const id of ids) expect(storyText(at.session.docs.get(id), 'summary').toString()).toBe(storyText(loadStory(at.desk.db, id), 'summary').toString())
})

test('rows that a crash left behind are brought up to date after opening', async () => {
  const made = deskOfTwo()
  const ids = Array.from({ length: 12 }, (_, index) => writeStory(made, `Story ${index}`))
  for (const id of ids) edit(made, id, (doc) => storyText(doc, 'headline').insert(0, 'Late '))

  const at = sitting(made)

  await vi.waitFor(() => expect(ids.map((id) => storyRow(at.desk.db, id)?.headline)).toEqual(ids.map((_, index) => `Late Story ${index}`)), { timeout: 5000 })
  expect(new Set(at.told.stories)).toEqual(new Set(ids))
})

test('when the rules of sign-off change, the lists follow', async () => {
  const at = sitting()
  const id = writeStory(at)
  const { currentRevision } = actOn(at.session, id, submit)
  at.session.actAs(at.tomas.member.id)
  actOn(at.session, id, { type: 'approve', revision: currentRevision, note: '' })

  writeSetting(at.desk.db, 'policy', { ...at.desk.policy, approvals: 2 })
  at.session.reload()

  expect(statusOf(at.session, id).shown).toBe('inReview')
  await vi.waitFor(() => expect(storyRow(at.desk.db, id)?.state).toBe('inReview'), { timeout: 5000 })

  const third = createIdentity('Noor Haddad', ['reviewer'])
  at.keyring.add(third.member.id, third.privateKey)
  putMember(at.desk.db, third.member)
  at.session.reload()
  at.session.actAs(third.member.id)
  expect(actOn(at.session, id, { type: 'approve', revision: currentRevision, note: '' }).shown).toBe('approved')
})

test('nobody can act as a member whose key is elsewhere, or who is not on the desk', () => {
  const at = sitting()
  const elsewhere = createIdentity('Noor Haddad', ['reviewer'])
  putMember(at.desk.db, elsewhere.member)
  at.session.reload()

  expect(() => at.session.actAs(elsewhere.member.id)).toThrow(/is not on this computer/)
  expect(() => at.session.actAs(createIdentity('Stranger', ['admin']).member.id)).toThrow('This member is not on the desk.')
  expect(at.session.member().id).toBe(at.amina.member.id)
  expect(at.session.info().signable).toEqual([at.amina.member.id, at.tomas.member.id])
})
