import { z } from 'zod'
import { call, none } from './call'
import { DeskInfo } from './desk-info'
import { Preferences } from './preferences'

export const AppInfo = z.object({
  version: z.string(),
  electron: z.string(),
  platform: z.string(),
  /** The name of this computer's time zone, such as `Europe/Lisbon`. */
  timeZone: z.string(),
  desk: DeskInfo.nullable(),
  recentDesks: z.array(z.object({ path: z.string(), name: z.string() })),
  preferences: Preferences,
  /** Whether secrets can be kept in the system's keychain. */
  keychain: z.boolean(),
  /** Words for a person when the last start did not end well (a desk that could not be opened, say). */
  notice: z.string().nullable(),
})
export type AppInfo = z.infer<typeof AppInfo>

/** The app itself: its settings, its window, and the jobs that run in it. */
export const appCalls = {
  'app.info': call(none, AppInfo),
  'app.setPreferences': call(Preferences.partial(), none),
  /** The answer to `window.closing`: whether everything typed has been appended. */
  'app.readyToClose': call(z.object({ stored: z.boolean() }), none),
  /** Puts on the disk what the window keeps on this computer, such as drafts. */
  'app.keepOnDisk': call(none, none),
  'window.toggleFullScreen': call(none, none),
  /** Pastes what the clipboard has without its formatting; only right after a key or a click of the person. */
  'edit.pastePlain': call(none, none),
  /** Pastes what the clipboard has; only right after a key or a click of the person. */
  'edit.paste': call(none, none),
  'job.cancel': call(z.object({ job: z.string() }), none),
  /** Opens http(s) and mailto addresses in the system's browser, after asking. */
  'link.openExternal': call(z.object({ address: z.string().max(2048) }), none),
}
