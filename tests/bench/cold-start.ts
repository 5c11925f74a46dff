import { _electron, type Page } from '@playwright/test'
import path from 'node:path'
import { openApp, root, sandboxArgs, temporaryFolder } from '../drive/open-app.ts'
import { median, type Measured } from './measure.ts'

const runs = 5

/** From the start of the process to the first word on screen: the sample desk's list beside an empty window. */
export async function coldStart(): Promise<Measured> {
  const userData = temporaryFolder('bench-user-data')
  await startCopydesk(userData, ['--sample']) // makes the sample desk, which is no part of a start
  const ours: number[] = []
  const floor: number[] = []
  for (let run = 0; run < runs; run++) {
    ours.push(await startCopydesk(userData))
    floor.push(await startEmptyWindow())
  }
  return { what: 'Cold start to the first story in the list', unit: 'ms', ours: median(ours), floor: median(floor), floorIs: 'an empty Electron window' }
}

async function startCopydesk(userData: string, args: readonly string[] = []): Promise<number> {
  const start = performance.now()
  const { page, quit } = await openApp({ userData, args })
  return untilShown(start, page, 'option', quit)
}

async function startEmptyWindow(): Promise<number> {
  const start = performance.now()
  const app = await _electron.launch({ args: [...sandboxArgs, path.join(root, 'tests/bench/floor/empty-window.mjs')], cwd: root })
  return untilShown(start, await app.firstWindow(), 'paragraph', () => app.close())
}

async function untilShown(start: number, page: Page, role: 'option' | 'paragraph', quit: () => Promise<void>): Promise<number> {
  await page.getByRole(role).first().waitFor()
  const taken = performance.now() - start
  await quit()
  return taken
}
