import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'
import { DeskError } from '../../shared/result'
import type { TargetId } from '../../shared/story/ids'
import type { Seal } from '../desk/keyring'

/**
 * Passwords and tokens of targets: sealed by the system's keychain in a file of this computer, or in memory until the
 * app ends. Never part of a desk.
 */
export interface Secrets {
  has(id: TargetId): boolean
  /** Undefined when none is known. @throws DeskError when one is kept but the keychain does not open it. */
  get(id: TargetId): string | undefined
  /** @throws DeskError when it should be kept and there is no keychain. Nothing is then stored. */
  set(id: TargetId, secret: string, remember: 'keychain' | 'session'): void
  remove(id: TargetId): void
}

/** Sealed secrets in base64 by target. */
const Kept = z.record(z.string(), z.string())

/** @param file Where sealed secrets are kept; made when the first one is. */
export function openSecrets(file: string, seal: Seal): Secrets {
  const session = new Map<TargetId, string>()
  const kept = new Map(Object.entries(load(file)))

  function save(): void {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileAtomic.sync(file, JSON.stringify(Object.fromEntries(kept), null, 2), { mode: 0o600 })
  }

  function forgetKept(id: TargetId): void {
    if (kept.delete(id)) save()
  }

  return {
    has: (id) => session.has(id) || kept.has(id),
    get(id) {
      const sealed = kept.get(id)
      return session.get(id) ?? (sealed === undefined ? undefined : opened(seal, sealed))
    },
    set(id, secret, remember) {
      if (remember === 'session') {
        session.set(id, secret)
        return forgetKept(id)
      }
      if (!seal.available) throw new DeskError('no-keychain', 'This computer has no keychain in which a password could be kept. It can be used until Copydesk is closed, and is then asked for again.')
      kept.set(id, Buffer.from(seal.seal(new TextEncoder().encode(secret))).toString('base64'))
      session.delete(id)
      save()
    },
    remove(id) {
      session.delete(id)
      forgetKept(id)
    },
  }
}

/** Secrets that come from elsewhere, such as the environment of a command line; none can be stored. */
export function givenSecrets(secretOf: (id: TargetId) => string | undefined): Secrets {
  const refuse = (): never => {
    throw new DeskError('secrets-given', 'Passwords are given from outside here and can’t be stored.')
  }
  return { has: (id) => secretOf(id) !== undefined, get: secretOf, set: refuse, remove: refuse }
}

function opened(seal: Seal, sealed: string): string {
  try {
    return new TextDecoder().decode(seal.open(Buffer.from(sealed, 'base64')))
  } catch {
    throw new DeskError('secret-sealed', 'The keychain of this computer does not open the stored password. Type it again in the settings of the target.')
  }
}

function load(file: string): Record<string, string> {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}
