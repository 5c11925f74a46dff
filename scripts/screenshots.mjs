// `npm run screenshots`: takes the pictures of the documentation anew, in the real app on the sample desk.
import { inModules, inProject, projectNode, toolEnvironment } from './lib/project.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { onSomeDisplay } from './electron-run.mjs'
import { run } from './lib/run.mjs'
import { setup } from './setup.mjs'

await setup()
process.exitCode =
  (await ensureBuilt()) ||
  (await run(...onSomeDisplay(projectNode(), [inModules('@playwright', 'test', 'cli.js'), 'test', '--config', inProject('tests', 'screenshots', 'playwright.config.ts')]), {
    env: toolEnvironment({ NODE_NO_WARNINGS: '1' }),
  }))
