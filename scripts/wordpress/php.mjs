// PHP for the trial WordPress: the one that is installed, or Debian's.
import { isRoot } from '../lib/project.mjs'
import { excerpt } from '../lib/progress.mjs'
import { capture, commandExists } from '../lib/run.mjs'
import { SetupError } from '../setup/setup-error.mjs'
import { aptCommands } from '../setup/system-libraries.mjs'

const PACKAGES = ['php-cli', 'php-sqlite3', 'php-gd', 'php-xml', 'php-mbstring', 'php-zip']
const EXTENSIONS = ['pdo_sqlite', 'gd', 'xml', 'mbstring', 'zip', 'json']

/** Makes sure that `php` runs with what WordPress needs. @throws SetupError when it can't be had here */
export async function providePhp(report) {
  if (await hasPhp()) return
  const what = `PHP with the extensions ${EXTENSIONS.join(', ')} is missing.`
  if (!commandExists('apt-get')) throw new SetupError(`${what} Install it, and start again.`)
  if (!isRoot) throw new SetupError(what, aptCommands(PACKAGES))
  report('apt-get update')
  await apt(['update', '-qq'])
  report(`apt-get install ${PACKAGES.join(' ')}`)
  await apt(['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES])
  if (!(await hasPhp())) throw new SetupError(`${what} Debian’s packages were installed, and still it does not run.`)
}

async function hasPhp() {
  if (!commandExists('php')) return false
  const { code, output } = await capture('php', ['-m'])
  const loaded = output.toLowerCase().split('\n')
  return code === 0 && EXTENSIONS.every((name) => loaded.includes(name))
}

async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, output } = await capture('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env })
  if (code !== 0) throw new SetupError(`apt-get ${args[0]} failed:\n${excerpt(output)}`, aptCommands(PACKAGES))
}
