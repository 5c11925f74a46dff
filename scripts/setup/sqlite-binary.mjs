// Step: better-sqlite3's native part. Its package carries builds for Node-API 10 (Node 22.14,
// Electron 35); for an older Electron it is compiled here, once, so that one file serves them all.
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { cacheFolder, inModules, isLinux, isRoot, platform, projectNode, readJson, root } from '../lib/project.mjs'
import { excerpt } from '../lib/progress.mjs'
import { capture, commandExists } from '../lib/run.mjs'
import { installedElectron } from './electron-binary.mjs'
import { SetupError } from './setup-error.mjs'
import { aptCommands } from './apt.mjs'

const folder = inModules('better-sqlite3')
const buildFolder = path.join(folder, 'build')
const binary = path.join(buildFolder, 'Release', 'better_sqlite3.node')

// Asks for Node-API functions by name at run time and declares no version: Electron 33 takes it, and so does 45.
const COMPILER_FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'

export const sqliteBinary = {
  title: 'SQLite',
  isDone: worksEverywhere,
  async run(report) {
    const cached = path.join(cacheFolder, `better-sqlite3-${version()}-${platform}-${libc()}.node`)
    report('looking for one compiled before')
    if (await takeFrom(cached)) return report('compiled before')
    await compilerIsThere(report)
    report('compiling, about a minute')
    await compile()
    await keepAs(cached)
    report('compiled')
  },
}

const version = () => readJson(path.join(folder, 'package.json')).version
const libc = () => (process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'other')

/** Opens a database under Node and under Electron: a wrong build does not fail to load, it crashes. */
async function worksEverywhere() {
  const program = "const D = require('better-sqlite3'); new D(':memory:').prepare('select 1').get()"
  const electron = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const [node, app] = await Promise.all([
    capture(projectNode(), ['-e', program]),
    capture(installedElectron()?.path ?? 'electron', ['-e', program], { cwd: root, env: electron }),
  ])
  return node.code === 0 && app.code === 0
}

async function takeFrom(cached) {
  if (!existsSync(cached)) return false
  await mkdir(path.dirname(binary), { recursive: true })
  await copyFile(cached, binary)
  if (await worksEverywhere()) return true
  await rm(buildFolder, { recursive: true, force: true })
  return false
}

async function keepAs(cached) {
  try {
    await mkdir(cacheFolder, { recursive: true })
    await copyFile(binary, `${cached}.${process.pid}`)
    await rename(`${cached}.${process.pid}`, cached)
  } catch {
    // A home folder that cannot be written costs the next clone a minute, nothing more.
  }
}

async function compilerIsThere(report) {
  const needed = { 'g++': 'build-essential', make: 'build-essential', python3: 'python3' }
  const packages = [...new Set(Object.keys(needed).filter((it) => !commandExists(it)).map((it) => needed[it]))]
  if (!isLinux || packages.length === 0) return
  const remedy = commandExists('apt-get') ? aptCommands(packages) : 'Install a C++ compiler, make and Python 3.'
  if (!isRoot || !commandExists('apt-get')) throw new SetupError('Compiling SQLite needs a C++ compiler.', remedy)
  report(`apt-get install ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, output } = await capture('sh', ['-c', aptCommands(packages).replaceAll('sudo ', '')], { env })
  if (code !== 0) throw new SetupError(`apt-get install failed:\n${excerpt(output)}`, remedy)
}

async function compile() {
  const gyp = [inModules('node-gyp', 'bin', 'node-gyp.js'), 'rebuild', '--release', '--force_build=1', ...headers()]
  const { code, output } = await capture(projectNode(), gyp, {
    cwd: folder,
    env: { ...process.env, CXXFLAGS: COMPILER_FLAGS },
  })
  if (code === 0 && (await worksEverywhere())) return removeIntermediates()
  await rm(buildFolder, { recursive: true, force: true })
  const reason = code === 0 ? 'SQLite was compiled, but does not load.' : `SQLite did not compile:\n${excerpt(output)}`
  throw new SetupError(reason, 'npm start   (once the cause is removed)')
}

/** The project's own Node comes with its headers, which saves node-gyp a download. */
function headers() {
  const packaged = inModules('node', 'node_modules', `node-${platform}`)
  const places = [packaged, path.dirname(path.dirname(projectNode()))]
  const found = places.find((place) => existsSync(path.join(place, 'include', 'node', 'node_api.h')))
  return found ? [`--nodedir=${found}`] : []
}

/** Of 20 MB of object files, what better-sqlite3 loads is 2 MB. */
async function removeIntermediates() {
  const kept = path.join(folder, 'better_sqlite3.node')
  await rename(binary, kept)
  await rm(buildFolder, { recursive: true, force: true })
  await mkdir(path.dirname(binary), { recursive: true })
  await rename(kept, binary)
}
