// `npm run dev`: the app with hot reload. Arguments go to the app: `npm run dev -- --sample`.
import { onSomeDisplay, sandboxArgs } from './electron-run.mjs'
import { projectNode, toolPath } from './lib/project.mjs'
import { run } from './lib/run.mjs'
import { setup } from './setup.mjs'

await setup()
const sandbox = sandboxArgs().length > 0 ? ['--noSandbox'] : []
const args = process.argv.slice(2)
const electronVite = [toolPath('electron-vite'), 'dev', ...sandbox, ...(args.length > 0 ? ['--', ...args] : [])]
process.exitCode = await run(...onSomeDisplay(projectNode(), electronVite))
