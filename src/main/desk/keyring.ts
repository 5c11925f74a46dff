import { createPrivateKey } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'
import { DeskError } from '../../shared/result'
import { MemberId } from '../../shared/story/ids'
import type { SignedEvent, WorkflowEvent } from '../../shared/workflow/event'
import { signEvent, type PrivateKey } from './identity'

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
  add(id: MemberId, privateKey: PrivateKey): void
  /** Whether this computer can sign for a member now. */
  has(id: MemberId): boolean
  /** @throws DeskError `no-key` when the member's key is not here or can't be opened. */
  sign(id: MemberId, event: WorkflowEvent): SignedEvent
}

/** `key` is the PKCS 8 form of the key, in base64, as it is or sealed. */
const Entry = z.object({ sealed: z.boolean(), key: z.base64() })
const File = z.object({ format: z.literal('copydesk.keyring/1'), keys: z.record(MemberId, Entry) })
type Entries = z.infer<typeof File>['keys']

/**
 * Opens the key file; it is made when the first key is added, readable by its user only (mode 600), and always written
 * whole. Keys are sealed where there is a keychain; those that were stored before there was one are sealed now. A file that
 * can't be read is kept beside under another name, never written over.
 */
export function openKeyring(file: string, seal: Seal): Keyring {
  let entries = load(file)
  const store = (changed: Entries): void => {
    save(file, changed)
    entries = changed
  }
  const unsealed = Object.entries(entries).filter(([, entry]) => !entry.sealed)
  if (seal.available && unsealed.length > 0) store({ ...entries, ...Object.fromEntries(unsealed.map(([id, { key }]) => [id, sealed(Buffer.from(key, 'base64'), seal)])) })

  return {
    add(id, privateKey) {
      // Another Copydesk of the same user may have added keys since.
      store({ ...load(file), [id]: sealed(privateKey.export({ type: 'pkcs8', format: 'der' }), seal) })
    },
    has(id) {
      const entry = entries[id]
      return entry !== undefined && (!entry.sealed || seal.available)
    },
    sign(id, event) {
      return signEvent(event, open(entries[id], seal))
    },
  }
}

function sealed(key: Uint8Array, seal: Seal): z.infer<typeof Entry> {
  return { sealed: seal.available, key: Buffer.from(seal.available ? seal.seal(key) : key).toString('base64') }
}

function open(entry: z.infer<typeof Entry> | undefined, seal: Seal): PrivateKey {
  if (entry === undefined) throw new DeskError('no-key', 'The key of this member is not on this computer, so nobody can sign for them here.')
  const stored = Buffer.from(entry.key, 'base64')
  try {
    const key = entry.sealed ? Buffer.from(seal.open(stored)) : stored
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  } catch (error) {
    throw new DeskError('no-key', 'The key of this member can’t be opened. Unlock the system’s keychain and try again.', { detail: error instanceof Error ? error.message : String(error) })
  }
}

function load(file: string): Entries {
  const text = textOf(file)
  if (text === undefined) return {}
  try {
    return File.parse(JSON.parse(text)).keys
  } catch (error) {
    const kept = `${file}.unreadable-${Date.now()}`
    renameSync(file, kept)
    console.error(`The key file could not be read; it is kept as ${kept}`, error)
    return {}
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function save(file: string, keys: Entries): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  writeFileAtomic.sync(file, `${JSON.stringify({ format: 'copydesk.keyring/1', keys } satisfies z.infer<typeof File>, null, 2)}\n`, { mode: 0o600 })
}
