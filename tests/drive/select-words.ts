import { expect, type Page } from '@playwright/test'
import { nextFrame, storyBody } from './stories'

/** Selects words of one block of the open story's text, as a drag over them would. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await storyBody(page).focus()
  await storyBody(page).evaluate((body, wanted) => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    const runs: { readonly node: Node; readonly from: number; readonly to: number }[] = []
    let text = ''
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const said = node.textContent ?? ''
      runs.push({ node, from: text.length, to: text.length + said.length })
      text += said
    }
    const at = text.indexOf(wanted)
    const [first, last] = [runs.find(({ to }) => to > at), runs.find(({ to }) => to >= at + wanted.length)]
    if (at < 0 || first === undefined || last === undefined) throw new Error(`‘${wanted}’ is not in the text`)
    getSelection()?.setBaseAndExtent(first.node, at - first.from, last.node, at + wanted.length - last.from)
  }, words)
  await nextFrame(page)
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(words)
}
