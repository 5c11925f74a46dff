import { _electron, type Page } from '@playwright/test'
import path from 'node:path'
import { openApp, root, sandboxArgs, temporaryFolder } from '../drive/open-app.ts'
import { newStory, pasteHtml, saved, storyBody } from '../drive/stories.ts'
import { percentile, type Measured } from './measure.ts'
import { paragraphs } from './sample-text.ts'

const sentence = 'Nine mayors signed the letter, and three more said they would follow before the summer. '

/** Milliseconds from a key to the frame that shows it, at the end of stories of some lengths, beside a bare TipTap page. */
export async function typing(lengths: readonly number[]): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const words of lengths) {
    const html = paragraphs(words).map((text) => `<p>${text}</p>`).join('')
    const floor = await inBareEditor(html)
    const ours = await inCopydesk(html)
    for (const share of [50, 95]) {
      measured.push({ what: `Typing at ${words.toLocaleString('en')} words, key to frame, p${share}`, unit: 'ms', ours: percentile(ours, share), floor: percentile(floor, share), floorIs: 'a bare TipTap page' })
    }
  }
  return measured
}

async function inCopydesk(html: string): Promise<number[]> {
  const { page, quit } = await openApp({ userData: temporaryFolder('bench-typing'), args: ['--sample'] })
  await newStory(page, 'Announcement', 'A story to type in')
  await storyBody(page).click()
  await pasteHtml(page, html)
  await page.keyboard.press('ControlOrMeta+End')
  await saved(page)
  const latencies = await typeAndMeasure(page)
  await quit()
  return latencies
}

async function inBareEditor(html: string): Promise<number[]> {
  const app = await _electron.launch({ args: [...sandboxArgs, path.join(root, 'tests/bench/floor/bare-editor.mjs'), path.join(root, 'out/bench/bare-editor')], cwd: root })
  const page = await app.firstWindow()
  await storyBody(page).waitFor()
  await page.evaluate((content) => Reflect.get(globalThis, 'fill')(content), html)
  const latencies = await typeAndMeasure(page)
  await app.close()
  return latencies
}

async function typeAndMeasure(page: Page): Promise<number[]> {
  await page.waitForTimeout(500)
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(globalThis, { taken })
    const heard = (event: KeyboardEvent): void => {
      requestAnimationFrame(() => {
        // A task that is queued in the frame's callback runs after the frame was drawn.
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => taken.push(performance.now() - event.timeStamp))
        port1.start()
        port2.postMessage(null)
      })
    }
    addEventListener('keydown', heard, { capture: true })
  })
  for (const key of sentence.repeat(2)) {
    await page.keyboard.type(key)
    await page.waitForTimeout(25)
  }
  const latencies: unknown = await page.evaluate(() => Reflect.get(globalThis, 'taken'))
  if (!Array.isArray(latencies)) throw new Error('The page measured nothing')
  return latencies.filter((value) => typeof value === 'number').slice(10)
}
