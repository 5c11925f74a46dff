import { expect, type Page } from '@playwright/test'
import { nextFrame, storyBody } from './stories'

/** Selects words of one run of the open story's text, as a double click and a drag would. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await storyBody(page).focus()
  await storyBody(page).evaluate((body, wanted) => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`‘${wanted}’ is not in one run of the text`)
  }, words)
  await nextFrame(page)
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(words)
}
