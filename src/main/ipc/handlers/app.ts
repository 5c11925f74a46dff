import { app, BrowserWindow, dialog, nativeTheme, session, shell } from 'electron'
import type { AppInfo, Preferences } from '../../../shared/ipc'
import { DeskError } from '../../../shared/result'
import { StoryId } from '../../../shared/story/ids'
import { storyRow } from '../../store/story-lists'
import type { Handlers } from '../router'
import type { Workstation } from '../../workstation'

type AppCalls = Pick<Handlers, 'app.info' | 'app.setPreferences' | 'app.readyToClose' | 'app.keepOnDisk' | 'link.openExternal' | 'job.cancel'>

export interface AppLife {
  /** The window's answer to `window.closing`. */
  readonly readyToClose: (stored: boolean) => void
  /** Resolves when the desk that the app was started with is open, or could not be opened. */
  readonly opened: () => Promise<void>
}

/** Calls about the app itself. */
export function appHandlers(station: Workstation, { readyToClose, opened }: AppLife): AppCalls {
  return {
    async 'app.info'(): Promise<AppInfo> {
      await opened()
      return {
        version: app.getVersion(),
        electron: process.versions['electron'] ?? '',
        platform: process.platform,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        desk: station.session()?.info() ?? null,
        recentDesks: station.preferences.read().recentDesks,
        preferences: preferencesHere(station),
        keychain: station.seal.available,
        notice: station.takeNotice(),
      }
    },
    'app.setPreferences'(changed) {
      const { preferences } = station.preferences.read()
      station.preferences.change({ preferences: { ...preferences, ...changed } })
      if (changed.theme !== undefined) nativeTheme.themeSource = changed.theme
    },
    'app.readyToClose': ({ stored }) => readyToClose(stored),
    'app.keepOnDisk': () => session.defaultSession.flushStorageData(),
    'job.cancel': ({ job }) => station.jobs.cancel(job),
    async 'link.openExternal'({ address }) {
      const url = parseAddress(address)
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
      const question = { type: 'question' as const, buttons: ['Open in browser', 'Cancel'], defaultId: 0, cancelId: 1, message: 'Open this address outside Copydesk?', detail: url.href }
      const { response } = window ? await dialog.showMessageBox(window, question) : await dialog.showMessageBox(question)
      if (response === 0) await shell.openExternal(url.href)
    },
  }
}

/** The story of the last time may be one of another desk, or gone. */
function preferencesHere(station: Workstation): Preferences {
  const { preferences } = station.preferences.read()
  const last = StoryId.safeParse(preferences.lastStory)
  const open = station.session()
  const known = last.success && open !== undefined && storyRow(open.desk.db, last.data) !== undefined
  return { ...preferences, lastStory: known ? last.data : null }
}

function parseAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !['https:', 'http:', 'mailto:'].includes(url.protocol)) throw new DeskError('unsafe-address', 'Only web and mail addresses can be opened.')
  return url
}
