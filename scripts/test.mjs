// `npm test`: everything that must hold before a change is kept. `npm run test:unit`: the quick part.
// A failing stage does not stop the next ones; the last line sums them all up.
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { onSomeDisplay, describeElectron } from './electron-run.mjs'
import { build } from './lib/build.mjs'
import { inProject, projectNode, readJson, toolPath } from './lib/project.mjs'
import { run, runTool } from './lib/run.mjs'
import { setup } from './setup.mjs'

const results = inProject('out', 'test-results')
const resultFile = (name) => `${results}/${name}.json`

const STAGES = [
  { name: 'typecheck', run: () => runTool('typescript', ['--noEmit', '-p', 'tsconfig.json'], { command: 'tsc' }) },
  { name: 'lint', run: () => runTool('oxlint', ['--deny-warnings']) },
  { name: 'imports', run: () => run(projectNode(), [inProject('scripts', 'check-imports.mjs')]) },
  { name: 'build', run: build },
  { name: 'unit', run: () => vitest('unit'), count: vitestCounts },
  { name: 'integration', run: () => vitest('integration'), count: vitestCounts },
  { name: 'e2e', run: playwright, count: playwrightCounts },
]

function vitest(project) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile(project)}`]
  return runTool('vitest', ['run', '--project', project, ...reporters])
}

/** The real app in a real window, on a virtual display where there is no other. */
function playwright() {
  return run(...onSomeDisplay(projectNode(), [toolPath('@playwright/test', 'playwright'), 'test']))
}

function vitestCounts({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

function playwrightCounts({ stats: { expected, flaky, unexpected, skipped } }) {
  return { passed: expected + flaky, failed: unexpected, skipped }
}

async function perform({ name, run, count }) {
  console.log(`\n── ${name} ──`)
  const start = Date.now()
  const code = await run()
  const counts = count ? readCounts(name, count) : { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 }
  // A stage can fail without a failing test (it did not start, or found none): that counts as one.
  const broken = counts.failed === 0 && (code !== 0 || counts.passed === 0)
  return { name, ...counts, failed: counts.failed + (broken ? 1 : 0), seconds: (Date.now() - start) / 1000 }
}

function readCounts(name, count) {
  const file = resultFile(name)
  return existsSync(file) ? count(readJson(file)) : { passed: 0, failed: 0, skipped: 0 }
}

const total = (outcomes, key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0)

const sentence = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

async function report(outcomes) {
  console.log('\n── summary ──')
  console.log(`Tested with ${await describeElectron()}, tools on Node.js ${nodeVersion()}`)
  for (const outcome of outcomes) {
    const mark = outcome.failed > 0 ? '✗' : '✓'
    console.log(`${mark} ${outcome.name.padEnd(12)} ${sentence(outcome).padEnd(32)} ${outcome.seconds.toFixed(1)} s`)
  }
  console.log(sentence({ passed: total(outcomes, 'passed'), failed: total(outcomes, 'failed'), skipped: total(outcomes, 'skipped') }))
}

const nodeVersion = () => readJson(inProject('node_modules', 'node', 'package.json')).version

const wanted = process.argv.slice(2)
const stages = wanted.length === 0 ? STAGES : STAGES.filter(({ name }) => wanted.includes(name))

await setup()
// Yesterday's results must not stand in for those of a stage that does not start today.
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const outcomes = []
for (const stage of stages) outcomes.push(await perform(stage))
await report(outcomes)
process.exitCode = outcomes.length === 0 || total(outcomes, 'failed') > 0 ? 1 : 0
