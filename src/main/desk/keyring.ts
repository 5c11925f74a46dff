import { createPrivateKey } from 'node:crypto'
import { DeskError } from '../../shared/result'
import type { KeyProtection } from '../../shared/identity/key-protection'
import type { MemberId } from '../../shared/story/ids'
import type { SignedEvent, WorkflowEvent } from '../../shared/workflow/event'
import { signBytes, signEvent, type PrivateKey } from './identity'
import { loadKeyring, saveKeyring, type KeyringFile, type StoredKey } from './keyring-file'
import { deriveKey, newScryptParameters, openWith, sealWith, type PassphraseKey } from './passphrase'

/** Protection of secrets by the system's keychain. */
export interface Seal {
  /** Whether there is a keychain. Without one nothing is sealed. */
  readonly available: boolean
  seal(bytes: Uint8Array): Uint8Array
  /** @throws when the bytes were sealed elsewhere, or the keychain is locked. */
  open(bytes: Uint8Array): Uint8Array
}

/** The private keys of members who work on this computer, outside every desk. */
export interface Keyring {
  /** @throws DeskError `keys-locked` while the passphrase that seals keys here has not been typed. */
  add(id: MemberId, privateKey: PrivateKey): void
  /** Whether this computer can sign for a member, perhaps after their passphrase was typed. */
  has(id: MemberId): boolean
  /** Whether it can do so now, with nothing to be asked. */
  canSign(id: MemberId): boolean
  /** @throws DeskError `no-key` when the member's key is not here or can't be opened, `keys-locked` when a passphrase is needed first. */
  sign(id: MemberId, event: WorkflowEvent): SignedEvent
  /** The same for anything else that members sign (base64): revocations, packets. */
  signBytes(id: MemberId, bytes: Uint8Array): string
}

/** The key file of this computer, and the passphrase that may seal it. */
export interface ComputerKeyring extends Keyring {
  protection(): KeyProtection
  /** Opens the keys until the app is closed. @throws DeskError `wrong-passphrase`, `no-passphrase`. */
  unlock(passphrase: string): Promise<void>
  /** Forgets what the passphrase opened. */
  lock(): void
  /** Seals all keys by a passphrase, or by another one. @throws DeskError `wrong-passphrase` when `current` is not the present one. */
  setPassphrase(current: string | null, next: string): Promise<void>
  /** Seals all keys by the system's keychain again; where there is none, by nothing. @throws DeskError `wrong-passphrase`. */
  removePassphrase(current: string): Promise<void>
  /** The key itself, to be taken to another computer. @throws DeskError as `sign`. */
  take(id: MemberId): PrivateKey
}

/** What the passphrase must open, so that a wrong one is known even while there are no keys. */
const checkWords = 'copydesk.keyring/2'

/**
 * Opens the key file; it is made when the first key is added, and always written whole. Keys are sealed by the passphrase where there
 * is one, else by the keychain where there is one; those that were stored before there was a keychain are sealed now.
 */
export function openKeyring(file: string, seal: Seal): ComputerKeyring {
  let content = loadKeyring(file)
  let unlocked: PassphraseKey | undefined
  const store = (changed: KeyringFile): void => {
    saveKeyring(file, changed)
    content = changed
  }
  if (content.passphrase === null && seal.available && Object.values(content.keys).some(({ sealed }) => sealed === 'no')) {
    store({ ...content, keys: mapKeys(content.keys, (id, stored) => (stored.sealed === 'no' ? sealed(id, Buffer.from(stored.key, 'base64'), undefined) : stored)) })
  }

  function sealed(id: string, key: Uint8Array, by: PassphraseKey | undefined): StoredKey {
    if (by !== undefined) return { sealed: 'passphrase', key: sealWith(by, key, id) }
    return { sealed: seal.available ? 'keychain' : 'no', key: Buffer.from(seal.available ? seal.seal(key) : key).toString('base64') }
  }
  /** All keys sealed anew. One that a keychain of another time has sealed, and that can't be opened here, stays as it is. */
  function resealed(keys: KeyringFile['keys'], from: PassphraseKey | undefined, to: PassphraseKey | undefined): KeyringFile['keys'] {
    return mapKeys(keys, (id, stored) => (stored.sealed === 'keychain' && !seal.available ? stored : sealed(id, openStored(id, stored, seal, from), to)))
  }
  function needed(): PassphraseKey | undefined {
    if (content.passphrase !== null && unlocked === undefined) throw new DeskError('keys-locked', 'The keys on this computer are sealed by a passphrase. Type it to go on.')
    return unlocked
  }
  async function keyOf(passphrase: string): Promise<PassphraseKey> {
    if (content.passphrase === null) throw new DeskError('no-passphrase', 'The keys on this computer have no passphrase.')
    const key = await deriveKey(passphrase, content.passphrase.scrypt)
    openWith(key, content.passphrase.check, checkWords)
    return key
  }
  function open(id: MemberId): PrivateKey {
    const stored = content.keys[id]
    if (stored === undefined) throw new DeskError('no-key', 'The key of this member is not on this computer, so nobody can sign for them here.')
    return createPrivateKey({ key: openStored(id, stored, seal, stored.sealed === 'passphrase' ? needed() : undefined), format: 'der', type: 'pkcs8' })
  }
  const isHere = (id: MemberId): boolean => {
    const stored = content.keys[id]
    return stored !== undefined && (stored.sealed !== 'keychain' || seal.available)
  }

  return {
    add(id, privateKey) {
      const by = needed()
      // Another Copydesk of the same user may have added keys since.
      const now = loadKeyring(file)
      store({ ...now, keys: { ...now.keys, [id]: sealed(id, privateKey.export({ type: 'pkcs8', format: 'der' }), now.passphrase === null ? undefined : by) } })
    },
    has: isHere,
    canSign: (id) => isHere(id) && (content.keys[id]?.sealed !== 'passphrase' || unlocked !== undefined),
    sign: (id, event) => signEvent(event, open(id)),
    signBytes: (id, bytes) => signBytes(bytes, open(id)),
    take: open,
    protection: () => ({ by: content.passphrase !== null ? 'passphrase' : seal.available ? 'keychain' : 'nothing', locked: content.passphrase !== null && unlocked === undefined, keychain: seal.available, keys: Object.keys(content.keys).length }),
    async unlock(passphrase) {
      unlocked = await keyOf(passphrase)
    },
    lock: () => void (unlocked = undefined),
    async setPassphrase(current, next) {
      const from = content.passphrase === null ? undefined : await keyOf(current ?? '')
      const scrypt = newScryptParameters()
      const to = await deriveKey(next, scrypt)
      const now = loadKeyring(file)
      store({ ...now, passphrase: { scrypt, check: sealWith(to, Buffer.from(checkWords), checkWords) }, keys: resealed(now.keys, from, to) })
      unlocked = to
    },
    async removePassphrase(current) {
      const from = await keyOf(current)
      const now = loadKeyring(file)
      store({ ...now, passphrase: null, keys: resealed(now.keys, from, undefined) })
      unlocked = undefined
    },
  }
}

function openStored(id: string, { sealed, key }: StoredKey, seal: Seal, by: PassphraseKey | undefined): Buffer {
  const bytes = Buffer.from(key, 'base64')
  if (sealed === 'no') return bytes
  if (sealed === 'passphrase') {
    if (by === undefined) throw new DeskError('no-key', 'The key of this member is sealed by a passphrase that is no longer known, so nobody can sign for them here.')
    return openWith(by, key, id)
  }
  try {
    return Buffer.from(seal.open(bytes))
  } catch (error) {
    throw new DeskError('no-key', 'The key of this member can’t be opened. Unlock the system’s keychain and try again.', { detail: error instanceof Error ? error.message : String(error) })
  }
}

function mapKeys(keys: KeyringFile['keys'], change: (id: string, stored: StoredKey) => StoredKey): KeyringFile['keys'] {
  return Object.fromEntries(Object.entries(keys).map(([id, stored]) => [id, change(id, stored)]))
}
