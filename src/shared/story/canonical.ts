import canonicalize from 'canonicalize'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** JSON in the one form that is hashed and signed (RFC 8785). @throws Error for what JSON can't say: NaN, half a surrogate pair, a circle. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form')
  return text
}

/** `canonicalText` as UTF-8. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8ToBytes(canonicalText(value))
}

/** Lower-case hex SHA-256 of some bytes. For files of many megabytes use the platform's own hash. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}
