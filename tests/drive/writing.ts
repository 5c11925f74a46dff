import { expect, type Page } from '@playwright/test'
import { violations } from './accessibility'
import { nextFrame, storyBody } from './stories'

/** The text of a story, one line a block at its top. */
export const blocksOf = (page: Page): Promise<string[]> => storyBody(page).evaluate((body) => [...body.children].map((block) => block.textContent ?? ''))

/** Puts blocks into the open story as a person would paste them, and the cursor at the start. */
export async function fillStory(page: Page, html: string): Promise<void> {
  await storyBody(page).click()
  await page.evaluate((given) => {
    const data = new DataTransfer()
    data.setData('text/html', given)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
  await expect(storyBody(page)).not.toHaveText('')
  await page.keyboard.press('ControlOrMeta+Home')
  await nextFrame(page)
}

/** Puts the cursor into the block with these words, at its end. */
export async function cursorIn(page: Page, words: string): Promise<void> {
  await storyBody(page).getByText(words, { exact: false }).first().click()
  await nextFrame(page)
  await page.keyboard.press('End')
  await nextFrame(page)
}

export async function undo(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+z')
}

/** What breaks WCAG 2.2, levels A and AA, in light and in dark. */
export async function violationsInBoth(page: Page): Promise<string[]> {
  // Without motion: colours that are on their way from one appearance to the other have no contrast to speak of.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await violations(page)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return [...dark.map((found) => `dark: ${found}`), ...(await violations(page))]
}
