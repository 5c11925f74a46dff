import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..', '..')

export interface OpenOptions {
  /** Where preferences and keys of this computer are; a new empty folder unless given. */
  readonly userData?: string
  readonly args?: readonly string[]
  readonly size?: { readonly width: number; readonly height: number }
}

/** The real app in the real Electron, with its one window. */
export interface OpenedApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly userData: string
  /** The version that Electron itself reports. */
  readonly electron: string
  /** What the main process wrote to its error output. */
  readonly errors: () => string
  /** Quits as a person would, waits for the end. */
  quit(): Promise<void>
  /** Kills the whole app as a power cut would. */
  kill(): Promise<void>
}

/** Chromium's sandbox refuses to run as root. */
export const sandboxArgs: readonly string[] = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

export async function openApp(options: OpenOptions = {}): Promise<OpenedApp> {
  const userData = options.userData ?? temporaryFolder('user-data')
  const app = await _electron.launch({
    args: [...sandboxArgs, `--user-data-dir=${userData}`, '.', ...(options.args ?? [])],
    cwd: root,
    env: withoutDevelopmentServer(),
  })
  const errors: string[] = []
  app.process().stderr?.on('data', (data: Buffer) => errors.push(data.toString()))
  const page = await app.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  if (options.size) await resize(app, options.size)
  if (options.args?.includes('--sample')) await deskOpened(page)
  return {
    app,
    page,
    userData,
    electron: await app.evaluate(() => process.versions['electron'] ?? ''),
    errors: () => errors.join(''),
    quit: () => app.close(),
    async kill() {
      const ended = new Promise((resolve) => app.process().once('exit', resolve))
      app.process().kill('SIGKILL')
      await ended
    },
  }
}

/** Waits until a desk is open. Making one imports its stories, and the window says so meanwhile: that takes as long as the computer needs. */
export async function deskOpened(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).waitFor()
}

export async function resize(app: ElectronApplication, size: { width: number; height: number }): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
}

/** What the system's dialogs answer from now on: the real ones can't be driven. */
export async function answerDialogs(app: ElectronApplication, chosen: string): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file })
  }, chosen)
}

const made: string[] = []
process.once('exit', () => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A new empty folder that goes away with the test run. */
export function temporaryFolder(purpose: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `copydesk-${purpose}-`))
  made.push(folder)
  return folder
}

/** The environment of this run, as a person's own start of the app has it. */
export function withoutDevelopmentServer(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => name !== 'ELECTRON_RENDERER_URL' && name !== 'ELECTRON_RUN_AS_NODE')
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
