import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { auditRecord } from '../../../src/main/audit/audit-record'
import { storyAudit } from '../../../src/main/audit/story-audit'
import { changeMember } from '../../../src/main/desk/change-member'
import { verifyDesk } from '../../../src/main/desk/verify'
import { evidenceStatements } from '../../../src/main/desk/verify-file/evidence-on-desk'
import { actOn } from '../../../src/main/session/act'
import { clearPart } from '../../../src/main/session/clearances'
import { statusOf } from '../../../src/main/session/status'
import { addAsset, assetPath, describeAsset, readAsset } from '../../../src/main/store/assets'
import { namedPart, partsOf } from '../../../src/shared/clearance/parts'
import type { RevisionId, StoryId } from '../../../src/shared/story/ids'
import { storyText } from '../../../src/shared/story/story-doc'
import type { WorkflowState } from '../../../src/shared/workflow/state'
import { pdf } from '../../drive/files'
import { answer, approve, harbour, mayorsOffice, open, send, writeStory, type Office } from './two-desks'

const stateOn = ({ session }: Office, story: StoryId): WorkflowState => session.derived(story).workflow
const allowed = ({ session }: Office, story: StoryId, action: string): boolean | undefined => statusOf(session, story).actions.find((entry) => entry.action === action)?.allowed

function approvedOn({ session }: Office, story: StoryId): RevisionId {
  const { approvedRevision } = session.derived(story).workflow
  if (approvedRevision === null) throw new Error('Nothing is approved')
  return approvedRevision
}

test('a role that its home took from a guest leaves what they approved as it was on both desks, and they approve no more', async () => {
  const [home, away] = [harbour(), mayorsOffice()]
  const story = writeStory(home)
  await open(away, await send(home, story))
  approve(away, story)
  await open(home, await answer(away, story))
  const approved = approvedOn(home, story)
  const before = stateOn(home, story)
  await changeMember(home.desk, home.session.keyring, { member: away.me.member.id, by: home.me.member.id, name: 'Tomás Ferreira', roles: ['writer'] })
  home.session.reload()
  expect(stateOn(home, story)).toEqual(before)

  home.session.changeStory(story, (doc) => storyText(doc, 'headline').insert(0, 'Today: '))
  await open(away, await send(home, story, { to: { member: away.me.member.id } }), null)
  expect(stateOn(away, story)).toEqual(stateOn(home, story))
  expect(stateOn(away, story)).toMatchObject({ state: 'inReview', approvedRevision: approved, rejected: [] })
  expect(allowed(away, story, 'approve')).toBe(false)
  expect(storyAudit(away.desk, story).members.find(({ id }) => id === away.me.member.id)?.earlier).toEqual([expect.stringMatching(/^Was reviewer until .*, when Amina Okafor changed it to writer\. What was signed by then \(1\)/)])
  for (const { desk } of [home, away]) expect((await verifyDesk(desk.path, { rebuild: true })).lines.flatMap(({ faults }) => faults)).toEqual([])
})

test('a guest takes their approval back, and the next answer brings that home', async () => {
  const [home, away] = [harbour(), mayorsOffice()]
  const story = writeStory(home)
  await open(away, await send(home, story))
  approve(away, story)
  await open(home, await answer(away, story))
  actOn(away.session, story, { type: 'withdrawApproval', revision: approvedOn(away, story), reason: 'The table is last year’s.' })
  await open(home, await answer(away, story), null)
  expect(stateOn(home, story)).toEqual(stateOn(away, story))
  expect(stateOn(home, story)).toMatchObject({ state: 'inReview', approvedRevision: null, submitted: { withdrawn: [{ by: away.me.member.id, reason: 'The table is last year’s.' }] }, rejected: [] })
  expect(statusOf(home.session, story).history[0]).toMatchObject({ byName: 'Tomás Ferreira', text: 'took back their approval of this version', note: 'The table is last year’s.' })
})

async function clear(office: Office, story: StoryId, name: string, place = 0): Promise<Awaited<ReturnType<typeof addAsset>>> {
  const { bytes } = pdf(name)
  const file = await addAsset(office.desk, { name, bytes: Buffer.concat([bytes, Buffer.from(`\n% ${name}\n`)]) })
  const part = partsOf(office.session.derived(story).current.body, 'en')[place]
  if (part === undefined) throw new Error('There is nothing to clear')
  clearPart(office.session, story, { type: 'clear', part: namedPart(part), clearedBy: 'Mayor Amélie Laurent', evidence: { text: 'Her letter', file: { hash: file.hash, name: file.name } } })
  return file
}

test('the file that shows a clearance goes along, there and back, and is named in every audit by its hash', async () => {
  const [home, away] = [harbour(), mayorsOffice()]
  const story = writeStory(home, 'Nine ports agree', 'She said: “We open the harbour and keep it open.” In all, 42 ferries run.')
  const letter = await clear(home, story, 'letter.pdf')
  await open(away, await send(home, story))
  expect(describeAsset(away.desk.db, letter.hash)).toMatchObject({ name: 'letter.pdf', size: letter.size })
  expect(await readAsset(away.desk, letter.hash)).toEqual(await readAsset(home.desk, letter.hash))

  const table = await clear(away, story, 'table.pdf', 1)
  await open(home, await answer(away, story))
  for (const { desk } of [home, away]) {
    expect(storyAudit(desk, story).entries.flatMap(({ file }) => file ?? [])).toEqual([{ hash: letter.hash, name: 'letter.pdf', here: true }, { hash: table.hash, name: 'table.pdf', here: true }])
    const record = auditRecord(desk, story)
    expect(record.evidence?.map(({ hash, name }) => `${name} ${hash}`).sort()).toEqual([`letter.pdf ${letter.hash}`, `table.pdf ${table.hash}`])
    expect((await evidenceStatements(record, desk)).map(({ holds }) => holds)).toEqual(['yes', 'yes'])
    expect((await evidenceStatements(record, null)).map(({ holds, text }) => `${holds} ${text}`)).toContainEqual(expect.stringContaining(`unknown The file ‘letter.pdf’ shows that a part was cleared. It is not in this account; it has the SHA-256 ${letter.hash}`))
  }

  // What is missing, or was put in its place, is found.
  await rm(assetPath(home.desk.path, table.hash))
  const report = await verifyDesk(home.desk.path, { rebuild: false, story })
  expect(report.lines.find(({ what }) => what === 'Files and their hashes')).toMatchObject({ checked: 2, faults: [expect.stringContaining('‘table.pdf’ is missing')] })
  expect(storyAudit(home.desk, story).entries.flatMap(({ file }) => (file === undefined ? [] : [file.here]))).toEqual([true, false])
  home.desk.db.prepare('DELETE FROM assets WHERE hash = ?').run(table.hash)
  expect((await verifyDesk(home.desk.path, { rebuild: false, story })).lines.flatMap(({ faults }) => faults)).toContainEqual(expect.stringContaining(`the file ‘table.pdf’, which shows that a part was cleared, is not on the desk (${table.hash})`))
  expect((await evidenceStatements(auditRecord(home.desk, story), home.desk)).map(({ holds }) => holds).sort()).toEqual(['no', 'yes'])
})
