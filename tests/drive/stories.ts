import { expect, type Locator, type Page } from '@playwright/test'

/** What people do with stories in the window, by the names that they see. */
export const storyBody = (page: Page): Locator => page.getByRole('textbox', { name: 'Story body' })
export const headlineBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Headline' })
export const summaryBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Summary' })
export const storyList = (page: Page): Locator => page.getByRole('listbox', { name: 'Stories' })
export const saveState = (page: Page): Locator => page.getByTestId('save-state')

export async function newStory(page: Page, kind: string, headline: string): Promise<void> {
  await page.getByRole('button', { name: 'New story' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New story' })
  await dialog.getByRole('radio', { name: kind, exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Headline' }).fill(headline)
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(headlineBox(page)).toHaveValue(headline)
}

/** Opens a story by its headline from the view 'All'. */
export async function openStory(page: Page, headline: string): Promise<void> {
  await showView(page, 'All')
  const search = page.getByRole('searchbox', { name: 'Search stories' })
  await search.fill(headline)
  await storyList(page).getByRole('option').filter({ hasText: headline }).first().click()
  await expect(headlineBox(page)).toHaveValue(headline)
  await search.fill('')
}

export async function showView(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: new RegExp(`^${name}\\b`) }).click()
  await listed(page)
}

/** Waits until the list shows what was asked for; until then it shows what it had. */
export async function listed(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: /^Stories: / })).toHaveAttribute('aria-busy', 'false')
}

export async function showTab(page: Page, name: 'Details' | 'Review' | 'History' | 'Publish'): Promise<void> {
  await page.getByRole('tab', { name }).click()
}

/** Waits until the window says that everything typed is on disk. */
export async function saved(page: Page): Promise<void> {
  // The story's document is told of a letter just after the frame that shows it.
  await nextFrame(page)
  await expect(saveState(page)).toHaveText(/^Saved/)
}

/** Pastes HTML where the cursor is, as a browser would put it on the clipboard. */
export async function pasteHtml(page: Page, html: string, plain = '', rtf = ''): Promise<void> {
  await page.evaluate(
    ({ html, plain, rtf }) => {
      const data = new DataTransfer()
      data.setData('text/html', html)
      data.setData('text/plain', plain)
      if (rtf !== '') data.setData('text/rtf', rtf)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    { html, plain, rtf },
  )
}

/** A new announcement with all that preflight asks for, saved. */
export async function writeStory(page: Page, headline: string, text: string): Promise<void> {
  await newStory(page, 'Announcement', headline)
  await summaryBox(page).fill('What the harbour cities decided, and what changes for those who live and work there.')
  await storyBody(page).click()
  await page.keyboard.type(text)
  await saved(page)
}

/** Adds words at the end of the open story, and waits until they are on disk. */
export async function addWords(page: Page, words: string): Promise<void> {
  await storyBody(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await nextFrame(page)
  await page.keyboard.type(words)
  await saved(page)
}

/** The editor learns of a cursor that the browser moved a frame later; no person types sooner than that. */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** Asks for review with a note. */
export async function submit(page: Page, note = ''): Promise<void> {
  await page.getByRole('button', { name: 'Submit for review' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Submit for review' })
  if (note) await dialog.getByRole('textbox', { name: 'Note' }).fill(note)
  await dialog.getByRole('button', { name: 'Submit for review' }).click()
  await expect(dialog).toBeHidden()
}

export async function requestChanges(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Request changes', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Request changes' })
  await dialog.getByRole('textbox').first().fill(reason)
  await dialog.getByRole('button', { name: 'Request changes' }).click()
  await expect(dialog).toBeHidden()
}

export async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Approve', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Approve' })
  await dialog.getByRole('button', { name: 'Approve' }).click()
  await expect(dialog).toBeHidden()
}
