// Running other programs: in the open (output goes to the terminal) or quietly (output is returned).
import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { isWindows, projectNode, root, toolEnvironment, toolPath } from './project.mjs'

/** Runs a command with the terminal's own input and output; answers its exit code. */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, env: toolEnvironment(), stdio: 'inherit', ...options })
  // A signal from the terminal reaches the child too: it decides when to end, and we end with it.
  const wait = () => {}
  const forward = () => child.kill('SIGTERM')
  process.on('SIGINT', wait).on('SIGTERM', forward)
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`Could not run ${command}: ${error.message}`)
      resolve(127)
    })
    child.on('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)))
  }).finally(() => process.off('SIGINT', wait).off('SIGTERM', forward))
}

/** Runs a package's command under the project's Node. */
export const runTool = (packageName, args, { command, ...options } = {}) =>
  run(projectNode(), [toolPath(packageName, command), ...args], options)

/** Runs a command without showing its output; answers `{ code, output }`. */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, {
      cwd: root,
      env: toolEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: isWindows && command === 'npm', // npm is a .cmd file there
      ...options,
    })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code, signal) => resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), output }))
  })
}

/** Whether a command ends well; for quick questions only. */
export const succeeds = (command, args, options = {}) =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 30_000, ...options }).status === 0

export const commandExists = (command) =>
  isWindows ? succeeds('where', [command]) : succeeds('sh', ['-c', `command -v ${command}`])
