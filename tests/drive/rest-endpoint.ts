import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'

/** The receiving server of scripts/rest-server.mjs, as a process of its own that can be killed like any other. */
export interface RestEndpoint {
  readonly address: string
  readonly folder: string
  start(options?: { readonly slowMs?: number }): Promise<void>
  /** Ends it without a word, as a crash would. */
  kill(): Promise<void>
}

const program = path.resolve(import.meta.dirname, '..', '..', 'scripts', 'rest-server.mjs')

export async function restEndpoint(folder: string, token: string): Promise<RestEndpoint> {
  const port = await freePort()
  let running: ChildProcess | undefined
  return {
    address: `http://127.0.0.1:${port}/`,
    folder,
    async start({ slowMs = 0 } = {}) {
      running = spawn(process.execPath, [program, '--port', String(port), '--dir', folder, '--token', token, '--slow', String(slowMs)], { stdio: ['ignore', 'pipe', 'inherit'] })
      const ended = once(running, 'exit').then(([code]) => Promise.reject(new Error(`The receiving server ended with code ${String(code)}`)))
      // Its one line says that it listens; its end after that is no news.
      if (running.stdout) await Promise.race([once(running.stdout, 'data'), ended])
      ended.catch(() => {})
    },
    async kill() {
      const ended = running?.exitCode === null && running.signalCode === null ? once(running, 'exit') : undefined
      running?.kill('SIGKILL')
      await ended
      running = undefined
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No port is free')
  return address.port
}
