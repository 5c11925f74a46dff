import type { BrowserWindow } from 'electron'
import { sendEvent } from '../ipc/router'

/** The agreement at closing: main says that the window will close, the window stores what was typed and says so. */
export interface Closing {
  /** Resolves when the window has stored everything, or is past answering. */
  ask(window: BrowserWindow): Promise<void>
  /** The window's answer. */
  answered(): void
}

/** @param patienceMs How long a window that hangs may keep the app open; what it was asked to store was stored as it was typed. */
export function agreeOnClosing(patienceMs = 5000): Closing {
  let settle: (() => void) | undefined
  return {
    ask(window) {
      const { webContents } = window
      if (webContents.isCrashed() || webContents.isLoadingMainFrame()) return Promise.resolve()
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, patienceMs)
        settle = () => {
          clearTimeout(timer)
          resolve()
        }
        sendEvent(webContents, 'window.closing', undefined)
      })
    },
    answered: () => settle?.(),
  }
}
