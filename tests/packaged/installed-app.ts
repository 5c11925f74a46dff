import { chromium, type Browser, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root, sandboxArgs, temporaryFolder, withoutDevelopmentServer } from '../drive/open-app'

/** Where electron-builder leaves the app of each system. */
const places = { linux: ['linux-unpacked', 'copydesk'], win32: ['win-unpacked', 'Copydesk.exe'], darwin: [`mac${process.arch === 'arm64' ? '-arm64' : ''}`, 'Copydesk.app', 'Contents', 'MacOS', 'Copydesk'] }
export const executable = path.join(root, 'release', ...(process.platform === 'win32' ? places.win32 : process.platform === 'darwin' ? places.darwin : places.linux))
export const commandLine = path.join(path.dirname(executable), ...(process.platform === 'darwin' ? ['..'] : []), 'bin', process.platform === 'win32' ? 'copydesk.cmd' : 'copydesk')
export const archive = path.join(path.dirname(executable), ...(process.platform === 'darwin' ? ['..', 'Resources'] : ['resources']), 'app.asar')
export const isPackaged = existsSync(executable)

/** The app as it is installed. It can't be looked into from outside as one that is being developed: only its window is driven. */
export interface InstalledApp {
  readonly page: Page
  /** What the app wrote to its error output. */
  readonly errors: () => string
  /** How many processes of its own the app has started to work for it. */
  readonly helpers: () => number
  /** Closes the window as a person does, and waits for the end; answers the exit code. */
  close(): Promise<number | null>
  kill(): void
}

/** A computer on which Copydesk was never started. */
export const newHome = (): string => temporaryFolder('home')
export const userData = (home: string): string => path.join(home, 'data')

/** Starts the installed app on a computer. */
export async function startInstalled(home: string, ...args: string[]): Promise<InstalledApp> {
  const child = spawn(executable, [...sandboxArgs, `--user-data-dir=${userData(home)}`, '--remote-debugging-port=0', '--window-size=1440,900', ...args], { cwd: home, env: { ...withoutDevelopmentServer(), HOME: home }, stdio: ['ignore', 'ignore', 'pipe'] })
  const said: string[] = []
  const browser = await chromium.connectOverCDP(await addressOf(child, said))
  const page = await windowOf(browser)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    page,
    errors: () => said.join(''),
    helpers: () => helpersOf(child.pid ?? 0),
    async close() {
      await page.evaluate(() => window.close())
      return ended
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

function addressOf(child: ChildProcess, said: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The app ended with ${code}.\n${said.join('')}`)))
    child.stderr?.on('data', (data: Buffer) => {
      said.push(data.toString())
      const address = /DevTools listening on (ws:\S+)/.exec(said.join(''))?.[1]
      if (address !== undefined) resolve(address)
    })
  })
}

async function windowOf(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('The app has no window')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.waitForLoadState('domcontentloaded')
  return page
}

/** Processes of Node's kind below another one, by what Linux says of them. */
function helpersOf(parent: number): number {
  const statuses = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      return [{ pid: Number(pid), parent: Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]), line: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }]
    } catch {
      // It has ended meanwhile.
      return []
    }
  })
  const family = new Set([parent])
  for (let grown = 0; grown !== family.size; ) {
    grown = family.size
    for (const { pid, parent: above } of statuses) if (family.has(above)) family.add(pid)
  }
  return statuses.filter(({ pid, line }) => family.has(pid) && line.includes('node.mojom.NodeService')).length
}
