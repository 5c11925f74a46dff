import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const Sites = z.array(
  z.object({
    kind: z.enum(['pretty', 'plain']),
    address: z.string(),
    version: z.string(),
    /** Application passwords by login. */
    users: z.object({ admin: z.string(), editor: z.string(), author: z.string(), contributor: z.string() }),
  }),
)
export type WordPressSite = z.infer<typeof Sites>[number]

/** Running sites of scripts/wordpress/start.mjs, or why there can be none on this machine. */
export type WordPress = { readonly sites: readonly WordPressSite[]; stop(): Promise<void> } | { readonly unavailable: string }

const program = path.resolve(import.meta.dirname, '..', '..', 'scripts', 'wordpress', 'start.mjs')
const exitCannot = 3

/**
 * Starts real WordPress sites, setting up what they need. The first time on a machine this takes a minute.
 * @throws Error when the set-up fails although it should be possible, or in CI whenever it fails.
 */
export async function startWordPress(kinds: readonly WordPressSite['kind'][]): Promise<WordPress> {
  const child = spawn(process.execPath, [program, '--json', '--port', '0', '--sites', kinds.join(',')], { stdio: ['pipe', 'pipe', 'pipe'] })
  const said: string[] = []
  child.stderr.on('data', (data: Buffer) => said.push(data.toString()))
  const ended = once(child, 'exit')
  const first = await Promise.race([once(createInterface(child.stdout), 'line'), ended])
  if (child.exitCode !== null || child.signalCode !== null) {
    const why = said.join('').trim()
    if (child.exitCode !== exitCannot || process.env['CI']) throw new Error(`WordPress could not be set up:\n${why}`)
    return { unavailable: why }
  }
  return {
    sites: Sites.parse(JSON.parse(z.string().parse(first[0]))),
    async stop() {
      child.stdin.end()
      await ended
    },
  }
}
