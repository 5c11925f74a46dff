import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { PreferenceFile, WindowBounds } from '../preferences'
import { noteActs } from './acted'
import { appPage } from './addresses'

export interface MainWindowOptions {
  readonly preferences: PreferenceFile
  readonly preload: string
  readonly icon: string
  readonly developmentServer?: string | undefined
  /** Asks the window to store what was typed last, and answers whether it may close. */
  readonly beforeClose: (window: BrowserWindow) => Promise<boolean>
}

/** The one window of the app, where it was last time if that place still exists. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const bounds = visibleBounds(options.preferences.read().window)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 860,
    minHeight: 560,
    show: false,
    title: 'Copydesk',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#faf9f7',
    icon: options.icon,
    webPreferences: { preload: options.preload, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false },
  })
  window.once('ready-to-show', () => {
    if (bounds.maximized) window.maximize()
    window.show()
  })
  rememberBounds(window, options.preferences)
  closeAfterStoring(window, options.beforeClose)
  comeBackAfterCrash(window)
  noteActs(window.webContents)
  void window.loadURL(options.developmentServer ?? appPage)
  return window
}

function visibleBounds(stored: WindowBounds): WindowBounds {
  const { x, y } = stored
  if (x === undefined || y === undefined) return stored
  const onScreen = screen.getAllDisplays().some(({ workArea }) => x < workArea.x + workArea.width - 80 && x + stored.width > workArea.x + 80 && y >= workArea.y - 10 && y < workArea.y + workArea.height - 40)
  return onScreen ? stored : { width: stored.width, height: stored.height, maximized: stored.maximized }
}

function rememberBounds(window: BrowserWindow, preferences: PreferenceFile): void {
  let timer: NodeJS.Timeout | undefined
  const remember = (): void => {
    if (window.isDestroyed()) return
    preferences.change({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(remember, 400)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', remember)
  window.on('closed', () => clearTimeout(timer))
}

function closeAfterStoring(window: BrowserWindow, beforeClose: (window: BrowserWindow) => Promise<boolean>): void {
  let state: 'open' | 'asking' | 'agreed' = 'open'
  window.on('close', (event) => {
    if (state === 'agreed') return
    event.preventDefault()
    if (state === 'asking') return
    state = 'asking'
    void beforeClose(window).then((may) => {
      state = may ? 'agreed' : 'open'
      if (may) window.close()
    })
  })
}

/** A window whose process dies is shown again at once: everything acknowledged is in the store. */
function comeBackAfterCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload()
  })
}
