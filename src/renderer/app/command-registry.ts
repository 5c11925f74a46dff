import { commandNamed, commands, type CommandId } from '@shared/commands'
import { useEffect, useSyncExternalStore } from 'react'
import { isModalOpen } from '../ui/layer'

/** What a command does where it is offered now; `enabled` is asked each time that it is shown or run. */
export interface CommandHandler {
  readonly run: () => void
  readonly enabled?: () => boolean
  /** Where it isn't known yet whether the command is enabled: what is kept once it is. Null where it is known. */
  readonly known?: () => Promise<void> | null
}
export type CommandHandlers = { readonly [Id in CommandId]?: CommandHandler | (() => void) }

const handlers = new Map<CommandId, CommandHandler[]>()
const listeners = new Set<() => void>()
let version = 0

/** Offers commands until the answer is called. The latest offer of a command counts. */
export function offerCommands(offered: CommandHandlers): () => void {
  const added = commands.flatMap(({ id }) => {
    const given = offered[id]
    return given === undefined ? [] : [{ id, handler: typeof given === 'function' ? { run: given } : given }]
  })
  for (const { id, handler } of added) handlers.set(id, [...(handlers.get(id) ?? []), handler])
  announce()
  return () => {
    for (const { id, handler } of added) handlers.set(id, (handlers.get(id) ?? []).filter((other) => other !== handler))
    announce()
  }
}

function announce(): void {
  version += 1
  for (const listener of listeners) listener()
}

/** The latest offer of a command. */
const offerOf = (id: CommandId): CommandHandler | undefined => handlers.get(id)?.at(-1)

const isOpen = ({ enabled }: CommandHandler): boolean => enabled?.() ?? true

export function isEnabled(id: CommandId): boolean {
  const handler = offerOf(id)
  return handler !== undefined && isOpen(handler)
}

/**
 * Runs a command if it is offered and enabled now; where that isn't known yet, as soon as it is, unless the command is offered
 * by something else by then or a dialog has come in between. Answers whether it ran, or waits.
 */
export function runCommand(id: string): boolean {
  const command = commandNamed(id)
  const handler = command && offerOf(command.id)
  if (command === undefined || handler === undefined) return false
  const pending = handler.known?.() ?? null
  if (pending === null) return runNow(handler)
  void pending.then(() => offerOf(command.id) === handler && !isModalOpen() && runNow(handler))
  return true
}

function runNow(handler: CommandHandler): boolean {
  if (!isOpen(handler)) return false
  handler.run()
  return true
}

/** Offers commands while a component is shown. `offered` must be stable (useMemo), or it is offered anew each time. */
export function useCommands(offered: CommandHandlers): void {
  useEffect(() => offerCommands(offered), [offered])
}

/** Changes whenever commands are offered or withdrawn, so that what shows them is drawn again. */
export function useCommandVersion(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => version,
  )
}
