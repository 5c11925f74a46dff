import type { KeyProtection } from '@shared/identity/key-protection'
import { create } from 'zustand'
import { ask } from '../../app/bridge'
import { complain } from '../../ui/notices'

/** How the keys of this computer are protected, as main said last; null until it has. */
export const useKeyProtection = create<{ readonly protection: KeyProtection | null }>(() => ({ protection: null }))

export const noteProtection = (protection: KeyProtection): void => useKeyProtection.setState({ protection })

/** Asks main anew. */
export async function readProtection(): Promise<void> {
  const answer = await ask('identity.protection')
  if (answer.ok) noteProtection(answer.value)
  else complain(answer.error)
}
