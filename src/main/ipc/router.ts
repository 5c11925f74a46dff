import { ipcMain, type WebContents } from 'electron'
import { z } from 'zod'
import { calls, events, type CallOutput, type EventPayload } from '../../shared/ipc'
import type { CallName, EventName } from '../../shared/ipc-names'
import { DeskError, fail, ok, type Result } from '../../shared/result'
import { isTrustedSender } from '../windows/security'

/** What a call's parsed input is. */
export type HandlerInput<N extends CallName> = z.output<(typeof calls)[N]['input']>
export type Handlers = { readonly [N in CallName]: (input: HandlerInput<N>) => CallOutput<N> | Promise<CallOutput<N>> }

/** Answers the window's calls: checks who asks, parses what is asked, and turns every error into words. */
export function answerCalls(handlers: Handlers, developmentServer?: string): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isTrustedSender(event.senderFrame, developmentServer)) return fail('untrusted-sender', 'This page may not call Copydesk.')
    if (!isCallName(name)) return fail('unknown-call', 'Copydesk has no such call.')
    return runCall(handlers, name, input)
  })
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}

async function runCall<N extends CallName>(handlers: Handlers, name: N, input: unknown): Promise<Result<unknown>> {
  const parsed = calls[name].input.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return fail('bad-input', issue?.message ?? 'This was not understood.', { place: issue?.path.join('.') ?? '', detail: `${name}: ${z.prettifyError(parsed.error)}` })
  }
  try {
    // The parse above makes this input of N's type; TypeScript can't follow a union of calls that far.
    const handler: (given: never) => unknown = handlers[name]
    return ok(await handler(parsed.data as never))
  } catch (error) {
    return { ok: false, error: failureOf(name, error) }
  }
}

function failureOf(name: string, error: unknown) {
  if (error instanceof DeskError) return error.failure
  console.error(`${name} failed`, error)
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: 'unexpected', message: 'Something went wrong inside Copydesk. Nothing that was saved is lost; please try again.', detail }
}

/** Sends one event of the contract; a payload that breaks the contract is a defect and throws here, not in the window. */
export function sendEvent<N extends EventName>(contents: WebContents | null, name: N, payload: EventPayload<N>): void {
  if (contents === null || contents.isDestroyed()) return
  contents.send(`event:${name}`, events[name].parse(payload))
}
