import { readFileSync } from 'node:fs'
import { openAndRest, openEditors, type MeasuredEditor } from './editors.ts'
import { median, rangeOf, type Measured } from './measure.ts'

const words = 20_000
const runs = 3

interface Memory {
  /** What the window's process alone has, in MB. */
  readonly process: number
  /** What of it is JavaScript's, in MB. */
  readonly heap: number
}

/** What a window with a story of 20,000 words holds, after garbage was collected. Each run starts both anew. */
export async function memory(): Promise<Measured[]> {
  const headline = 'A long story'
  const [ours, floor]: [Memory[], Memory[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    const editors = await openEditors({ [headline]: words })
    floor.push(await memoryOf(editors.floor, headline))
    ours.push(await memoryOf(editors.ours, headline))
    await editors.quit()
  }
  return (['process', 'heap'] as const).map((part) => {
    const [all, allFloor] = [ours.map((one) => one[part]), floor.map((one) => one[part])]
    return {
      what: `Memory with ${words.toLocaleString('en')} words open, ${part === 'process' ? 'the window’s process' : 'its JavaScript'}`,
      unit: 'MB',
      ours: median(all),
      floor: median(allFloor),
      spread: { ours: rangeOf(all), floor: rangeOf(allFloor) },
      floorIs: 'a bare TipTap page',
    }
  })
}

async function memoryOf(editor: MeasuredEditor, headline: string): Promise<Memory> {
  await openAndRest(editor, headline)
  const devTools = await editor.page.context().newCDPSession(editor.page)
  for (let time = 0; time < 3; time++) await devTools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devTools.send('Runtime.getHeapUsage')
  await editor.page.waitForTimeout(500)
  const { pid, workingSet } = await editor.app.evaluate(({ app, BrowserWindow }) => {
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0
    return { pid, workingSet: app.getAppMetrics().find((metric) => metric.pid === pid)?.memory.workingSetSize ?? 0 }
  })
  await devTools.detach()
  return { process: privateMemory(pid) ?? workingSet / 1024, heap: usedSize / 2 ** 20 }
}

/** What a process shares with no other, in MB; only Linux tells. */
function privateMemory(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  const lines = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)
  return [...lines].reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1024
}
