import { safeStorage } from 'electron'
import type { Seal } from '../desk/keyring'

/**
 * The system's keychain through Electron's safeStorage. On Linux without a keyring service Electron falls back to
 * a password that everyone knows ('basic_text'): that is no protection, so it counts as no keychain.
 * Must not be asked before the app is ready. https://www.electronjs.org/docs/latest/api/safe-storage
 */
export function systemSeal(): Seal {
  const available = safeStorage.isEncryptionAvailable() && !(process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text')
  return {
    available,
    seal: (bytes) => safeStorage.encryptString(Buffer.from(bytes).toString('base64')),
    open: (bytes) => new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(bytes)), 'base64')),
  }
}
