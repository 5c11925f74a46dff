import type { AppInfo, DeskInfo, Preferences, StoryView } from '@shared/ipc'
import { StoryView as StoryViewSchema } from '@shared/ipc/story-row'
import { StoryId } from '@shared/story/ids'
import type { Member } from '@shared/workflow/member'
import { create } from 'zustand'
import { ask } from './bridge'

/** What the whole window knows: the desk, where the person is in it, and how they like it. One area's own state lives in that area. */
export interface AppState {
  /** Null until main has answered for the first time. */
  readonly info: AppInfo | null
  readonly desk: DeskInfo | null
  readonly preferences: Preferences | null
  readonly view: StoryView
  readonly story: StoryId | null
  /** Whether the story is shown as text to write or as readers will see it. */
  readonly mode: 'write' | 'preview'
  /** Which large dialog is open over everything, if any. */
  readonly overlay: 'none' | 'palette' | 'newStory' | 'newDesk' | 'settings' | 'export' | 'import' | 'shortcuts' | 'about' | 'members' | 'verify' | 'audit' | 'find' | 'characters' | 'assets' | 'openPacket'
  /** The section that the settings show. */
  readonly settingsSection: SettingsSection
  /** Whether the inspector lies over the story, in a window that is too narrow to show both side by side. */
  readonly inspectorOver: boolean
}
export type SettingsSection = 'appearance' | 'language' | 'houseStyle' | 'signOff' | 'kinds' | 'members' | 'trust' | 'targets'

export const useApp = create<AppState>(() => ({
  info: null,
  desk: null,
  preferences: null,
  view: 'all',
  story: null,
  mode: 'write',
  overlay: 'none',
  settingsSection: 'appearance',
  inspectorOver: false,
}))

/** Takes in what main said at the start. */
export function adopt(info: AppInfo): void {
  const view = StoryViewSchema.catch('all').parse(info.preferences.view)
  const last = StoryId.safeParse(info.preferences.lastStory)
  useApp.setState({ info, desk: info.desk, preferences: info.preferences, view, story: info.desk && last.success ? last.data : null })
}

/** Takes in what the desk is now: another one, the same with other rules or members, or none. */
export function adoptDesk(desk: DeskInfo | null): void {
  const before = useApp.getState().desk
  useApp.setState({ desk })
  if (before?.path !== desk?.path) useApp.setState({ story: null, mode: 'write' })
}

/** Changes what is remembered between starts. */
export function prefer(changed: Partial<Preferences>): void {
  const { preferences } = useApp.getState()
  if (preferences === null) return
  useApp.setState({ preferences: { ...preferences, ...changed } })
  void ask('app.setPreferences', changed)
}

export function showView(view: StoryView): void {
  useApp.setState({ view })
  prefer({ view })
}

export function showStory(story: StoryId | null): void {
  useApp.setState({ story, mode: 'write' })
  prefer({ lastStory: story })
}

export const showOverlay = (overlay: AppState['overlay']): void => useApp.setState({ overlay })
export const closeOverlay = (): void => showOverlay('none')
export const showSettings = (settingsSection: SettingsSection): void => useApp.setState({ overlay: 'settings', settingsSection })
export const showMode = (mode: AppState['mode']): void => useApp.setState({ mode })

/** The member who acts in this window, or undefined without a desk. */
export function actingMember({ desk }: Pick<AppState, 'desk'>): Member | undefined {
  return desk?.members.find(({ id }) => id === desk.currentMember)
}
