import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { createIdentity, verifySignature } from '../../../src/main/desk/identity'
import { openKeyring, type Seal } from '../../../src/main/desk/keyring'
import { canonicalBytes } from '../../../src/shared/story/canonical'
import { Instant, StoryId, type MemberId } from '../../../src/shared/story/ids'
import type { WorkflowEvent } from '../../../src/shared/workflow/event'
import { temporaryFolder } from './people'

const noKeychain: Seal = { available: false, seal: refuse, open: refuse }
function refuse(): never {
  throw new Error('There is no keychain')
}

/** Stands in for the system's keychain: turns every bit round. */
const keychain: Seal = { available: true, seal: turned, open: turned }
function turned(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => byte ^ 0xff)
}

const archive = (by: MemberId): WorkflowEvent => ({ format: 'copydesk.event/1', type: 'archive', story: StoryId.parse(randomUUID()), by, at: Instant.parse('2026-03-02T09:00:00.000Z'), after: [] })

test('a key signs for its member, also after a restart', () => {
  const file = path.join(temporaryFolder(), 'keys', 'keyring.json')
  const { member, privateKey } = createIdentity('Amina Okafor', ['writer'])
  openKeyring(file, keychain).add(member.id, privateKey)

  const keyring = openKeyring(file, keychain)
  const event = archive(member.id)
  const { signature } = keyring.sign(member.id, event)

  expect(keyring.has(member.id)).toBe(true)
  expect(verifySignature(member.publicKey, canonicalBytes(event), signature)).toBe(true)
  expect(verifySignature(member.publicKey, canonicalBytes({ ...event, at: '2026-03-02T09:00:00.001Z' }), signature)).toBe(false)
})

test('without a keychain the file is for its user only, whatever the system’s habit is', () => {
  const folder = path.join(temporaryFolder(), 'keys')
  const file = path.join(folder, 'keyring.json')
  const before = process.umask(0)
  try {
    openKeyring(file, noKeychain).add(createIdentity('Amina Okafor', ['writer']).member.id, createIdentity('x', ['writer']).privateKey)
  } finally {
    process.umask(before)
  }

  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('with a keychain the key itself is not in the file', () => {
  const file = path.join(temporaryFolder(), 'keyring.json')
  const { member, privateKey } = createIdentity('Amina Okafor', ['writer'])
  openKeyring(file, keychain).add(member.id, privateKey)

  const plain = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  expect(readFileSync(file, 'utf8')).not.toContain(plain)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('keys that were stored before there was a keychain are sealed once there is one', () => {
  const file = path.join(temporaryFolder(), 'keyring.json')
  const { member, privateKey } = createIdentity('Amina Okafor', ['writer'])
  openKeyring(file, noKeychain).add(member.id, privateKey)
  const plain = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  expect(readFileSync(file, 'utf8')).toContain(plain)

  const keyring = openKeyring(file, keychain)

  expect(readFileSync(file, 'utf8')).not.toContain(plain)
  expect(() => keyring.sign(member.id, archive(member.id))).not.toThrow()
})

test('a sealed key can’t sign where its keychain is missing or locked, and says so', () => {
  const file = path.join(temporaryFolder(), 'keyring.json')
  const { member, privateKey } = createIdentity('Amina Okafor', ['writer'])
  openKeyring(file, keychain).add(member.id, privateKey)

  expect(openKeyring(file, noKeychain).has(member.id)).toBe(false)
  expect(() => openKeyring(file, { ...keychain, open: refuse }).sign(member.id, archive(member.id))).toThrow(/Unlock the system’s keychain/)
})

test('a member whose key is elsewhere can’t sign here', () => {
  const keyring = openKeyring(path.join(temporaryFolder(), 'keyring.json'), keychain)
  const { member } = createIdentity('Tomás Ferreira', ['reviewer'])

  expect(keyring.has(member.id)).toBe(false)
  expect(() => keyring.sign(member.id, archive(member.id))).toThrow(/is not on this computer/)
})

test('a key file that can’t be read is kept beside, not written over', () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'keyring.json')
  writeFileSync(file, '{"format": "copydesk.keyring/1", "keys": {')
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {})

  const { member, privateKey } = createIdentity('Amina Okafor', ['writer'])
  openKeyring(file, keychain).add(member.id, privateKey)

  expect(silent).toHaveBeenCalledOnce()
  const kept = readdirSync(folder).find((name) => name.startsWith('keyring.json.unreadable-'))
  expect(readFileSync(path.join(folder, kept ?? ''), 'utf8')).toBe('{"format": "copydesk.keyring/1", "keys": {')
  expect(openKeyring(file, keychain).has(member.id)).toBe(true)
})

test('two Copydesks of one user do not lose each other’s keys', () => {
  const file = path.join(temporaryFolder(), 'keyring.json')
  const [first, second] = [openKeyring(file, keychain), openKeyring(file, keychain)]
  const [amina, tomas] = [createIdentity('Amina Okafor', ['writer']), createIdentity('Tomás Ferreira', ['reviewer'])]
  first.add(amina.member.id, amina.privateKey)
  second.add(tomas.member.id, tomas.privateKey)

  const both = openKeyring(file, keychain)
  expect([both.has(amina.member.id), both.has(tomas.member.id)]).toEqual([true, true])
})

test('sealed by a passphrase, a key signs after the passphrase was typed, once each time that the app is started', async () => {
  const file = path.join(temporaryFolder(), 'keyring.json')
  const { member, privateKey } = createIdentity('Amina Okafor', ['writer'])
  const first = openKeyring(file, noKeychain)
  first.add(member.id, privateKey)
  await first.setPassphrase(null, 'harbour lantern seven')
  expect(first.canSign(member.id)).toBe(true)
  expect(readFileSync(file, 'utf8')).not.toContain(privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'))

  const keyring = openKeyring(file, noKeychain)
  expect([keyring.has(member.id), keyring.canSign(member.id), keyring.protection()]).toEqual([true, false, { by: 'passphrase', locked: true, keychain: false, keys: 1 }])
  expect(() => keyring.sign(member.id, archive(member.id))).toThrow(/sealed by a passphrase/)
  expect(() => keyring.add(member.id, privateKey)).toThrow(/sealed by a passphrase/)
  await expect(keyring.unlock('harbour lantern eight')).rejects.toThrow(/not the passphrase/)
  expect(keyring.canSign(member.id)).toBe(false)

  await keyring.unlock('harbour lantern seven')
  const event = archive(member.id)
  expect(verifySignature(member.publicKey, canonicalBytes(event), keyring.sign(member.id, event).signature)).toBe(true)
  expect(verifySignature(member.publicKey, Buffer.from('a packet'), keyring.signBytes(member.id, Buffer.from('a packet')))).toBe(true)
  keyring.lock()
  expect(() => keyring.sign(member.id, event)).toThrow(/Type it to go on/)
})

test('a passphrase can be changed by whoever knows it, and taken away', async () => {
  const file = path.join(temporaryFolder(), 'keyring.json')
  const { member, privateKey } = createIdentity('Amina Okafor', ['writer'])
  const keyring = openKeyring(file, keychain)
  keyring.add(member.id, privateKey)
  await keyring.setPassphrase(null, 'harbour lantern seven')
  await expect(keyring.setPassphrase(null, 'anybody’s passphrase')).rejects.toThrow(/not the passphrase/)
  await expect(keyring.removePassphrase('harbour lantern eight')).rejects.toThrow(/not the passphrase/)
  await keyring.setPassphrase('harbour lantern seven', 'breakwater copper nine')

  const again = openKeyring(file, keychain)
  await expect(again.unlock('harbour lantern seven')).rejects.toThrow(/not the passphrase/)
  await again.unlock('breakwater copper nine')
  await again.removePassphrase('breakwater copper nine')

  const last = openKeyring(file, keychain)
  expect(last.protection()).toEqual({ by: 'keychain', locked: false, keychain: true, keys: 1 })
  expect(() => last.sign(member.id, archive(member.id))).not.toThrow()
})

test('a key sealed by a passphrase opens under no other member’s name', async () => {
  const file = path.join(temporaryFolder(), 'keyring.json')
  const [amina, tomas] = [createIdentity('Amina Okafor', ['writer']), createIdentity('Tomás Ferreira', ['reviewer'])]
  const keyring = openKeyring(file, noKeychain)
  keyring.add(amina.member.id, amina.privateKey)
  await keyring.setPassphrase(null, 'harbour lantern seven')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(amina.member.id, tomas.member.id))

  const swapped = openKeyring(file, noKeychain)
  await swapped.unlock('harbour lantern seven')
  expect(() => swapped.sign(tomas.member.id, archive(tomas.member.id))).toThrow()
})

test('a key file of the first format is read, and its keys are sealed as they were', () => {
  const file = path.join(temporaryFolder(), 'keyring.json')
  const [amina, tomas] = [createIdentity('Amina Okafor', ['writer']), createIdentity('Tomás Ferreira', ['reviewer'])]
  const [plain, other] = [amina, tomas].map(({ privateKey }) => privateKey.export({ type: 'pkcs8', format: 'der' })) as [Buffer, Buffer]
  writeFileSync(file, JSON.stringify({ format: 'copydesk.keyring/1', keys: { [amina.member.id]: { sealed: false, key: plain.toString('base64') }, [tomas.member.id]: { sealed: true, key: Buffer.from(turned(other)).toString('base64') } } }))

  const keyring = openKeyring(file, keychain)
  for (const { member } of [amina, tomas]) expect(() => keyring.sign(member.id, archive(member.id))).not.toThrow()
})

test.each(['', 'AAAA', 'not base64 at all', Buffer.alloc(63).toString('base64'), Buffer.alloc(65).toString('base64')])('%j is no signature', (signature) => {
  const { member } = createIdentity('Amina Okafor', ['writer'])
  expect(verifySignature(member.publicKey, canonicalBytes({}), signature)).toBe(false)
  expect(verifySignature(signature, canonicalBytes({}), Buffer.alloc(64).toString('base64'))).toBe(false)
})
