import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { admitMember } from '../../../src/main/desk/admit-member'
import { approvedStories } from '../../../src/main/desk/approved-stories'
import { carryIdentity, openCarried, publicIdentity, readCarried, readPublic, writePublic } from '../../../src/main/desk/carried-identity'
import { changeMember } from '../../../src/main/desk/change-member'
import { openDesk } from '../../../src/main/desk/desk'
import { createIdentity, publicKeyOf, signBytes } from '../../../src/main/desk/identity'
import { keysInMemory } from '../../../src/main/desk/no-keyring'
import { revokeKey } from '../../../src/main/desk/revoke-key'
import { workflowOf } from '../../../src/main/desk/story-workflow'
import { verifyDesk } from '../../../src/main/desk/verify'
import { putMember } from '../../../src/main/store/members'
import { putRevocation } from '../../../src/main/store/revocations'
import { loadStory } from '../../../src/main/store/stories'
import { canonicalBytes } from '../../../src/shared/story/canonical'
import type { MemberId } from '../../../src/shared/story/ids'
import type { Role } from '../../../src/shared/workflow/role'
import { act, approve, deskOfTwo, temporaryFolder, writeStory, type TestDesk } from './people'

const revokeTomas = (made: TestDesk) => revokeKey(made.desk, keysInMemory(new Map([[made.amina.member.id, made.amina.privateKey]])), { member: made.tomas.member.id, by: made.amina.member.id, reason: 'The laptop was stolen.' })

test('a revoked key keeps what it signed in every story, also after the desk was opened anew; nothing new by it counts', async () => {
  const made = deskOfTwo()
  const stories = ['First', 'Second', 'Third'].map((headline) => writeStory(made, headline))
  for (const story of stories.slice(0, 2)) approve(made, story)
  const { revocation } = await revokeTomas(made)
  expect(revocation.keeps).toHaveLength(2)
  made.desk.close()

  const desk = openDesk(made.folder)
  const again = { ...made, desk }
  expect(approvedStories(desk, null).stories.map(({ revision }) => revision.fields['headline'])).toEqual(['First', 'Second'])
  const [, , third] = stories
  if (third === undefined) throw new Error('There is no third story')
  act(again, third, made.amina, { type: 'submit', note: '', reviewers: [], due: null })
  const { revision } = workflowOf(desk, third, loadStory(desk.db, third)).submitted ?? {}
  // As the member was before: somebody with the stolen key has no such scruples.
  expect(() => act(again, third, made.tomas, { type: 'approve', revision: revision!, note: '' })).not.toThrow()
  expect(workflowOf(desk, third, loadStory(desk.db, third))).toMatchObject({ state: 'inReview', rejected: [{ type: 'approve', reason: expect.stringContaining('the key of Tomás Ferreira was revoked on') }] })
  desk.close()
  // It is listed among what changed nothing, and is no fault of the desk.
  expect((await verifyDesk(made.folder, { rebuild: false })).ok).toBe(true)
})

test('only an admin of the desk revokes, and a desk keeps its last admin', async () => {
  const made = deskOfTwo()
  const keyring = keysInMemory(new Map([made.amina, made.tomas].map(({ member, privateKey }) => [member.id, privateKey])))
  await expect(revokeKey(made.desk, keyring, { member: made.amina.member.id, by: made.tomas.member.id, reason: 'x' })).rejects.toThrow('Only an admin can revoke a key.')
  await expect(revokeKey(made.desk, keyring, { member: made.amina.member.id, by: made.amina.member.id, reason: 'x' })).rejects.toThrow(/is the only admin/)
  const change = (member: MemberId, by: MemberId, name: string, roles: readonly Role[]) => changeMember(made.desk, keyring, { member, by, name, roles })
  const [amina, tomas] = [made.amina.member.id, made.tomas.member.id]
  await expect(change(amina, tomas, 'Amina Okafor', ['writer'])).rejects.toThrow('Only an admin can change roles.')
  await expect(change(amina, amina, 'Amina Okafor', ['writer'])).rejects.toThrow(/is the only admin/)
  await change(tomas, amina, 'Tomás Ferreira', ['reviewer', 'admin'])
  expect(await change(amina, tomas, ' Amina O. ', ['writer'])).toMatchObject({ name: 'Amina O.', roles: ['writer'] })
})

test('a revocation that somebody wrote into the file counts for nothing, and is found', async () => {
  const made = deskOfTwo()
  const stranger = createIdentity('Somebody Else', ['admin'])
  const revocation = { format: 'copydesk.revocation/1' as const, member: made.tomas.member.id, by: made.amina.member.id, at: made.amina.member.addedAt, reason: 'None.', keeps: [] }
  putRevocation(made.desk.db, { revocation, signature: signBytes(canonicalBytes(revocation), stranger.privateKey) })
  made.desk.reload()
  expect(made.desk.members.every(({ revoked }) => revoked === undefined)).toBe(true)
  const { lines, ok } = await verifyDesk(made.folder, { rebuild: false })
  expect(ok).toBe(false)
  expect(lines.find(({ what }) => what === 'Revoked keys')).toEqual({ what: 'Revoked keys', checked: 1, faults: ['The revocation of the key of Tomás Ferreira does not have the signature of Amina Okafor, so it counts for nothing.'] })
})

test('somebody is admitted by their key once; a revoked key never comes back', async () => {
  const made = deskOfTwo()
  const { member } = createIdentity('Chiara Venti', ['reviewer'])
  const admitted = admitMember(made.desk, { name: ' Chiara Venti ', publicKey: member.publicKey, roles: ['reviewer'] })
  expect(admitted).toMatchObject({ id: member.id, name: 'Chiara Venti', roles: ['reviewer'] })
  expect(admitMember(made.desk, { name: 'Someone with her key', publicKey: member.publicKey, roles: ['admin'] })).toEqual(admitted)
  expect(() => admitMember(made.desk, { name: 'Nobody', publicKey: 'AAAA', roles: ['admin'] })).toThrow('This is not a key of Copydesk, so nobody was added.')

  await revokeTomas(made)
  made.desk.reload()
  expect(() => admitMember(made.desk, { name: 'Tomás Ferreira', publicKey: made.tomas.member.publicKey, roles: ['reviewer'] })).toThrow(/was revoked on this desk/)
  // Nor by writing the row again.
  putMember(made.desk.db, made.tomas.member)
  made.desk.reload()
  expect(made.desk.members.find(({ id }) => id === made.tomas.member.id)?.revoked?.reason).toBe('The laptop was stolen.')
})

test('an identity is carried in a file that only its passphrase opens', async () => {
  const file = path.join(temporaryFolder(), 'Amina.copydesk-identity')
  const { member, privateKey } = createIdentity('Amina Okafor', ['writer'])
  await carryIdentity(file, member, privateKey, 'the way to the other desk')
  expect(readFileSync(file, 'utf8')).not.toContain(privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'))

  const carried = await readCarried(file)
  expect(carried).toMatchObject({ name: 'Amina Okafor', member: member.id })
  await expect(openCarried(carried, 'the way to another desk')).rejects.toThrow(/not the passphrase/)
  expect(publicKeyOf(await openCarried(carried, 'the way to the other desk'))).toBe(member.publicKey)

  // Under the name of another key it does not open, and what asks for all of the memory is no identity.
  const other = createIdentity('Tomás Ferreira', ['writer'])
  await expect(openCarried({ ...carried, publicKey: other.member.publicKey, member: other.member.id }, 'the way to the other desk')).rejects.toThrow(/not the passphrase/)
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), scrypt: { N: 2 ** 20, r: 16, p: 4, salt: carried.scrypt.salt } }))
  await expect(readCarried(file)).rejects.toThrow(/holds no identity of Copydesk/)
})

test('a public identity is believed only as its owner wrote it', async () => {
  const file = path.join(temporaryFolder(), 'Tomás.copydesk-member')
  const { member, privateKey } = createIdentity('Tomás Ferreira', ['reviewer'])
  const identity = publicIdentity(member, (bytes) => signBytes(bytes, privateKey))
  await writePublic(file, identity)
  expect(await readPublic(file)).toEqual(identity)

  await writePublic(file, { ...identity, name: 'The Mayor' })
  await expect(readPublic(file)).rejects.toThrow(/was not written by whoever has the key/)
  await carryIdentity(file, member, privateKey, 'the way to the other desk')
  await expect(readPublic(file)).rejects.toThrow(/somebody’s private key/)
  writeFileSync(file, '{"format": "copydesk.public-identity/1"')
  await expect(readPublic(file)).rejects.toThrow(/holds no public identity/)
})
