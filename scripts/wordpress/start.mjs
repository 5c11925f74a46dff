// `npm run wordpress`: a real WordPress on loopback to publish to, set up by itself. It is gone when this ends.
//   --sites pretty,plain   which sites (default: pretty; see site.mjs)
//   --port 8480            the first one's port; the others follow. 0: any that is free
//   --json                 for programs: one line of JSON when all are ready; ends with its input
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { say, withProgress } from '../lib/progress.mjs'
import { SetupError } from '../setup/setup-error.mjs'
import { provideCore } from './core.mjs'
import { providePhp } from './php.mjs'
import { KINDS, startSite } from './site.mjs'

/** Exit code for a machine on which this can't be done, as opposed to a fault. */
const CANNOT = 3

const { values } = parseArgs({ options: { sites: { type: 'string', default: 'pretty' }, port: { type: 'string', default: '8480' }, json: { type: 'boolean', default: false } } })

const running = []
let folder
let ending

async function start() {
  const kinds = values.sites.split(',')
  const unknown = kinds.find((kind) => !(kind in KINDS))
  if (unknown !== undefined) throw new SetupError(`There is no site ‘${unknown}’: there are ${Object.keys(KINDS).join(', ')}.`)
  await withProgress('PHP', providePhp)
  const core = await withCore()
  folder = await mkdtemp(path.join(os.tmpdir(), 'copydesk-wordpress-'))
  for (const [index, kind] of kinds.entries()) {
    const port = Number(values.port) === 0 ? await freePort() : Number(values.port) + index
    running.push(await withProgress(`WordPress (${kind})`, () => startSite({ core, kind, folder: path.join(folder, kind), port })))
  }
}

async function withCore() {
  let core
  await withProgress('WordPress files', async (report) => void (core = await provideCore(report)))
  return core
}

function announce() {
  if (values.json) return void process.stdout.write(`${JSON.stringify(running.map(({ kind, address, version, users }) => ({ kind, address, version, users })))}\n`)
  for (const { address, version, users } of running) {
    say(`\nWordPress ${version} at ${address}`)
    for (const [login, password] of Object.entries(users)) say(`  ${login.padEnd(12)} application password: ${password}`)
  }
  say('\nCtrl+C ends it and removes everything.')
}

async function end(code) {
  ending ??= Promise.all(running.map(({ stop }) => stop())).then(() => folder && rm(folder, { recursive: true, force: true }))
  await ending
  process.exit(code)
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0))
// Whoever started this may be killed without a word; its end of the pipe then closes.
if (values.json) process.stdin.on('end', () => void end(0)).resume()

try {
  await start()
  announce()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  say(`\n${error.message}`)
  if (error.remedy) say(`\nWhat to run:\n  ${error.remedy}`)
  await end(CANNOT)
}
