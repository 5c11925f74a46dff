// Step: Chromium's sandbox. Some systems (Ubuntu from 23.10 on) let no ordinary user make the namespaces that it is made
// of; a helper that belongs to root then has to. The sandbox is never switched off for an ordinary user.
import { existsSync, statSync } from 'node:fs'
import { inModules, isLinux, isRoot } from '../lib/project.mjs'
import { commandExists, succeeds } from '../lib/run.mjs'
import { SetupError } from './setup-error.mjs'

const helper = inModules('electron', 'dist', 'chrome-sandbox')

export const chromiumSandbox = {
  title: 'sandbox',
  isDone: () => !isLinux || isRoot || namespacesAreAllowed() || helperBelongsToRoot(),
  run() {
    throw new SetupError(
      'This system does not let the sandbox of Electron start, in which Copydesk’s window runs. Its helper has to belong to root.',
      `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
    )
  },
}

/** Tries what Chromium does first. A system without the command is not stopped here. */
const namespacesAreAllowed = () => !commandExists('unshare') || succeeds('unshare', ['--user', '--map-root-user', 'true'])

function helperBelongsToRoot() {
  if (!existsSync(helper)) return false
  const { uid, mode } = statSync(helper)
  return uid === 0 && (mode & 0o4000) !== 0
}
