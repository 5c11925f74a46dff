import { dialog, type BrowserWindow } from 'electron'
import { sendEvent } from '../ipc/router'

/** The agreement at closing: main says that the window will close, the window stores what was typed and says whether it could. */
export interface Closing {
  /** Whether the window may close: it has stored everything, or is past answering, or the person would rather lose the last words. */
  ask(window: BrowserWindow): Promise<boolean>
  /** The window's answer. */
  answered(stored: boolean): void
}

/** @param patienceMs How long a window that hangs may keep the app open; what it was asked to store was stored as it was typed. */
export function agreeOnClosing(patienceMs = 5000): Closing {
  let settle: ((stored: boolean) => void) | undefined
  return {
    async ask(window) {
      const { webContents } = window
      if (webContents.isCrashed() || webContents.isLoadingMainFrame()) return true
      const stored = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(true), patienceMs)
        settle = (answer) => {
          clearTimeout(timer)
          resolve(answer)
        }
        sendEvent(webContents, 'window.closing', undefined)
      })
      return stored || loseLastWords(window)
    },
    answered: (stored) => settle?.(stored),
  }
}

async function loseLastWords(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The last words that you typed could not be saved.',
    detail: 'Keep the window open to copy them, or to make room on the disk: Copydesk goes on trying.',
    buttons: ['Keep the window open', 'Close and lose them'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
