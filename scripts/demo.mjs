// `npm run demo`: the whole job on real input in the real Electron, from a saved news page to what readers get.
// With `-- --wordpress` it publishes to a real WordPress as well. Everything that it makes is left in out/demo.
import { projectNode, inProject, toolEnvironment } from './lib/project.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { onSomeDisplay } from './electron-run.mjs'
import { run } from './lib/run.mjs'
import { setup } from './setup.mjs'

await setup()
process.exitCode =
  (await ensureBuilt()) ||
  (await run(...onSomeDisplay(projectNode(), [inProject('tests', 'demo', 'run.ts'), ...process.argv.slice(2)]), {
    env: toolEnvironment({ NODE_NO_WARNINGS: '1' }),
  }))
