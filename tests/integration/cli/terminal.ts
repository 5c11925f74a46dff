import { runCommandLine } from '../../../src/main/cli/run'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command line as a shell in some folder would. */
export async function copydesk(directory: string, args: readonly string[], environment: Record<string, string> = {}, signal = new AbortController().signal): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await runCommandLine(args, { out: (line) => out.push(line), err: (line) => err.push(line), environment, directory, signal })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
