import { actingMember, prefer, showOverlay, showSettings, showView, useApp } from './app-store'
import type { CommandHandlers } from './command-registry'
import { ask } from './bridge'
import { chooseDesk, closeDesk, openSampleDesk } from './desks'
import { toggleInspector, toggleSidebar } from './panes'
import { choosePacket } from '../views/packets/packet-store'

const hasDesk = (): boolean => useApp.getState().desk !== null
const onDesk = (run: () => void) => ({ run, enabled: hasDesk })

/** What the window offers everywhere. What needs the list, the story or the editor is offered by these. */
export const shellCommands: CommandHandlers = {
  'story.new': { run: () => showOverlay('newStory'), enabled: () => actingMember(useApp.getState()) !== undefined },
  'desk.new': () => showOverlay('newDesk'),
  'desk.open': () => void chooseDesk(),
  'desk.sample': () => void openSampleDesk(),
  'desk.close': onDesk(() => void closeDesk()),
  'desk.verify': onDesk(() => showOverlay('verify')),
  'story.audit': { run: () => showOverlay('audit'), enabled: () => useApp.getState().story !== null },
  'stories.import': onDesk(() => showOverlay('import')),
  'stories.export': onDesk(() => showOverlay('export')),
  'packet.open': onDesk(() => void choosePacket()),
  'assets.open': onDesk(() => showOverlay('assets')),
  'desk.find': onDesk(() => showOverlay('find')),
  'settings.open': () => showSettings('appearance'),
  'palette.open': () => showOverlay('palette'),
  'view.myDrafts': onDesk(() => showView('myDrafts')),
  'view.forMyReview': onDesk(() => showView('forMyReview')),
  'view.changesRequested': onDesk(() => showView('changesRequested')),
  'view.approved': onDesk(() => showView('approved')),
  'view.published': onDesk(() => showView('published')),
  'view.all': onDesk(() => showView('all')),
  'view.archived': onDesk(() => showView('archived')),
  'pane.sidebar': onDesk(toggleSidebar),
  'pane.inspector': onDesk(toggleInspector),
  'view.fullScreen': () => void ask('window.toggleFullScreen'),
  'theme.light': () => prefer({ theme: 'light' }),
  'theme.dark': () => prefer({ theme: 'dark' }),
  'theme.system': () => prefer({ theme: 'system' }),
  'member.switch': onDesk(() => showOverlay('members')),
  'help.shortcuts': () => showOverlay('shortcuts'),
  'help.about': () => showOverlay('about'),
}
