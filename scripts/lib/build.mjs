// Building the app, and knowing when that is not needed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inProject } from './project.mjs'
import { runTool } from './run.mjs'

const SOURCES = ['src', 'resources', 'package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json']
const keyFile = inProject('out', '.build-key')

/** Builds when a source has changed since the last build; answers the exit code. */
export async function ensureBuilt() {
  return isBuilt() ? 0 : build()
}

export async function build() {
  // Taken first: a file saved while the build runs must not count as built.
  const key = sourcesKey()
  const code = await runTool('electron-vite', ['build'], { stdio: ['inherit', process.stderr, 'inherit'] })
  if (code !== 0) return code
  mkdirSync(path.dirname(keyFile), { recursive: true })
  writeFileSync(keyFile, key)
  return 0
}

function isBuilt() {
  const main = inProject('out', 'main', 'index.js')
  return existsSync(main) && existsSync(keyFile) && readFileSync(keyFile, 'utf8') === sourcesKey()
}

/** Changes with any source file's name, size or time. */
function sourcesKey() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((name) => filesUnder(inProject(name)))) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\n${size}\n${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesUnder(place) {
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}
