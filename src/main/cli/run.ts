import { version } from '../../../package.json'
import { DeskError } from '../../shared/result'
import { UsageError, type Command } from './command'
import { exportCommand } from './export'
import { importCommand } from './import'
import { packetCommand } from './packet'
import { publishCommand } from './publish'
import type { Terminal } from './terminal'
import { verifyCommand } from './verify'

const commands: readonly Command[] = [exportCommand, publishCommand, importCommand, packetCommand, verifyCommand]

const help = `copydesk COMMAND …

${commands.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`).join('\n')}

‘copydesk COMMAND --help’ says more. Results go to the standard output, progress and errors to the error output.`

/**
 * Runs one command line. Answers the exit code: 0 done, 1 something was not done or a fault was found, 2 not understood.
 * Every error is a sentence on the error output; none is thrown.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  if (name === '--version') return say(terminal, version)
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return name === undefined ? (terminal.err(help), 2) : say(terminal, help)
  const command = commands.find((candidate) => candidate.name === name)
  if (command === undefined) {
    terminal.err(`There is no command ‘${name}’. Commands: ${commands.map((known) => known.name).join(', ')}.`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) return say(terminal, command.help)
  try {
    return await command.run(rest, terminal)
  } catch (error) {
    return explain(command, error, terminal)
  }
}

function say(terminal: Terminal, text: string): number {
  terminal.out(text)
  return 0
}

function explain({ name }: Command, error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError) {
    terminal.err(`${error.message}\n‘copydesk ${name} --help’ says how it is used.`)
    return 2
  }
  if (error instanceof DeskError) {
    const { message, place } = error.failure
    terminal.err(place === undefined || message.includes(place) ? message : `${message} (${place})`)
    return 1
  }
  terminal.err(`Something went wrong inside Copydesk. What was finished before stays.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return 1
}
