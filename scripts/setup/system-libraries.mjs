// Step: the libraries that Electron expects from a Linux system, and a display for machines without one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { hasDisplay, isLinux } from '../lib/project.mjs'
import { say } from '../lib/progress.mjs'
import { commandExists } from '../lib/run.mjs'
import { aptInstall } from './apt.mjs'

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
    await aptInstall(packages, `These system packages are missing: ${packages.join(' ')}`, report)
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

/** Other systems have other names for these; Electron itself says in a later step what it lacks. */
function explainElsewhere(absent) {
  const things = absent.map(({ library, command, file }) => library ?? command ?? file)
  say(`  This is not a Debian system. Electron may need: ${things.join(', ')}`)
}
