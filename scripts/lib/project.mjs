// Where things are in this checkout, and which Node runs its tools.
import { existsSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
export const inProject = (...parts) => path.join(root, ...parts)
export const inModules = (...parts) => path.join(root, 'node_modules', ...parts)

export const platform = `${process.platform}-${process.arch}`
export const isWindows = process.platform === 'win32'
export const isLinux = process.platform === 'linux'
export const isRoot = process.getuid?.() === 0
export const hasDisplay = () => !isLinux || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** What survives a fresh clone: things that took long to make. Safe to delete at any time. */
export const cacheFolder = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'copydesk')

/**
 * The Node that runs our tools. Several of them need Node 22 or newer, so the project
 * brings its own as a package; the Node that started us only has to get that far.
 */
export function projectNode() {
  const own = inModules('node', 'bin', isWindows ? 'node.exe' : 'node')
  return existsSync(own) ? own : process.execPath
}

/** The environment in which a tool finds the project's Node and the other tools first. */
export function toolEnvironment(extra = {}) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const first = [path.dirname(projectNode()), inModules('.bin')]
  return { ...process.env, [key]: [...first, process.env[key]].join(path.delimiter), ...extra }
}

export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** The JavaScript file behind a package's command, to be run by `projectNode()`. */
export function toolPath(packageName, command = packageName) {
  const manifest = inModules(packageName, 'package.json')
  const { bin } = readJson(manifest)
  return path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin[command])
}
