import { runCommandLine } from './run'

const stopping = new AbortController()
// The first time the work ends in good order; the second time the system ends it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  environment: process.env,
  directory: process.cwd(),
  signal: stopping.signal,
})
