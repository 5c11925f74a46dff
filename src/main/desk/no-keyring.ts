import { DeskError } from '../../shared/result'
import type { Keyring } from './keyring'

/** The keyring of a computer that has no keys, and takes none. */
export const noKeyring: Keyring = {
  add: refuse,
  has: () => false,
  sign: refuse,
}

function refuse(): never {
  throw new DeskError('no-key', 'There are no keys here, so nobody can sign.')
}
