import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'
import { MemberId } from '../../shared/story/ids'
import { ScryptParameters } from './passphrase'

/** `key` is the PKCS 8 form of the key, in base64, as it is or sealed. */
export const StoredKey = z.object({ sealed: z.enum(['no', 'keychain', 'passphrase']), key: z.base64() })
export type StoredKey = z.infer<typeof StoredKey>

const KeyringFile = z.object({
  format: z.literal('copydesk.keyring/2'),
  /** How the passphrase becomes a key, and some words that it must open; null without a passphrase. */
  passphrase: z.object({ scrypt: ScryptParameters, check: z.base64() }).nullable(),
  keys: z.record(MemberId, StoredKey),
})
export type KeyringFile = z.infer<typeof KeyringFile>

/** The first format knew no passphrases. */
const FirstFormat = z
  .object({ format: z.literal('copydesk.keyring/1'), keys: z.record(MemberId, z.object({ sealed: z.boolean(), key: z.base64() })) })
  .transform(({ keys }): KeyringFile => ({ format: 'copydesk.keyring/2', passphrase: null, keys: Object.fromEntries(Object.entries(keys).map(([id, { sealed, key }]) => [id, { sealed: sealed ? 'keychain' : 'no', key }])) }))

const empty: KeyringFile = { format: 'copydesk.keyring/2', passphrase: null, keys: {} }

/** What the key file holds; nothing when there is none. One that can't be read is kept beside under another name, never written over. */
export function loadKeyring(file: string): KeyringFile {
  const text = textOf(file)
  if (text === undefined) return empty
  try {
    return z.union([KeyringFile, FirstFormat]).parse(JSON.parse(text))
  } catch (error) {
    const kept = `${file}.unreadable-${Date.now()}`
    renameSync(file, kept)
    console.error(`The key file could not be read; it is kept as ${kept}`, error)
    return empty
  }
}

/** Writes the key file whole, readable by its user only. */
export function saveKeyring(file: string, content: KeyringFile): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  writeFileAtomic.sync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
