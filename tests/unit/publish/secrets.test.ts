import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Seal } from '../../../src/main/desk/keyring'
import { openSecrets } from '../../../src/main/publish/secrets'
import { TargetId } from '../../../src/shared/story/ids'

const target = TargetId.parse('0f5a7f7e-2f43-4d3b-8a0e-1a2b3c4d5e6f')
const password = 'abcd efgh ijkl mnop'

/** Turns every bit round: enough to see whether something was stored as it is. */
const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff)
const keychain: Seal = { available: true, seal: turned, open: turned }
const noKeychain: Seal = {
  available: false,
  seal: () => {
    throw new Error('There is no keychain')
  },
  open: () => {
    throw new Error('There is no keychain')
  },
}

function secretsFile(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return path.join(folder, 'secrets.json')
}

test('a kept password is known after a new start, and its file does not hold it', () => {
  const file = secretsFile()
  openSecrets(file, keychain).set(target, password, 'keychain')
  expect(openSecrets(file, keychain).get(target)).toBe(password)
  const stored = readFileSync(file, 'utf8')
  expect(stored).not.toContain(password)
  expect(stored).not.toContain(Buffer.from(password).toString('base64'))
})

test.skipIf(process.platform === 'win32')('only the user may read the file', () => {
  const file = secretsFile()
  openSecrets(file, keychain).set(target, password, 'keychain')
  expect(statSync(file).mode & 0o077).toBe(0)
})

test('a password for the session is gone after it, and no file was made', () => {
  const file = secretsFile()
  const secrets = openSecrets(file, noKeychain)
  secrets.set(target, password, 'session')
  expect(secrets.get(target)).toBe(password)
  expect(existsSync(file)).toBe(false)
  expect(openSecrets(file, noKeychain).has(target)).toBe(false)
})

test('without a keychain nothing is kept, and a person is told', () => {
  const file = secretsFile()
  const secrets = openSecrets(file, noKeychain)
  expect(() => secrets.set(target, password, 'keychain')).toThrow(/keychain/)
  expect(secrets.has(target)).toBe(false)
  expect(existsSync(file)).toBe(false)
})

test('who chooses the session leaves nothing of an earlier password behind', () => {
  const file = secretsFile()
  const secrets = openSecrets(file, keychain)
  secrets.set(target, 'an earlier one', 'keychain')
  secrets.set(target, password, 'session')
  expect(secrets.get(target)).toBe(password)
  expect(openSecrets(file, keychain).has(target)).toBe(false)
})

test('a password that the keychain no longer opens is asked for again', () => {
  const file = secretsFile()
  openSecrets(file, keychain).set(target, password, 'keychain')
  expect(() => openSecrets(file, noKeychain).get(target)).toThrow(/Type it again/)
})

test('a removed password is gone', () => {
  const file = secretsFile()
  openSecrets(file, keychain).set(target, password, 'keychain')
  openSecrets(file, keychain).remove(target)
  expect(openSecrets(file, keychain).has(target)).toBe(false)
})
