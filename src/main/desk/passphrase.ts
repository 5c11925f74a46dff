import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, scrypt, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { DeskError } from '../../shared/result'

/** How a key is made from a passphrase (RFC 7914). Kept with what it seals, so that stronger ones can be used later. */
export const ScryptParameters = z
  .object({ N: z.number().int().min(2 ** 14).max(2 ** 20), r: z.number().int().min(8).max(16), p: z.number().int().min(1).max(4), salt: z.base64().min(22) })
  // A file that somebody sends must not be able to take all of the memory.
  .refine(({ N, r }) => Number.isInteger(Math.log2(N)) && memoryOf(N, r) <= 512 * 1024 * 1024, 'asks for more memory than a passphrase needs')
export type ScryptParameters = z.infer<typeof ScryptParameters>

/** The key that a passphrase gives; never stored. */
export type PassphraseKey = KeyObject

const memoryOf = (N: number, r: number): number => 128 * N * r

/** New parameters with a salt of their own: 128 MB and about half a second for each guess. */
export function newScryptParameters(): ScryptParameters {
  return { N: 2 ** 17, r: 8, p: 1, salt: randomBytes(16).toString('base64') }
}

/** Takes about half a second, beside the main thread. The same passphrase gives the same key however its letters are composed. */
export function deriveKey(passphrase: string, { N, r, p, salt }: ScryptParameters): Promise<PassphraseKey> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 2 * memoryOf(N, r) }, (error, key) => (error === null ? resolve(createSecretKey(key)) : reject(error)))
  })
}

const nonceBytes = 12
const tagBytes = 16

/**
 * Seals some bytes with AES-256-GCM: nonce, sealed bytes and tag, in base64.
 * @param name What the bytes are; they open under no other name.
 */
export function sealWith(key: PassphraseKey, bytes: Uint8Array, name: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** Opens what `sealWith` sealed. @throws DeskError `wrong-passphrase` when the key is another one, or the bytes were changed. */
export function openWith(key: PassphraseKey, sealed: string, name: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes)).setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(bytes.byteLength - tagBytes))
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, bytes.byteLength - tagBytes)), decipher.final()])
  } catch {
    throw new DeskError('wrong-passphrase', 'This is not the passphrase. Check the keyboard’s language and the capitals, and try again.')
  }
}
