import { create } from 'zustand'
import { onKeysLocked } from '../../app/bridge'

/** Whether the passphrase is being asked for, and who waits for the answer. */
interface Unlocking {
  readonly waiting: readonly ((open: boolean) => void)[]
}

export const useUnlocking = create<Unlocking>(() => ({ waiting: [] }))

/** Asks for the passphrase of this computer's keys; several who need it wait for one answer. */
export function askForPassphrase(): Promise<boolean> {
  return new Promise((resolve) => useUnlocking.setState(({ waiting }) => ({ waiting: [...waiting, resolve] })))
}

/** Ends the question. */
export function answerUnlocking(open: boolean): void {
  const { waiting } = useUnlocking.getState()
  useUnlocking.setState({ waiting: [] })
  for (const resolve of waiting) resolve(open)
}

onKeysLocked(askForPassphrase)
