import type { Page } from '@playwright/test'
import path from 'node:path'
import { createDesk } from '../drive/desk.ts'
import { openApp, root, temporaryFolder } from '../drive/open-app.ts'
import { openStory } from '../drive/stories.ts'
import { atRest } from './editors.ts'
import { median, rangeOf, type Measured } from './measure.ts'

const words = 20_000
const runs = 5
const headline = 'A long report'

/** From the click on ‘Changes’ to the frame with the redline of a long text. */
export async function showingChanges(): Promise<Measured> {
  const { editsOf, longStoryUpdate } = await import(path.join(root, 'out/bench/edit-story.mjs'))
  const opened = await openApp({ userData: temporaryFolder('bench-user-data'), size: { width: 1440, height: 900 } })
  const { page, quit } = opened
  await createDesk(opened, path.join(temporaryFolder('bench-desk'), 'desk'))
  const { id, update } = await submitted(page, longStoryUpdate(words))
  await append(page, id, editsOf(Uint8Array.from(update)))
  await openStory(page, headline)
  await page.getByRole('radio', { name: 'Preview' }).click()
  await page.frameLocator('iframe').locator('h1').waitFor()
  const ours: number[] = []
  for (let run = 0; run < runs; run++) ours.push(await shownAfter(page))
  const until = page.getByRole('combobox', { name: 'Until' })
  await until.selectOption(await page.getByRole('combobox', { name: 'Since' }).inputValue())
  const floor: number[] = []
  for (let run = 0; run < runs; run++) floor.push(await shownAfter(page))
  await quit()
  return { what: `Showing the redline of ${words.toLocaleString('en')} words, click to the frame with it`, unit: 'ms', ours: median(ours), floor: median(floor), spread: { ours: rangeOf(ours), floor: rangeOf(floor) }, floorIs: 'the same text with nothing changed' }
}

interface Submitted {
  readonly id: string
  /** All of the story. */
  readonly update: readonly number[]
}

async function submitted(page: Page, made: Uint8Array): Promise<Submitted> {
  return page.evaluate(
    async ({ headline, bytes }) => {
      const call = async (name: string, input: object): Promise<object> => {
        const answer: unknown = await window.copydesk.call(name, input)
        if (Reflect.get(Object(answer), 'ok') !== true) throw new Error(`${name}: ${JSON.stringify(answer)}`)
        return Object(Reflect.get(Object(answer), 'value'))
      }
      const id: string = Reflect.get(await call('story.create', { kind: 'announcement', headline }), 'id')
      await call('story.append', { id, update: Uint8Array.from(bytes) })
      await call('story.act', { id, action: { type: 'submit', note: '', reviewers: [], due: null } })
      return { id, update: Array.from<number>(Reflect.get(await call('story.open', { id }), 'update')) }
    },
    { headline, bytes: [...made] },
  )
}

async function append(page: Page, id: string, update: Uint8Array): Promise<void> {
  const answer: unknown = await page.evaluate(({ id, bytes }) => window.copydesk.call('story.append', { id, update: Uint8Array.from(bytes) }), { id, bytes: [...update] })
  if (Reflect.get(Object(answer), 'ok') !== true) throw new Error(JSON.stringify(answer))
}

/** Leaves the changes for the article, and measures the way back. */
async function shownAfter(page: Page): Promise<number> {
  await page.getByRole('radio', { name: 'Article' }).click()
  await page.frameLocator('iframe').locator('h1').waitFor()
  await atRest(page)
  return page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)
    const start = performance.now()
    document.querySelector<HTMLElement>('.preview [data-value="changes"]')?.click()
    while (document.querySelector('.redline--full .redline__words') === null) await frame()
    await frame()
    await new Promise((resolve) => setTimeout(resolve, 0))
    return performance.now() - start
  })
}
