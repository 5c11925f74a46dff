import { DeskError } from '../../shared/result'
import type { MemberId } from '../../shared/story/ids'
import { signBytes, signEvent, type PrivateKey } from './identity'
import type { Keyring } from './keyring'

/** The keyring of a computer that has no keys, and takes none. */
export const noKeyring: Keyring = {
  add: refuse,
  has: () => false,
  canSign: () => false,
  sign: refuse,
  signBytes: refuse,
}

function refuse(): never {
  throw new DeskError('no-key', 'There are no keys here, so nobody can sign.')
}

/** Keys that are stored nowhere: while a sample desk is made, say. */
export function keysInMemory(keys: ReadonlyMap<MemberId, PrivateKey>): Keyring {
  const known = new Map(keys)
  const keyOf = (id: MemberId): PrivateKey => {
    const key = known.get(id)
    if (key === undefined) throw new DeskError('no-key', 'The key of this member is not on this computer, so nobody can sign for them here.')
    return key
  }
  return {
    add: (id, privateKey) => void known.set(id, privateKey),
    has: (id) => known.has(id),
    canSign: (id) => known.has(id),
    sign: (id, event) => signEvent(event, keyOf(id)),
    signBytes: (id, bytes) => signBytes(bytes, keyOf(id)),
  }
}
