// `npm start`: from a fresh clone to an open app; from the second time on, just the open app.
import { ensureBuilt } from './lib/build.mjs'
import { say } from './lib/progress.mjs'
import { hasDisplay, inProject } from './lib/project.mjs'
import { runApp, runScriptOnSomeDisplay } from './electron-run.mjs'
import { setup } from './setup.mjs'

const args = process.argv.slice(2)

await setup()
process.exitCode = (await ensureBuilt()) || (hasDisplay() ? await openApp() : await showWithoutDisplay())

function openApp() {
  // Whoever has just cloned this wants to see stories, not an empty desk.
  return runApp(args.length > 0 ? args : ['--sample'])
}

function showWithoutDisplay() {
  say('This machine has no display, so the demo runs in a virtual one instead.')
  return runScriptOnSomeDisplay(inProject('scripts', 'demo.mjs'), args)
}
