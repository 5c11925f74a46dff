import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openApp, root, temporaryFolder } from '../drive/open-app.ts'
import { checking } from './checking.ts'
import { coldStart } from './cold-start.ts'
import { ratioOf, type Measured, type Range } from './measure.ts'
import { memory } from './memory.ts'
import { opening } from './opening.ts'
import { showingChanges } from './showing-changes.ts'
import { typing } from './typing.ts'

/**
 * Measures and prints the table; `--write` also puts it into docs/performance.md. Names of groups as arguments measure these
 * alone, and write nothing: figures stand in the table only when all come from one run.
 */
const { measureStore } = await import(path.join(root, 'out/bench/store.mjs'))
const { measureRedline } = await import(path.join(root, 'out/bench/redline.mjs'))
const groups: Readonly<Record<string, () => Promise<readonly Measured[]>>> = {
  store: () => measureStore(temporaryFolder('bench')),
  'cold-start': async () => [await coldStart()],
  typing,
  opening,
  memory,
  checking,
  redline: async () => [...(await measureRedline(temporaryFolder('bench'))), await showingChanges()],
}
const document = path.join(root, 'docs/performance.md')

const asked = process.argv.slice(2).filter((argument) => argument !== '--write')
const unknown = asked.filter((name) => groups[name] === undefined)
if (unknown.length > 0) throw new Error(`There is no group ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}`)
const write = process.argv.includes('--write')
if (write && asked.length > 0) throw new Error('Only a run of all groups can be written down')

const measured: Measured[] = []
for (const [name, measure] of Object.entries(groups)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`Measuring: ${name} …`)
  measured.push(...(await measure()))
}
const table = tableOf(measured)
console.log(`\n${table}`)
if (write) writeFileSync(document, withTable(readFileSync(document, 'utf8'), `${table}\n\n${await circumstances()}`))

function tableOf(rows: readonly Measured[]): string {
  const head = ['What', 'Copydesk', 'Floor', 'Ratio', 'The floor is']
  const cells = rows.map((row) => [row.what, shown(row.ours, row.unit, row.spread?.ours), shown(row.floor, row.unit, row.spread?.floor), ratioOf(row).toFixed(2), row.floorIs])
  const lines = [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`)
  return lines.join('\n')
}

function shown(value: number, unit: string, range?: Range): string {
  return `${figure(value)} ${unit}${range ? ` (${figure(range[0])}–${figure(range[1])})` : ''}`
}

function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}

async function circumstances(): Promise<string> {
  const { electron, quit } = await openApp({ userData: temporaryFolder('bench-version') })
  await quit()
  const [cpu] = os.cpus()
  return `Taken on ${new Date().toISOString().slice(0, 10)} with Electron ${electron} on ${os.type()} ${os.release()}, ${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB of memory, on a virtual display without a graphics processor.`
}

/** The page with the table between its two marks; what people wrote around them stays. */
function withTable(page: string, measured: string): string {
  const marks = /(<!-- measured -->\n)[^]*(\n<!-- \/measured -->)/
  if (!marks.test(page)) throw new Error('docs/performance.md has no marks around its table')
  return page.replace(marks, (_all, start: string, end: string) => `${start}\n${measured}\n${end}`)
}
