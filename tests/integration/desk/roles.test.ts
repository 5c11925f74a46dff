import { expect, test } from 'vitest'
import { auditRecord } from '../../../src/main/audit/audit-record'
import { storyAudit } from '../../../src/main/audit/story-audit'
import { approvedStories } from '../../../src/main/desk/approved-stories'
import { changeMember } from '../../../src/main/desk/change-member'
import { openDesk, type Desk } from '../../../src/main/desk/desk'
import { createIdentity, signBytes, verifySignature } from '../../../src/main/desk/identity'
import { keysInMemory } from '../../../src/main/desk/no-keyring'
import { workflowOf } from '../../../src/main/desk/story-workflow'
import { verifyDesk } from '../../../src/main/desk/verify'
import { putRoleChange, storedRoleChanges } from '../../../src/main/store/role-changes'
import { loadStory } from '../../../src/main/store/stories'
import { checkRecord } from '../../../src/shared/audit/check-record'
import { SignedRoleChange } from '../../../src/shared/identity/role-change'
import { canonicalBytes } from '../../../src/shared/story/canonical'
import type { StoryId } from '../../../src/shared/story/ids'
import type { Role } from '../../../src/shared/workflow/role'
import { asOfFormat } from '../store/as-of-format'
import { act, approve, deskOfTwo, writeStory, type TestDesk } from './people'

const keysOf = ({ amina, tomas }: TestDesk) => keysInMemory(new Map([amina, tomas].map(({ member, privateKey }) => [member.id, privateKey])))
const give = (made: TestDesk, roles: readonly Role[]) => changeMember(made.desk, keysOf(made), { member: made.tomas.member.id, by: made.amina.member.id, name: made.tomas.member.name, roles })
const stateOf = (desk: Desk, id: StoryId) => workflowOf(desk, id, loadStory(desk.db, id))

function submitted(made: TestDesk, headline: string): StoryId {
  const id = writeStory(made, headline)
  act(made, id, made.amina, { type: 'submit', note: '', reviewers: [], due: null })
  return id
}

/** What somebody does by a program that does not ask whether they may. */
function approveAnyway(made: TestDesk, id: StoryId): void {
  const { revision } = stateOf(made.desk, id).submitted ?? {}
  act({ ...made, desk: { ...made.desk, members: made.desk.members.map((member) => (member.id === made.tomas.member.id ? { ...member, roles: ['reviewer'] } : member)) } as Desk }, id, made.tomas, { type: 'approve', revision: revision!, note: '' })
}

test('a role that is taken away leaves every approval as it was, also after the desk was opened anew; nothing new in that role counts', async () => {
  const made = deskOfTwo()
  const before = writeStory(made, 'Approved before')
  approve(made, before)
  const after = submitted(made, 'Submitted before')
  const known = stateOf(made.desk, before)
  await give(made, ['publisher'])
  made.desk.close()

  const desk = openDesk(made.folder)
  const again = { ...made, desk }
  expect(desk.members.find(({ id }) => id === made.tomas.member.id)).toMatchObject({ roles: ['publisher'], earlier: [{ from: ['reviewer', 'publisher'], to: ['publisher'] }] })
  expect(stateOf(desk, before)).toEqual(known)
  expect(approvedStories(desk, null).stories.map(({ revision }) => revision.fields['headline'])).toEqual(['Approved before'])
  approveAnyway(again, after)
  expect(stateOf(desk, after)).toMatchObject({ state: 'inReview', rejected: [{ type: 'approve', reason: expect.stringContaining('Only a reviewer can do this') }] })

  // Given back, it counts from then on, and makes nothing right that was wrong.
  await give(again, ['reviewer'])
  expect(stateOf(desk, after)).toMatchObject({ state: 'inReview', rejected: [{ type: 'approve' }] })
  const later = submitted(again, 'Submitted later')
  act(again, later, made.tomas, { type: 'approve', revision: stateOf(desk, later).submitted!.revision, note: '' })
  expect(stateOf(desk, later)).toMatchObject({ state: 'approved' })
  expect(stateOf(desk, before)).toEqual(known)
  const changes = storedRoleChanges(desk.db).map((raw) => SignedRoleChange.parse(raw).change).sort((a, b) => a.order - b.order)
  expect(changes.map(({ order, keeps }) => [order, keeps.length])).toEqual([[1, 1], [2, 1]])
  desk.close()
  expect((await verifyDesk(made.folder, { rebuild: true })).lines.flatMap(({ faults }) => faults)).toEqual([])
})

test('a desk from before roles had a log opens with every approval, and goes by the roles of today for what came before', async () => {
  const made = deskOfTwo()
  const story = writeStory(made, 'Approved long ago')
  approve(made, story)
  const known = stateOf(made.desk, story)
  asOfFormat(made.desk.db, 10)
  made.desk.close()
  const desk = openDesk(made.folder)
  expect(stateOf(desk, story)).toEqual(known)
  await give({ ...made, desk }, ['writer'])
  expect(stateOf(desk, story)).toEqual(known)
  desk.close()
})

test('a change of roles that nobody of the desk signed, or who was no admin then, counts for nothing and is found; so is one that is missing', async () => {
  const made = deskOfTwo()
  await give(made, ['reviewer'])
  await give(made, ['writer'])
  const [last] = storedRoleChanges(made.desk.db).map((raw) => SignedRoleChange.parse(raw).change).filter(({ order }) => order === 2)
  if (last === undefined) throw new Error('There is no second change')
  const own = { ...last, by: made.tomas.member.id, order: 3, from: ['writer' as const], to: ['admin' as const], keeps: [] }
  putRoleChange(made.desk.db, { change: own, signature: signBytes(canonicalBytes(own), made.tomas.privateKey) })
  const forged = { ...own, by: made.amina.member.id, at: made.amina.member.addedAt }
  putRoleChange(made.desk.db, { change: forged, signature: signBytes(canonicalBytes(forged), createIdentity('Somebody Else', ['admin']).privateKey) })
  made.desk.reload()
  expect(made.desk.members.find(({ id }) => id === made.tomas.member.id)?.roles).toEqual(['writer'])
  const faults = async (): Promise<string[]> => (await verifyDesk(made.folder, { rebuild: false })).lines.find(({ what }) => what === 'Changes of roles')?.faults ?? []
  expect((await faults()).map((fault) => fault.replace(/ of 20\S+Z/, ''))).toEqual([
    'The change of the roles of Tomás Ferreira does not have the signature of Amina Okafor, so it counts for nothing.',
    expect.stringMatching(/^A change of roles is missing before the one of Tomás Ferreira/),
    'The change of the roles of Tomás Ferreira was signed by Tomás Ferreira, who was no admin then, so it counts for nothing.',
  ])

  const { lastInsertRowid: _ } = made.desk.db.prepare("DELETE FROM role_changes WHERE json_extract(json, '$.change.order') IN (1, 3)").run()
  expect(await faults()).toEqual([expect.stringMatching(/^A change of roles is missing before the one of Tomás Ferreira/)])
})

test('the audit tells how roles were changed, and its JSON proves the same state by itself', async () => {
  const made = deskOfTwo()
  const story = writeStory(made, 'Approved')
  approve(made, story)
  await give(made, ['writer'])
  const [, tomas] = storyAudit(made.desk, story).members
  expect(tomas).toMatchObject({ roles: ['writer'], earlier: [expect.stringMatching(/^Was reviewer and publisher until .*, when Amina Okafor changed it to writer\. What was signed by then \(1\) is judged by those roles\.$/)] })
  const record: unknown = JSON.parse(JSON.stringify(auditRecord(made.desk, story)))
  expect(checkRecord(record, verifySignature)?.filter(({ holds }) => holds === 'no')).toEqual([])
  const tampered = JSON.parse(JSON.stringify(record).replace('"to":["writer"]', '"to":["admin"]')) as unknown
  expect(checkRecord(tampered, verifySignature)?.filter(({ holds }) => holds === 'no')).toEqual([{ holds: 'no', text: 'The change of the roles of Tomás Ferreira does not have the signature of Amina Okafor, so it counts for nothing.' }])
})
