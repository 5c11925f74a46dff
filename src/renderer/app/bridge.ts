import type { CallInput, CallOutput, EventPayload } from '@shared/ipc'
import { events } from '@shared/ipc/events'
import type { CallName, EventName } from '@shared/ipc-names'
import { DeskError, fail, type Result } from '@shared/result'

/** What the preload puts into the page. */
interface Bridge {
  call(name: string, input: unknown): Promise<unknown>
  on(name: string, listener: (payload: unknown) => void): () => void
}

declare global {
  interface Window {
    readonly copydesk: Bridge
  }
}

let unlock: () => Promise<boolean> = () => Promise.resolve(false)

/** Says how the keys of this computer are unlocked: it asks the person, and answers whether they are open now. */
export const onKeysLocked = (how: () => Promise<boolean>): void => void (unlock = how)

/**
 * Makes one call of the contract and answers what main answered, as a value; never throws. A call that needs a key which is sealed by
 * a passphrase is made again once that was typed.
 */
export async function ask<N extends CallName>(name: N, ...input: CallInput<N> extends void ? [] : [CallInput<N>]): Promise<Result<CallOutput<N>>> {
  const answer = await askOnce(name, ...input)
  return !answer.ok && answer.error.code === 'keys-locked' && (await unlock()) ? askOnce(name, ...input) : answer
}

async function askOnce<N extends CallName>(name: N, ...input: CallInput<N> extends void ? [] : [CallInput<N>]): Promise<Result<CallOutput<N>>> {
  try {
    // Main parsed the input and made the answer by the contract's own types; the bridge itself carries no types.
    return (await window.copydesk.call(name, input[0])) as Result<CallOutput<N>>
  } catch (error) {
    return fail('no-answer', 'Copydesk did not answer. Please try again.', { detail: String(error) })
  }
}

/** Makes one call of the contract. @throws DeskError with words for a person when main refused. */
export async function call<N extends CallName>(name: N, ...input: CallInput<N> extends void ? [] : [CallInput<N>]): Promise<CallOutput<N>> {
  const answer = await ask(name, ...input)
  if (answer.ok) return answer.value
  throw new DeskError(answer.error.code, answer.error.message, answer.error)
}

/** Hears one event of the contract; answers how to stop. */
export function on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  return window.copydesk.on(name, (payload) => {
    // The contract's schema for N gives N's payload; TypeScript can't follow the union that far.
    listener(events[name].parse(payload) as EventPayload<N>)
  })
}
