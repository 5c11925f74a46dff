import { createHash, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { canonicalBytes } from '../../shared/story/canonical'
import { Instant, MemberId } from '../../shared/story/ids'
import type { SignedEvent, WorkflowEvent } from '../../shared/workflow/event'
import type { Member, Role } from '../../shared/workflow/member'
import type { VerifySignature } from '../../shared/workflow/verify-event'

/** A member's Ed25519 private key; it never becomes part of a desk. */
export type PrivateKey = KeyObject

export interface Identity {
  readonly member: Member
  readonly privateKey: PrivateKey
}

/** A new person with a new key pair. */
export function createIdentity(name: string, roles: readonly Role[]): Identity {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = rawPublicKey(publicKey)
  return {
    member: { id: memberIdOf(raw), name, roles: [...roles], publicKey: Buffer.from(raw).toString('base64'), addedAt: Instant.parse(new Date().toISOString()) },
    privateKey,
  }
}

const OkpKey = z.object({ crv: z.literal('Ed25519'), x: z.base64url() })

/** The 32 bytes of RFC 8032. */
function rawPublicKey(key: KeyObject): Uint8Array {
  return new Uint8Array(Buffer.from(OkpKey.parse(key.export({ format: 'jwk' })).x, 'base64url'))
}

/** The id that a public key gives its owner. */
function memberIdOf(rawKey: Uint8Array): MemberId {
  return MemberId.parse(createHash('sha256').update(rawKey).digest('hex').slice(0, 32))
}

/** Whether a member's id is that of the key: nobody can be given another key under the name that others know. */
export function isGenuine({ id, publicKey }: Member): boolean {
  const raw = Buffer.from(publicKey, 'base64')
  return raw.byteLength === 32 && memberIdOf(raw) === id
}

/** Signs an event's canonical JSON. */
export function signEvent(event: WorkflowEvent, privateKey: PrivateKey): SignedEvent {
  return { event, signature: signBytes(canonicalBytes(event), privateKey) }
}

/** An Ed25519 signature over some bytes, in base64. */
export function signBytes(bytes: Uint8Array, privateKey: PrivateKey): string {
  return sign(null, bytes, privateKey).toString('base64')
}

/** The public half of a private key: 32 raw bytes in base64. */
export function publicKeyOf(privateKey: PrivateKey): string {
  return Buffer.from(rawPublicKey(createPublicKey(privateKey))).toString('base64')
}

/** The id of whoever has a public key (base64, 32 raw bytes); undefined for what is no such key. */
export function idOfKey(publicKeyBase64: string): MemberId | undefined {
  const raw = Buffer.from(publicKeyBase64, 'base64')
  return raw.byteLength === 32 && raw.toString('base64') === publicKeyBase64 ? memberIdOf(raw) : undefined
}

const rememberedKeys = 1000
const rememberedSignatures = 20_000
const keys = new Map<string, KeyObject>()
const verified = new Set<string>()

/**
 * Whether a signature (base64, 64 bytes) over some bytes is that of an Ed25519 public key (base64, 32 raw bytes). Whatever
 * is not well-formed is simply not a signature. What was found right is remembered: a log is judged at every look at it.
 */
export const verifySignature: VerifySignature = (publicKeyBase64, bytes, signatureBase64) => {
  const name = `${publicKeyBase64} ${signatureBase64} ${createHash('sha256').update(bytes).digest('base64')}`
  if (verified.has(name)) return true
  const key = publicKey(publicKeyBase64)
  const signature = Buffer.from(signatureBase64, 'base64')
  if (key === undefined || signature.byteLength !== 64 || signature.toString('base64') !== signatureBase64 || !verify(null, bytes, key, signature)) return false
  if (verified.size >= rememberedSignatures) verified.clear()
  verified.add(name)
  return true
}

function publicKey(base64: string): KeyObject | undefined {
  const known = keys.get(base64)
  if (known !== undefined) return known
  const raw = Buffer.from(base64, 'base64')
  if (raw.byteLength !== 32) return undefined
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
  if (keys.size >= rememberedKeys) keys.clear()
  keys.set(base64, key)
  return key
}
