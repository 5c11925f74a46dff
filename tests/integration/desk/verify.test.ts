import { closeSync, openSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { databaseFile, type Desk } from '../../../src/main/desk/desk'
import { createIdentity, signEvent } from '../../../src/main/desk/identity'
import { verifyDesk } from '../../../src/main/desk/verify'
import { addAsset, assetPath } from '../../../src/main/store/assets'
import { loadStory } from '../../../src/main/store/stories'
import { isStale, refreshStory } from '../../../src/main/store/story-index'
import type { StoryId } from '../../../src/shared/story/ids'
import { storyFields, storyLog } from '../../../src/shared/story/story-doc'
import { eventId, SignedEvent } from '../../../src/shared/workflow/event'
import { png } from '../store/files'
import { approve, deskOfTwo, edit, writeOn, writeStory, type TestDesk } from './people'

interface Full extends TestDesk {
  readonly story: StoryId
  readonly asset: Awaited<ReturnType<typeof addAsset>>
}

/** A desk with an approved story that has a picture, and nothing wrong with it. */
async function deskWithEverything(): Promise<Full> {
  const made = deskOfTwo()
  const asset = await addAsset(made.desk, { name: 'quay.png', bytes: png(8, 6) })
  const story = writeStory(made)
  edit(made, story, (doc) => storyFields(doc).set('heroImage', { asset: asset.hash, alt: 'The old quay', decorative: false, caption: '', credit: '' }))
  approve(made, story)
  writeStory(made, 'A second story')
  return { ...made, story, asset }
}

async function faultsOf({ desk }: { desk: Desk }, rebuild = false): Promise<Record<string, string[]>> {
  const { lines, ok } = await verifyDesk(desk.path, { rebuild })
  const faulty = lines.filter(({ faults }) => faults.length > 0)
  expect(ok).toBe(faulty.length === 0)
  return Object.fromEntries(faulty.map(({ what, faults }) => [what, faults]))
}

/** Changes the first event of a kind in the log, as someone with the file might. */
function tamper(made: Full, type: string, change: (signed: SignedEvent, key: string, log: Y.Map<unknown>) => void): void {
  edit(made, made.story, (doc) => {
    for (const [key, raw] of Object.entries(storyLog(doc).toJSON())) {
      const signed = SignedEvent.parse(raw)
      if (signed.event.type === type) change(signed, key, storyLog(doc))
    }
  })
  refreshStory(made.desk, made.story, loadStory(made.desk.db, made.story))
}

test('a desk without faults is well, and the report says what was checked', async () => {
  const made = await deskWithEverything()

  const { lines, ok } = await verifyDesk(made.folder, { rebuild: false })

  expect(ok).toBe(true)
  expect(Object.fromEntries(lines.map(({ what, checked }) => [what, checked]))).toEqual({
    'Database file': 1,
    Members: 2,
    'Story updates': 5,
    'Workflow events and their signatures': 2,
    'Versions and their hashes': 1,
    'Files and their hashes': 1,
    'Lists and search': 2,
  })
})

test('a file that was changed is found', async () => {
  const made = await deskWithEverything()
  const file = assetPath(made.folder, made.asset.hash)
  truncateSync(file, statSync(file).size - 3)
  expect(await faultsOf(made)).toEqual({ 'Files and their hashes': [`The file ‘quay.png’ was changed or damaged: it no longer has the hash that names it (${made.asset.hash}).`] })
})

test('a file that is missing is found', async () => {
  const made = await deskWithEverything()
  rmSync(assetPath(made.folder, made.asset.hash))
  expect(await faultsOf(made)).toEqual({ 'Files and their hashes': [`The file ‘quay.png’ is missing (${made.asset.hash}).`] })
})

test('a file that nobody put on the desk is found', async () => {
  const made = await deskWithEverything()
  writeFileSync(path.join(made.folder, 'assets', 'notes.txt'), 'left behind')
  expect(await faultsOf(made)).toEqual({ 'Files and their hashes': [`‘${path.join('assets', 'notes.txt')}’ is not a file of this desk; nothing uses it.`] })
})

test('a file that a version uses and the desk no longer lists is found', async () => {
  const made = await deskWithEverything()
  made.desk.db.prepare('DELETE FROM assets').run()
  rmSync(assetPath(made.folder, made.asset.hash))
  refreshStory(made.desk, made.story, loadStory(made.desk.db, made.story))
  expect((await faultsOf(made))['Files and their hashes']).toEqual([expect.stringMatching(/uses the file ‘quay\.png’, which is not on the desk/)])
})

test('a version that was changed is found', async () => {
  const made = await deskWithEverything()
  made.desk.db.prepare("UPDATE revisions SET json = replace(json, 'Nine ports', 'Ten ports')").run()
  expect(await faultsOf(made)).toEqual({ 'Versions and their hashes': [expect.stringMatching(/was changed: its content has another hash/)] })
})

test('a version that was moved to another story is found', async () => {
  const made = await deskWithEverything()
  made.desk.db.prepare("UPDATE revisions SET story = '3a0b5f86-58c4-4c5c-9f5d-4d39dbd1a7f1'").run()
  const faults = await faultsOf(made)
  expect(faults['Versions and their hashes']).toEqual([expect.stringMatching(/but belongs to story/)])
})

test('a version that is gone is found by the events that are about it', async () => {
  const made = await deskWithEverything()
  made.desk.db.prepare('DELETE FROM revisions').run()
  expect((await faultsOf(made))['Workflow events and their signatures']).toEqual([expect.stringMatching(/‘submit’ is about a version that is not on the desk/), expect.stringMatching(/‘approve’ is about a version that is not on the desk/)])
})

test('an event that was changed after it was signed is found', async () => {
  const made = await deskWithEverything()
  tamper(made, 'approve', ({ event, signature }, key, log) => log.set(key, { event: { ...event, note: 'Approved by all nine mayors' }, signature }))
  expect((await faultsOf(made))['Workflow events and their signatures']).toEqual([expect.stringMatching(/‘approve’ does not count, because the signature is not that of Tomás Ferreira/)])
})

test('an event by someone who is not a member is found', async () => {
  const made = await deskWithEverything()
  const stranger = createIdentity('Someone', ['reviewer'])
  tamper(made, 'approve', ({ event }, _key, log) => {
    const forged = signEvent({ ...event, by: stranger.member.id }, stranger.privateKey)
    log.set(eventId(forged.event), forged)
  })
  expect((await faultsOf(made))['Workflow events and their signatures']).toEqual([expect.stringMatching(/whoever signed it is not a member of this desk/)])
})

test('an event under a name that is not its own is found', async () => {
  const made = await deskWithEverything()
  tamper(made, 'approve', (signed, _key, log) => log.set('elsewhere', signed))
  expect((await faultsOf(made))['Workflow events and their signatures']).toEqual([expect.stringMatching(/stands under a name that is not its own \(elsewhere\)/)])
})

test('an event that was taken out of the log is missed by those that came after it', async () => {
  const made = await deskWithEverything()
  tamper(made, 'submit', (_signed, key, log) => log.delete(key))
  expect((await faultsOf(made))['Workflow events and their signatures']).toEqual([expect.stringMatching(/what happened before an event of the type ‘approve’ is missing/)])
})

test('something in the log that is no event at all is found', async () => {
  const made = await deskWithEverything()
  edit(made, made.story, (doc) => storyLog(doc).set('approved', true))
  expect((await faultsOf(made))['Workflow events and their signatures']).toEqual([expect.stringMatching(/it is not a workflow event \(approved\)/)])
})

test('an event that its author was not allowed is counted, and is no fault: roles and rules may change', async () => {
  const made = await deskWithEverything()
  tamper(made, 'submit', ({ event }, _key, log) => {
    const signed = signEvent({ ...event, by: made.tomas.member.id }, made.tomas.privateKey)
    log.set(eventId(signed.event), signed)
  })

  const { lines, ok } = await verifyDesk(made.folder, { rebuild: false })

  expect(ok).toBe(true)
  expect(lines.find(({ what }) => what.startsWith('Workflow events that changed nothing'))?.checked).toBe(1)
})

test('a member whose key was exchanged is found', async () => {
  const made = await deskWithEverything()
  made.desk.db.prepare('UPDATE members SET public_key = ? WHERE id = ?').run(createIdentity('x', ['admin']).member.publicKey, made.tomas.member.id)
  expect((await faultsOf(made))['Members']).toEqual([expect.stringMatching(/The key of ‘Tomás Ferreira’ is not the one/)])
})

test('a member that can’t be read is found', async () => {
  const made = await deskWithEverything()
  made.desk.db.prepare("UPDATE members SET roles = 'emperor' WHERE id = ?").run(made.tomas.member.id)
  expect((await faultsOf(made))['Members']).toEqual(['The member ‘Tomás Ferreira’ can’t be read.'])
})

test('an update that can’t be read is found', async () => {
  const made = await deskWithEverything()
  const { lastInsertRowid } = made.desk.db.prepare('INSERT INTO story_updates (story, bytes, appended_at) VALUES (?, ?, ?)').run(made.story, new Uint8Array([7, 7, 7]), '2026-03-02T09:00:00.000Z')
  expect((await faultsOf(made))['Story updates']).toEqual([expect.stringContaining(`Update ${lastInsertRowid} of story ${made.story} can’t be read`)])
})

test('a story whose first update is gone is found', async () => {
  const made = await deskWithEverything()
  made.desk.db.prepare('DELETE FROM story_updates WHERE sequence = (SELECT min(sequence) FROM story_updates WHERE story = ?)').run(made.story)
  expect((await faultsOf(made))['Story updates']).toEqual([`The first update of story ${made.story} is missing.`])
})

test.each([
  ['a changed row', "UPDATE story_index SET state = 'approved' WHERE headline = 'A second story'"],
  ['a missing row', "DELETE FROM story_index WHERE headline = 'A second story'"],
  ['a row that says something else', "UPDATE story_index SET headline = 'Something else' WHERE headline = 'A second story'"],
  ['a text in the search that is not the story’s', "UPDATE story_search SET body = 'other words' WHERE headline = 'A second story'"],
  ['a row of no story', "CREATE TEMP TABLE copied AS SELECT * FROM story_index LIMIT 1; UPDATE copied SET number = 999, id = '3a0b5f86-58c4-4c5c-9f5d-4d39dbd1a7f1'; INSERT INTO story_index SELECT * FROM copied; DROP TABLE copied"],
  ['a wrong count', 'UPDATE story_tallies SET stories = stories + 1'],
  ['a wrong count of a field', 'UPDATE field_tallies SET stories = stories + 1'],
  ['a use of a file that is none', `INSERT INTO asset_uses VALUES ('${'0'.repeat(64)}', 'no story', 'n')`],
])('%s in lists and search is found, and a rebuild mends it', async (_what, sql) => {
  const made = await deskWithEverything()
  made.desk.db.exec(sql)

  expect(Object.keys(await faultsOf(made))).toEqual(['Lists and search'])
  expect(await faultsOf(made, true)).toEqual({})
  expect(await faultsOf(made)).toEqual({})
})

test('a story that an open window has yet to derive is no fault', async () => {
  const made = await deskWithEverything()
  edit(made, made.story, writeOn('Just typed. '))
  expect(isStale(made.desk.db, made.story)).toBe(true)
  expect(await faultsOf(made)).toEqual({})
})

test('pages of the database that were overwritten are found', async () => {
  const made = await deskWithEverything()
  for (let index = 0; index < 60; index++) writeStory(made, `Story ${index}`, 'Many words that fill pages. '.repeat(100))
  made.desk.db.pragma('wal_checkpoint(TRUNCATE)')
  made.desk.close()
  const file = databaseFile(made.folder)
  const descriptor = openSync(file, 'r+')
  const size = statSync(file).size
  for (let place = Math.floor(size / 2 / 4096) * 4096; place < size - 4096; place += 4096) writeSync(descriptor, Buffer.alloc(4096, 0xaa), 0, 4096, place)
  closeSync(descriptor)

  const { ok, lines } = await verifyDesk(made.folder, { rebuild: false })

  expect(ok).toBe(false)
  expect(lines.find(({ what }) => what === 'Database file')?.faults.length).toBeGreaterThan(0)
})

test('only what belongs to one story is checked when one is named', async () => {
  const made = await deskWithEverything()
  const other = writeStory(made, 'Damaged elsewhere')
  made.desk.db.prepare('INSERT INTO story_updates (story, bytes, appended_at) VALUES (?, ?, ?)').run(other, new Uint8Array([7, 7, 7]), '2026-03-02T09:00:00.000Z')

  const one = await verifyDesk(made.folder, { rebuild: false, story: made.story })
  expect(one.ok).toBe(true)
  expect(one.lines.find(({ what }) => what === 'Lists and search')?.checked).toBe(1)
  expect((await verifyDesk(made.folder, { rebuild: false, story: other })).ok).toBe(false)
})

test('a check that is cancelled stops and says so', async () => {
  const made = await deskWithEverything()
  const control = new AbortController()
  const labels: string[] = []
  const checking = verifyDesk(made.folder, {
    rebuild: false,
    signal: control.signal,
    report: ({ label }) => {
      labels.push(label)
      control.abort()
    },
  })

  await expect(checking).rejects.toThrow('The check was cancelled.')
  expect(labels).toEqual(['Checking the database file'])
})
