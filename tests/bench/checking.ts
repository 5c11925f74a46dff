import type { ElectronApplication, Page } from '@playwright/test'
import { atRest, openAndRest, openEditors } from './editors.ts'
import { median, rangeOf, type Measured } from './measure.ts'

const words = 10_000
const runs = 3
/** How long frames are watched; the whole text is checked in less. */
const watchedMs = 5000

/** The longest time between two frames while a long text is checked for the first time. Each run starts anew, so that no word is known already. */
export async function checking(): Promise<Measured[]> {
  const headline = 'A long story'
  const [ours, floor]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    const editors = await openEditors({ [headline]: words })
    const { app, page } = editors.ours
    await toggleSpelling(app)
    await openAndRest(editors.ours, headline)
    floor.push(await longestFrame(page, () => Promise.resolve()))
    ours.push(await longestFrame(page, () => toggleSpelling(app)))
    await editors.quit()
  }
  return [{ what: `Longest frame while ${words.toLocaleString('en')} words are checked for spelling`, unit: 'ms', ours: median(ours), floor: median(floor), spread: { ours: rangeOf(ours), floor: rangeOf(floor) }, floorIs: 'the same window with the check off' }]
}

/** Chooses the command in the native menu. */
async function toggleSpelling(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
    const item = items.find(({ label }) => label === 'Check spelling while typing')
    if (item === undefined) throw new Error('The menu has no check of spelling')
    item.click()
  })
}

async function longestFrame(page: Page, begin: () => Promise<void>): Promise<number> {
  await atRest(page)
  await page.evaluate((watched) => {
    const longest = new Promise<number>((resolve) => {
      requestAnimationFrame((start) => {
        let [last, most] = [start, 0]
        const look = (now: number): void => {
          most = Math.max(most, now - last)
          last = now
          if (now - start < watched) requestAnimationFrame(look)
          else resolve(most)
        }
        requestAnimationFrame(look)
      })
    })
    Object.assign(globalThis, { longest })
  }, watchedMs)
  await begin()
  return page.evaluate(() => Reflect.get(globalThis, 'longest'))
}
