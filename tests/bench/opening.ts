import type { Page } from '@playwright/test'
import { atRest, openEditors, type MeasuredEditor } from './editors.ts'
import { median, rangeOf, type Measured } from './measure.ts'

const words = 20_000
const runs = 6

interface Opening {
  /** Until the first frame with the text was drawn. */
  readonly shown: number
  /** Until the page had nothing to do any more. */
  readonly rest: number
}

/** From the click on a story of 20,000 words to its text. Each run opens another story of the same text. */
export async function opening(): Promise<Measured[]> {
  const headlines = Array.from({ length: runs }, (_, index) => `Opening number ${index + 1}`)
  const editors = await openEditors(Object.fromEntries(headlines.map((headline) => [headline, words])))
  const [ours, floor]: [Opening[], Opening[]] = [[], []]
  for (const headline of headlines) {
    floor.push(await openMeasured(editors.floor, headline))
    ours.push(await openMeasured(editors.ours, headline))
  }
  await editors.quit()
  return (['shown', 'rest'] as const).map((until) => {
    const [all, allFloor] = [ours.map((one) => one[until]), floor.map((one) => one[until])]
    return {
      what: `Opening ${words.toLocaleString('en')} words, click to ${until === 'shown' ? 'the first frame with the text' : 'a page at rest'}`,
      unit: 'ms',
      ours: median(all),
      floor: median(allFloor),
      spread: { ours: rangeOf(all), floor: rangeOf(allFloor) },
      floorIs: 'a bare TipTap page',
    }
  })
}

async function openMeasured(editor: MeasuredEditor, headline: string): Promise<Opening> {
  await editor.prepare(headline)
  await editor.page.bringToFront()
  await atRest(editor.page)
  await watchOpening(editor.page)
  await editor.open()
  return editor.page.evaluate(() => Reflect.get(globalThis, 'opening'))
}

/** The next click is measured, until the text of another editor is on the page. */
async function watchOpening(page: Page): Promise<void> {
  await page.evaluate(() => {
    const before = document.querySelector('.ProseMirror')
    const isThere = (): boolean => {
      const text = document.querySelector('.ProseMirror')
      return text !== null && text !== before && text.lastElementChild?.textContent === 'The text ends here.'
    }
    const opening = new Promise((resolve) => {
      const clicked = ({ timeStamp }: MouseEvent): void => {
        const look = (): void => {
          if (!isThere()) return void requestAnimationFrame(look)
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => {
            const shown = performance.now() - timeStamp
            requestIdleCallback(() => resolve({ shown, rest: performance.now() - timeStamp }))
          })
          port1.start()
          port2.postMessage(null)
        }
        requestAnimationFrame(look)
      }
      addEventListener('click', clicked, { capture: true, once: true })
    })
    Object.assign(globalThis, { opening })
  })
}
