import canonicalize from 'canonicalize'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** JSON in the one form that is hashed and signed (RFC 8785), as UTF-8. @throws TypeError for what JSON can't say. */
export function canonicalBytes(value: unknown): Uint8Array {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form')
  return utf8ToBytes(text)
}

/** Lower-case hex SHA-256 of some bytes. For files of many megabytes use the platform's own hash. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}
