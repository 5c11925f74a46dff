// How to run Electron on this machine: which one, with which switches, and on which display.
import { hasDisplay, isLinux, isRoot, projectNode } from './lib/project.mjs'
import { capture, run } from './lib/run.mjs'
import { installedElectron } from './setup/electron-binary.mjs'

const SCREEN = '-screen 0 1440x900x24'

const electronPath = () => installedElectron()?.path

/** Chromium's sandbox refuses to run as root, which is what containers and many CI machines are. */
export const sandboxArgs = () => (isLinux && isRoot ? ['--no-sandbox'] : [])

/** `[command, args]`, put on a virtual display when there is no other. */
export const onSomeDisplay = (command, args) =>
  hasDisplay() ? [command, args] : ['xvfb-run', ['-a', '-s', SCREEN, command, ...args]]

/** Opens the app in a window; answers its exit code. */
export const runApp = (args = [], options) => run(electronPath(), [...sandboxArgs(), '.', ...args], options)

/** Runs one of our Node scripts on some display; answers its exit code. */
export const runScriptOnSomeDisplay = (script, args = [], options) =>
  run(...onSomeDisplay(projectNode(), [script, ...args]), options)

/** Runs a file in Electron's own Node, without a window; answers its exit code. */
export const runHeadless = (file, args = [], options = {}) =>
  run(electronPath(), [file, ...args], { ...options, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })

/** The version that Electron itself reports when it runs, which is not what package.json asks for everywhere. */
async function electronVersion() {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const program = "const { electron, chrome, node } = process.versions; console.log(electron, chrome, node)"
  const { code, output } = await capture(electronPath(), ['-e', program], { env })
  if (code !== 0) throw new Error(`Electron did not run:\n${output}`)
  const [electron, chrome, node] = output.trim().split('\n').at(-1).split(' ')
  return { electron, chrome, node }
}

export async function describeElectron() {
  const { electron, chrome, node } = await electronVersion()
  return `Electron ${electron} (Chromium ${chrome}, Node.js ${node})`
}
