import { sha256Hex } from '../story/canonical'

/**
 * What two people compare, or read to each other, to be sure that they mean the same key: the first 32 digits of the SHA-256 of the
 * raw public key, in eight groups of four. It is also what a member's id is made of, so it can't differ from that.
 * @param publicKey Raw Ed25519 public key, 32 bytes in base64; of anything else there is no fingerprint, and the answer says so.
 */
export function fingerprint(publicKey: string): string {
  const raw = rawKey(publicKey)
  return raw === undefined ? 'not a key' : grouped(sha256Hex(raw).slice(0, 32))
}

/** The same for a member's id, which is the start of their key's hash. */
export function grouped(id: string): string {
  return id.match(/.{1,4}/g)?.join(' ') ?? id
}

function rawKey(base64: string): Uint8Array | undefined {
  try {
    const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    return raw.byteLength === 32 ? raw : undefined
  } catch {
    return undefined
  }
}
