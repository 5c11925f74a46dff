import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '..', '..')

/**
 * Bundles a TypeScript program on the app's own modules, so that a test can run it as a process of its own and kill it.
 * Answers the file. It lies under out/, where the native module is found.
 */
export async function bundle(entry: string): Promise<string> {
  const name = path.basename(entry, '.ts')
  const folder = path.join(root, 'out', 'tests', `${name}-${process.pid}`)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': path.join(root, 'src/shared') } },
    // Some packages ask where they are, as CommonJS does.
    define: { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: entry, target: 'node20', outDir: folder, emptyOutDir: true, minify: false, rolldownOptions: { output: { entryFileNames: `${name}.mjs` } } },
  })
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return path.join(folder, `${name}.mjs`)
}

export interface Started {
  readonly child: ChildProcess
  /** What it has printed so far. */
  output(): string
  /** Waits until it has printed something like this. */
  printed(pattern: RegExp): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

/** Starts a bundled program; it ends with the test at the latest. */
export function start(file: string, args: readonly string[]): Started {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let output = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    child,
    output: () => output,
    async printed(pattern) {
      while (!pattern.test(output)) await Promise.race([once(child.stdout, 'data'), ended.then(() => Promise.reject(new Error(`The program ended early, having printed: ${output}`)))])
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
