import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { Terminal } from './terminal'

/** One word after `copydesk`: its options, its help, and what it does. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** The whole help. */
  readonly help: string
  /** Answers the exit code: 0 when all was done, 1 when something was not. @throws UsageError, DeskError. */
  run(args: readonly string[], terminal: Terminal): Promise<number>
}

/** The command was not understood; the exit code is 2. */
export class UsageError extends Error {}

/** Options of every command. */
export const commonOptions = {
  desk: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig

/** Reads a command's options. @throws UsageError in words for what it does not know. */
export function readArguments<O extends ParseArgsOptionsConfig, P extends boolean>(args: readonly string[], options: O, allowPositionals: P) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** An option that has to be there. @throws UsageError */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError(`--${option} is missing.`)
  return value
}
