// `npm run bench`: how fast Copydesk is, each figure beside a floor taken in the same run.
import { projectNode, inProject, toolEnvironment } from './lib/project.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { onSomeDisplay } from './electron-run.mjs'
import { run, runTool } from './lib/run.mjs'
import { setup } from './setup.mjs'

const programs = inProject('tests', 'bench', 'vite.config.ts')

await setup()
process.exitCode =
  (await ensureBuilt()) ||
  (await runTool('vite', ['build', '--logLevel', 'warn', '--config', programs, '--mode', 'modules'])) ||
  (await runTool('vite', ['build', '--logLevel', 'warn', '--config', programs, '--mode', 'page'])) ||
  (await run(...onSomeDisplay(projectNode(), [inProject('tests', 'bench', 'run.ts'), ...process.argv.slice(2)]), {
    env: toolEnvironment({ NODE_NO_WARNINGS: '1' }),
  }))
