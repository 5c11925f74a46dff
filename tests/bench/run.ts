import { writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openApp, root, temporaryFolder } from '../drive/open-app.ts'
import { coldStart } from './cold-start.ts'
import { ratioOf, type Measured } from './measure.ts'
import { typing } from './typing.ts'

/** Measures everything, prints the table; `--write` also puts it into docs/performance.md. */
const { measureStore } = await import(path.join(root, 'out/bench/store.mjs'))
const measured: Measured[] = []
for (const [name, measure] of [['store', measureStore], ['cold start', async () => [await coldStart()]], ['typing', () => typing([500, 5000])]] as const) {
  console.log(`Measuring: ${name} …`)
  measured.push(...(await measure(temporaryFolder('bench'))))
}
const table = tableOf(measured)
console.log(`\n${table}`)
if (process.argv.includes('--write')) writeFileSync(path.join(root, 'docs/performance.md'), await page(table))

function tableOf(rows: readonly Measured[]): string {
  const head = ['What', 'Copydesk', 'Floor', 'Ratio', 'The floor is']
  const cells = rows.map((row) => [row.what, `${figure(row.ours)} ${row.unit}`, `${figure(row.floor)} ${row.unit}`, ratioOf(row).toFixed(2), row.floorIs])
  const lines = [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`)
  return lines.join('\n')
}

function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}

async function page(table: string): Promise<string> {
  const { electron, quit } = await openApp({ userData: temporaryFolder('bench-version') })
  await quit()
  const [cpu] = os.cpus()
  return `# Performance

Each figure stands beside a floor taken in the same run on the same machine; the ratio says how many times the floor's cost ours is, so
it can be compared between machines. \`npm run bench\` prints this table; \`npm run bench -- --write\` also puts it here.

${table}

Taken on ${new Date().toISOString().slice(0, 10)} with Electron ${electron} on ${os.type()} ${os.release()}, ${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB of memory, on a virtual display without a graphics processor.
`
}
