import { BrowserWindow } from 'electron'
import type { EventPayload } from '../../../shared/ipc'
import { DeskError } from '../../../shared/result'
import { actedJustNow } from '../../windows/acted'
import type { Workstation } from '../../workstation'
import type { Handlers } from '../router'

/** Calls of the writing tools that need more than the window has: other stories, the system's window, the clipboard. */
export function writingHandlers(station: Workstation, tellMatches: (matches: EventPayload<'find.matches'>) => void): Pick<Handlers, 'desk.find' | 'window.toggleFullScreen' | 'edit.pastePlain'> {
  return {
    'desk.find'({ job, ...query }) {
      const session = station.need()
      session.index.flush()
      return station.jobs.run(job, { kind: 'find', desk: session.desk.path, query }, (stories) => tellMatches({ job, stories }))
    },
    'window.toggleFullScreen'() {
      const window = theWindow()
      window.setFullScreen(!window.isFullScreen())
    },
    'edit.pastePlain'() {
      const { webContents } = theWindow()
      // A page may not read the clipboard when nobody asked it to.
      if (!actedJustNow(webContents)) throw new DeskError('no-key-pressed', 'Paste with the keyboard or from the menu.')
      webContents.pasteAndMatchStyle()
    },
  }
}

function theWindow(): BrowserWindow {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (window === undefined) throw new DeskError('no-window', 'There is no window.')
  return window
}
