// Step: the npm packages, exactly as the lock file names them.
import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { inModules, inProject, projectNode, readJson } from '../lib/project.mjs'
import { excerpt } from '../lib/progress.mjs'
import { capture, succeeds } from '../lib/run.mjs'
import { SetupError } from './setup-error.mjs'

export const npmPackages = {
  title: 'npm packages',
  isDone: () => installedAsLocked() && toolNodeIsThere(),
  async run(report) {
    if (isLink()) throw new SetupError('node_modules is a link to another folder, which npm would empty. Nothing was changed.', 'rm node_modules   (the link alone), then the same command again')
    const timer = setInterval(() => report(`${countPackages()} packages unpacked`), 1000)
    const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']).finally(() =>
      clearInterval(timer),
    )
    if (code !== 0) throw new SetupError(`npm could not install the packages:\n${excerpt(output)}`, 'npm ci')
    if (!toolNodeIsThere()) await installToolNode()
    report(`${countPackages()} packages`)
  },
}

const isLink = () => lstatSync(inModules(), { throwIfNoEntry: false })?.isSymbolicLink() === true

/** npm, run by the Node that started us: the project's own is among the things that npm replaces. */
export function npm(args, options) {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js') && !process.execPath.startsWith(inModules())
    ? capture(process.execPath, [cli, ...args], { env: process.env, ...options })
    : capture('npm', args, { env: process.env, ...options })
}

/** Whether node_modules holds what the lock file says, whoever put it there. */
function installedAsLocked() {
  const record = inModules('.package-lock.json')
  if (!existsSync(record)) return false
  const installed = readJson(record).packages
  return Object.entries(readJson(inProject('package-lock.json')).packages).every(([place, wanted]) => {
    if (place === '') return true
    const found = installed[place]
    // Optional packages are those of other platforms, for the most part: absent is fine, different is not.
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional || wanted.peer)
  })
}

/** Our tools need Node 22.12: the project's own, or else the one that runs this. */
function toolNodeIsThere() {
  const isNewEnough = "const [a, b] = process.versions.node.split('.'); process.exit(a > 22 || (a == 22 && b >= 12) ? 0 : 1)"
  return succeeds(projectNode(), ['-e', isNewEnough])
}

/** For an npm that runs no install scripts: the one script that we need. */
async function installToolNode() {
  const { code, output } = await capture(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: inModules('node'),
    env: process.env,
  })
  if (code === 0 && toolNodeIsThere()) return
  throw new SetupError(
    `The project's own Node.js could not be installed:\n${excerpt(output)}`,
    'npm rebuild node --foreground-scripts   (or install Node.js 24 yourself)',
  )
}

function countPackages() {
  if (!existsSync(inModules())) return 0
  const names = readdirSync(inModules())
  const scopes = names.filter((name) => name.startsWith('@'))
  const scoped = scopes.reduce((sum, scope) => sum + readdirSync(inModules(scope)).length, 0)
  return names.filter((name) => !/^[.@]/.test(name)).length + scoped
}
