import type { AppInfo } from '@shared/ipc'
import { flushAll } from '../story/update-queue'
import { complain } from '../ui/notices'
import { isModalOpen } from '../ui/layer'
import { adopt, adoptDesk, useApp } from './app-store'
import { listenForPackets } from '../views/packets/listen-for-packets'
import { storeRest } from './before-closing'
import { ask, call, on } from './bridge'
import { offerCommands, runCommand } from './command-registry'
import { useDeskOpening } from './desks'
import { shellCommands } from './shell-commands'
import { listenForShortcuts } from './shortcuts'

/**
 * Connects the window with main: listens, and asks what there is. Once in the life of the page.
 * @throws DeskError when main does not answer.
 */
export async function start(): Promise<void> {
  on('desk.changed', (desk) => {
    // Until the first answer there is nothing to change: it will say which desk is open.
    if (useApp.getState().info === null) return
    adoptDesk(desk)
    void refreshInfo()
  })
  on('command.run', ({ command }) => void (isModalOpen() || runCommand(command)))
  on('window.closing', () => void storeAndClose())
  offerCommands(shellCommands)
  listenForShortcuts(window)
  const info = await call('app.info')
  adopt(info)
  tellNotice(info)
  listenForPackets(window)
}

async function refreshInfo(): Promise<void> {
  const info = await ask('app.info')
  if (!info.ok) return
  useApp.setState({ info: info.value })
  tellNotice(info.value)
}

/** Words that main left for a person: a desk that could not be opened, say. */
function tellNotice({ notice, desk }: AppInfo): void {
  if (notice === null) return
  if (desk === null) useDeskOpening.setState({ failure: { code: 'start', message: notice } })
  else complain({ message: notice })
}

/** Main asks the person when something could not be stored. */
async function storeAndClose(): Promise<void> {
  await storeRest()
  const stored = await flushAll().then(
    () => true,
    () => false,
  )
  await ask('app.readyToClose', { stored })
}
