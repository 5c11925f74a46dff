// PHP for the trial WordPress: the one that is installed, or Debian's.
import { capture, commandExists } from '../lib/run.mjs'
import { aptInstall } from '../setup/apt.mjs'
import { SetupError } from '../setup/setup-error.mjs'

const PACKAGES = ['php-cli', 'php-sqlite3', 'php-gd', 'php-xml', 'php-mbstring', 'php-zip']
const EXTENSIONS = ['pdo_sqlite', 'gd', 'xml', 'mbstring', 'zip', 'json']

/** Makes sure that `php` runs with what WordPress needs. @throws SetupError when it can't be had here */
export async function providePhp(report) {
  if (await hasPhp()) return
  const what = `PHP with the extensions ${EXTENSIONS.join(', ')} is missing.`
  await aptInstall(PACKAGES, what, report)
  if (!(await hasPhp())) throw new SetupError(`${what} Debian’s packages were installed, and still it does not run.`)
}

async function hasPhp() {
  if (!commandExists('php')) return false
  const { code, output } = await capture('php', ['-m'])
  const loaded = output.toLowerCase().split('\n')
  return code === 0 && EXTENSIONS.every((name) => loaded.includes(name))
}
