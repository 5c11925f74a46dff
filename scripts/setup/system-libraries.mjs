// Step: the libraries that Electron expects from a Linux system, and a display for machines without one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { hasDisplay, isLinux, isRoot } from '../lib/project.mjs'
import { excerpt, say } from '../lib/progress.mjs'
import { capture, commandExists } from '../lib/run.mjs'
import { SetupError } from './setup-error.mjs'

/** Each Debian package with something that shows it is there, whatever the system calls its package. */
const LIBRARIES = [
  { name: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { name: 'libnss3', library: 'libnss3.so' },
  { name: 'libasound2', library: 'libasound.so.2' },
  { name: 'libgbm1', library: 'libgbm.so.1' },
  { name: 'libxss1', library: 'libXss.so.1' },
  { name: 'libxtst6', library: 'libXtst.so.6' },
  { name: 'libatk-bridge2.0-0', library: 'libatk-bridge-2.0.so.0' },
  { name: 'libdrm2', library: 'libdrm.so.2' },
  { name: 'libnotify4', library: 'libnotify.so.4' },
]
const VIRTUAL_DISPLAY = [
  { name: 'xvfb', command: 'xvfb-run' },
  { name: 'xauth', command: 'xauth' },
]
// Without them text still shows, though not in every script.
const FONTS = [
  { name: 'fonts-dejavu-core', file: '/usr/share/fonts/truetype/dejavu' },
  { name: 'fonts-noto-core', file: '/usr/share/fonts/truetype/noto' },
]

export const systemLibraries = {
  title: 'system libraries',
  isDone: () => !isLinux || missing(required()).length === 0,
  async run(report) {
    const absent = missing([...required(), ...(hasDisplay() ? [] : FONTS)])
    if (!commandExists('apt-get')) return explainElsewhere(absent)
    const packages = absent.map(debianName)
    if (!isRoot) throw new SetupError(`These system packages are missing: ${packages.join(' ')}`, aptCommands(packages))
    report('apt-get update')
    await apt(['update', '-qq'], packages)
    report(`apt-get install ${packages.join(' ')}`)
    await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages], packages)
    report(`${packages.length} Debian packages`)
  },
}

const required = () => (hasDisplay() ? LIBRARIES : [...LIBRARIES, ...VIRTUAL_DISPLAY])

function missing(packages) {
  const known = spawnSync('ldconfig', ['-p'], { encoding: 'utf8', env: withSystemFolders() }).stdout ?? ''
  return packages.filter(({ library, command, file }) => {
    if (library) return !known.includes(`${library} `)
    return command ? !commandExists(command) : !existsSync(file)
  })
}

/** ldconfig lives in a folder that an ordinary user's PATH may leave out. */
const withSystemFolders = () => ({ ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` })

/** Newer releases renamed some of the packages (libgtk-3-0t64). */
function debianName({ name }) {
  const renamed = `${name}t64`
  const names = spawnSync('apt-cache', ['pkgnames', renamed], { encoding: 'utf8' }).stdout ?? ''
  return names.split('\n').includes(renamed) ? renamed : name
}

async function apt(args, packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, output } = await capture('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env })
  if (code !== 0) throw new SetupError(`apt-get ${args[0]} failed:\n${excerpt(output)}`, aptCommands(packages))
}

export const aptCommands = (packages) =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`

/** Other systems have other names for these; Electron itself says in a later step what it lacks. */
function explainElsewhere(absent) {
  const things = absent.map(({ library, command, file }) => library ?? command ?? file)
  say(`  This is not a Debian system. Electron may need: ${things.join(', ')}`)
}
