import { z } from 'zod'

/** How the private keys on this computer are protected. */
export const KeyProtection = z.object({
  by: z.enum(['keychain', 'passphrase', 'nothing']),
  /** Whether the passphrase has to be typed before anything can be signed. */
  locked: z.boolean(),
  /** Whether the system has a keychain, used or not. */
  keychain: z.boolean(),
  /** How many keys there are. */
  keys: z.number(),
})
export type KeyProtection = z.infer<typeof KeyProtection>

/** What a new passphrase must be. Whoever copies the file can guess as long as they like, so a short one is none. */
export const Passphrase = z.string().min(10, 'A passphrase has at least 10 characters: several words that don’t belong together are good').max(1000, 'A passphrase has at most 1,000 characters')
