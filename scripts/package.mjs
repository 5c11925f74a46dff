#!/usr/bin/env node
// `npm run package`: the app as people install it, unpacked in `release/`. For installers (AppImage, deb, dmg, exe) run
// `npx electron-builder` on the system that they are for: it fetches their tools.
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './lib/build.mjs'
import { inModules } from './lib/project.mjs'
import { runTool } from './lib/run.mjs'
import { setup } from './setup.mjs'

/** The Electron that is installed here is packed, rather than one that is fetched. */
const electronHere = existsSync(inModules('electron', 'dist')) ? ['-c.electronDist=node_modules/electron/dist'] : []

/** Builds the app and packs it for this system, without an installer; answers the exit code. */
export async function packageApp() {
  return (await ensureBuilt()) || runTool('electron-builder', ['--dir', '--publish', 'never', ...electronHere])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await setup()
  process.exitCode = await packageApp()
}
