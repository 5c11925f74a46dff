// `node scripts/site-generators.mjs jekyll hugo`: makes sure that generators of sites run on this machine, out of Debian's packages
// where they are missing. For the tests that build what was exported; Eleventy and Astro are packages of the project.
import { say, withProgress } from './lib/progress.mjs'
import { commandExists } from './lib/run.mjs'
import { aptInstall } from './setup/apt.mjs'
import { SetupError } from './setup/setup-error.mjs'

/** Exit code for a machine on which this can't be done, as opposed to a fault. */
const CANNOT = 3

const names = { jekyll: 'Jekyll', hugo: 'Hugo' }

async function provide(command) {
  if (!Object.hasOwn(names, command)) throw new SetupError(`There is no generator ‘${command}’ here: there are ${Object.keys(names).join(', ')}.`)
  if (commandExists(command)) return
  const what = `${names[command]} is missing: there is no command ‘${command}’.`
  await withProgress(names[command], (report) => aptInstall([command], what, report))
  if (!commandExists(command)) throw new SetupError(`${what} Debian’s package was installed, and still it does not run.`)
}

try {
  for (const command of process.argv.slice(2)) await provide(command)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  say(error.message)
  if (error.remedy) say(`What to run:\n  ${error.remedy}`)
  process.exitCode = CANNOT
}
