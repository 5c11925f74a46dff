// Packages of Debian and its kin.
import { setTimeout as wait } from 'node:timers/promises'
import { isRoot } from '../lib/project.mjs'
import { excerpt } from '../lib/progress.mjs'
import { capture, commandExists } from '../lib/run.mjs'
import { SetupError } from './setup-error.mjs'

/** How often somebody else's apt-get is waited for, three seconds each time. */
const PATIENCE = 100

/** Installs packages. @param {string} what What is missing, for whoever has to install it. @throws SetupError when that can't be done here */
export async function aptInstall(packages, what, report) {
  if (!commandExists('apt-get')) throw new SetupError(`${what} Install it, and start again.`)
  if (!isRoot) throw new SetupError(what, aptCommands(packages))
  report('apt-get update')
  await apt(['update', '-qq'], packages)
  report(`apt-get install ${packages.join(' ')}`)
  await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages], packages)
}

/** What a person runs instead. */
export const aptCommands = (packages) => `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`

/** Two test files may want packages at the same time, and only one gets the lists. */
async function apt(args, packages, left = PATIENCE) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, output } = await capture('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env })
  if (code === 0) return
  if (left === 0 || !/could not get lock|unable to lock/i.test(output)) throw new SetupError(`apt-get ${args[0]} failed:\n${excerpt(output)}`, aptCommands(packages))
  await wait(3000)
  await apt(args, packages, left - 1)
}
