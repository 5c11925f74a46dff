// One running WordPress: a copy of the core, a database of its own, PHP's web server on loopback.
import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inProject } from '../lib/project.mjs'
import { excerpt } from '../lib/progress.mjs'
import { capture } from '../lib/run.mjs'
import { SetupError } from '../setup/setup-error.mjs'

const here = (...parts) => inProject('scripts', 'wordpress', ...parts)

/** The kinds of site that matter to whoever talks to them. */
export const KINDS = {
  pretty: { folder: '', permalinks: '/%postname%/', timeZone: 'Pacific/Auckland' },
  /** In a sub-folder, with addresses like ?p=5: the API is at ?rest_route= only. */
  plain: { folder: '/press', permalinks: '', timeZone: '' },
}

/** Starts a site; answers `{ address, version, users, stop }`, the users' application passwords by login. */
export async function startSite({ core, kind, folder, port }) {
  const { folder: below, permalinks, timeZone } = KINDS[kind]
  const root = path.join(folder, 'root')
  const site = path.join(root, below)
  const data = path.join(folder, 'data')
  await mkdir(data, { recursive: true })
  await cp(core, site, { recursive: true })
  await cp(here('wp-config.php'), path.join(site, 'wp-config.php'))
  const home = `http://127.0.0.1:${port}${below}`
  const env = { ...process.env, COPYDESK_WP_HOME: home, COPYDESK_WP_DATABASE: data, COPYDESK_WP_FOLDER: below, COPYDESK_WP_PERMALINKS: permalinks, COPYDESK_WP_TIME_ZONE: timeZone }
  const { version, users } = await provision(site, env)
  const stop = serve({ root, port, env, log: path.join(folder, 'web.log') })
  await untilItAnswers(`${home}/?rest_route=/`).catch(async (error) => {
    await stop()
    throw error
  })
  return { kind, address: `${home}/`, version, users, stop }
}

async function provision(site, env) {
  const { code, output } = await capture('php', ['-d', 'memory_limit=512M', here('provision.php')], { cwd: site, env })
  const line = output.trim().split('\n').findLast((each) => each.startsWith('{'))
  if (code !== 0 || line === undefined) throw new SetupError(`WordPress could not be installed:\n${excerpt(output)}`)
  return JSON.parse(line)
}

/** Several workers, because a request may make the site ask itself. They are ended as a group: they outlive their parent. */
function serve({ root, port, env, log }) {
  const output = openSync(log, 'a')
  const server = spawn('php', ['-d', 'memory_limit=256M', '-d', 'upload_max_filesize=64M', '-d', 'post_max_size=64M', '-S', `127.0.0.1:${port}`, '-t', root, here('router.php')], {
    env: { ...env, PHP_CLI_SERVER_WORKERS: '3' },
    stdio: ['ignore', output, output],
    detached: true,
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  return async () => {
    endGroup(server.pid)
    await ended
  }
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

async function untilItAnswers(address) {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const answers = await fetch(address, { signal: AbortSignal.timeout(5000) }).then((response) => response.ok, () => false)
    if (answers) return
    await wait(100)
  }
  throw new SetupError('WordPress was set up, but does not answer.')
}
