import { flushAll } from '../story/update-queue'
import { complain } from '../ui/notices'
import { isModalOpen } from '../ui/layer'
import { adopt, adoptDesk, useApp } from './app-store'
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
    adoptDesk(desk)
    void refreshInfo()
  })
  on('command.run', ({ command }) => void (isModalOpen() || runCommand(command)))
  on('window.closing', () => void storeAndClose())
  offerCommands(shellCommands)
  listenForShortcuts(window)
  const info = await call('app.info')
  adopt(info)
  const { notice } = info
  if (notice === null) return
  if (info.desk === null) useDeskOpening.setState({ failure: { code: 'start', message: notice } })
  else complain({ message: notice })
}

async function refreshInfo(): Promise<void> {
  const info = await ask('app.info')
  if (info.ok) useApp.setState({ info: info.value })
}

/** Answers main only when all that was typed is on the disk. */
async function storeAndClose(): Promise<void> {
  try {
    await flushAll()
    await ask('app.readyToClose')
  } catch {
    complain({ message: 'The last words typed could not be saved.' })
  }
}
