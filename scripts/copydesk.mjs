#!/usr/bin/env node
// `copydesk export|publish|import|verify`: the app's main-process code without a window, for cron and CI.
import { existsSync } from 'node:fs'
import { runHeadless } from './electron-run.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { say } from './lib/progress.mjs'
import { inProject } from './lib/project.mjs'
import { setup } from './setup.mjs'

const cli = inProject('out', 'main', 'cli.js')

await setup()
process.exitCode = (await ensureBuilt()) || (await runCli())

function runCli() {
  if (!existsSync(cli)) {
    say('The build has no command line entry (src/main/cli/index.ts).')
    return 1
  }
  // Paths that the user gives are relative to where the user is.
  return runHeadless(cli, process.argv.slice(2), { cwd: process.cwd() })
}
