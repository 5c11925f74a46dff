import { createPrivateKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'
import { PublicIdentity, signedPart } from '../../shared/identity/identity-file'
import { DeskError } from '../../shared/result'
import { canonicalBytes } from '../../shared/story/canonical'
import type { MemberId } from '../../shared/story/ids'
import type { Member } from '../../shared/workflow/member'
import { idOfKey, publicKeyOf, verifySignature, type PrivateKey } from './identity'
import { deriveKey, newScryptParameters, openWith, ScryptParameters, sealWith } from './passphrase'

/** A private key on its way to another computer, sealed by a passphrase of its own. */
const CarriedIdentity = z.object({ format: z.literal('copydesk.identity/1'), name: z.string().min(1).max(120), publicKey: z.base64().length(44), scrypt: ScryptParameters, sealed: z.base64().max(4096) })
export type CarriedIdentity = z.infer<typeof CarriedIdentity> & { readonly member: MemberId }

/** More than any of these files needs. */
const largest = 64 * 1024

/** Writes a member's private key to a file, sealed by a passphrase; for its user only. */
export async function carryIdentity(file: string, { name, publicKey }: Member, privateKey: PrivateKey, passphrase: string): Promise<void> {
  const scrypt = newScryptParameters()
  const sealed = sealWith(await deriveKey(passphrase, scrypt), privateKey.export({ type: 'pkcs8', format: 'der' }), nameOfSeal(publicKey))
  await write(file, { format: 'copydesk.identity/1', name, publicKey, scrypt, sealed } satisfies z.infer<typeof CarriedIdentity>, 0o600)
}

/** @throws DeskError `no-identity` for a file that is not one of `carryIdentity`. */
export async function readCarried(file: string): Promise<CarriedIdentity> {
  const parsed = CarriedIdentity.safeParse(await read(file))
  const member = parsed.success ? idOfKey(parsed.data.publicKey) : undefined
  if (!parsed.success || member === undefined) throw new DeskError('no-identity', 'This file holds no identity of Copydesk. Export one on the other computer: Settings, Members, Export my identity.', { place: file })
  return { ...parsed.data, member }
}

/** The private key in such a file. @throws DeskError `wrong-passphrase`, or `no-identity` when the key is not that of the name on it. */
export async function openCarried({ publicKey, scrypt, sealed }: CarriedIdentity, passphrase: string): Promise<PrivateKey> {
  const key = createPrivateKey({ key: openWith(await deriveKey(passphrase, scrypt), sealed, nameOfSeal(publicKey)), format: 'der', type: 'pkcs8' })
  if (key.asymmetricKeyType !== 'ed25519' || publicKeyOf(key) !== publicKey) throw new DeskError('no-identity', 'The key in this file is not the one that its name stands for, so it was not taken.')
  return key
}

const nameOfSeal = (publicKey: string): string => `copydesk.identity/1 ${publicKey}`

/** A member's name and public key, signed with the key, for an admin of another desk. */
export function publicIdentity({ name, publicKey }: Pick<Member, 'name' | 'publicKey'>, sign: (bytes: Uint8Array) => string): PublicIdentity {
  const part = { format: 'copydesk.public-identity/1' as const, name, publicKey }
  return { ...part, signature: sign(canonicalBytes(signedPart(part))) }
}

export async function writePublic(file: string, identity: PublicIdentity): Promise<void> {
  await write(file, identity, 0o644)
}

/** @throws DeskError `no-identity` for a file that is no public identity, or whose name was not written by whoever has the key. */
export async function readPublic(file: string): Promise<PublicIdentity> {
  const content = await read(file)
  const parsed = PublicIdentity.safeParse(content)
  if (!parsed.success) {
    const isPrivate = CarriedIdentity.safeParse(content).success
    throw new DeskError('no-identity', isPrivate ? 'This file holds somebody’s private key, sealed: it should stay with them. Ask for their public identity instead.' : 'This file holds no public identity of Copydesk. Whoever wants to join makes one in Settings, Members, Save my public identity.', { place: file })
  }
  if (!verifySignature(parsed.data.publicKey, canonicalBytes(signedPart(parsed.data)), parsed.data.signature)) throw new DeskError('no-identity', 'The name in this file was not written by whoever has the key, so it can’t be believed. Ask for the file again.', { place: file })
  return parsed.data
}

async function write(file: string, content: object, mode: number): Promise<void> {
  try {
    await writeFileAtomic(file, `${JSON.stringify(content, null, 2)}\n`, { mode })
  } catch (error) {
    throw new DeskError('write-failed', 'The file could not be written there. Choose another folder, or make room on the disk.', { place: file, detail: String(error) })
  }
}

async function read(file: string): Promise<unknown> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new DeskError('read-failed', 'The file can’t be read. Is it still there?', { place: file, detail: String(error) })
  })
  if (bytes.byteLength > largest) return undefined
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

