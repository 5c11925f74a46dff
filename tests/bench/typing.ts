import type { Page } from '@playwright/test'
import { openAndRest, openEditors, type MeasuredEditor } from './editors.ts'
import { measuredInRounds, type Measured } from './measure.ts'

const sentence = 'Nine mayors signed the letter, and three more said they would follow soon. '
/** So many that the slowest keys, a few in a round, are not those of one moment of the machine. */
const rounds = 8
/** The first keys of a round find cold caches; a person meets that once. */
const keysToWarmUp = 6
/** Pauses between keys, as fast typing has them; milliseconds. */
const pauses = [70, 95, 60, 120, 85, 75, 110, 65, 90, 130]

const lengths = [500, 5000, 20_000]
const places = ['middle', 'end'] as const

/** From a key to the frame that shows it, in stories of some lengths; the two editors take turns, so that both meet the same machine. */
export async function typing(): Promise<Measured[]> {
  const headlines = new Map(lengths.map((words) => [words, `A story of ${words} words`]))
  const editors = await openEditors(Object.fromEntries([...headlines].map(([words, headline]) => [headline, words])))
  const measured: Measured[] = []
  for (const [words, headline] of headlines) {
    for (const editor of [editors.floor, editors.ours]) {
      await openAndRest(editor, headline)
      await watchKeys(editor.page)
    }
    for (const place of places) {
      const [ours, floor]: [number[][], number[][]] = [[], []]
      for (let round = 0; round < rounds; round++) {
        const turns: [MeasuredEditor, number[][]][] = [[editors.floor, floor], [editors.ours, ours]]
        for (const [editor, taken] of round % 2 === 0 ? turns : turns.reverse()) taken.push(await typeAt(editor.page, place))
      }
      measured.push(...[50, 95].map((share) => measuredInRounds(`Typing in the ${place === 'end' ? 'last words' : 'middle'} of ${words.toLocaleString('en')} words, key to frame, p${share}`, share, ours, floor, 'a bare TipTap page')))
    }
  }
  await editors.quit()
  return measured
}

/** From now on, the page notes how long each key takes until the frame that shows it was drawn. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (Reflect.has(globalThis, 'taken')) return
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
}

async function typeAt(page: Page, place: (typeof places)[number]): Promise<number[]> {
  await page.bringToFront()
  await page.evaluate((place) => {
    // TipTap leaves its editor at the element.
    const editor = Reflect.get(document.querySelector('.ProseMirror') ?? {}, 'editor')
    // The end of the first paragraph in the second half.
    let middle = 0
    editor.state.doc.forEach((node: { type: { name: string }; nodeSize: number }, offset: number) => {
      if (middle === 0 && node.type.name === 'paragraph' && offset > editor.state.doc.content.size / 2) middle = offset + node.nodeSize - 1
    })
    editor.chain().focus(place === 'end' ? 'end' : middle).run()
    Reflect.set(globalThis, 'taken', Object.assign(Reflect.get(globalThis, 'taken'), { length: 0 }))
  }, place)
  await page.waitForTimeout(800)
  let index = 0
  for (const key of sentence) {
    await page.keyboard.type(key)
    await page.waitForTimeout(pauses[index++ % pauses.length] ?? 0)
  }
  const latencies: unknown = await page.evaluate(() => Reflect.get(globalThis, 'taken'))
  if (!Array.isArray(latencies) || latencies.length < sentence.length) throw new Error('The page did not measure every key')
  return latencies.filter((value) => typeof value === 'number').slice(keysToWarmUp)
}
