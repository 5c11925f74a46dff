import { expect, test, type Page } from '@playwright/test'
import { everyBlockInArabic } from '../fixtures/every-block'
import { openApp, resize, type OpenedApp } from '../drive/open-app'
import { selectWords } from '../drive/select-words'
import { openStory, storyBody, storyList } from '../drive/stories'
import { openStoryWith } from '../drive/story-with'
import { cursorIn } from '../drive/writing'

/** What no scan sees: large letters, the colours of the system, small windows, and texts from the right. */
const approved = 'Eleven harbour cities open first-contact desks for newcomers'

let opened: OpenedApp
let page: Page
test.beforeAll(async () => {
  opened = await openApp({ args: ['--sample'], size: { width: 1440, height: 900 } })
  page = opened.page
  await expect(storyList(page).getByRole('option').first()).toBeVisible()
})
test.afterAll(() => opened.quit())

const zoom = (factor: number): Promise<void> => opened.app.evaluate(({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor), factor)

/** The buttons of the story that are cut, or lie outside the window. */
const cutButtons = (): Promise<string[]> =>
  page.locator('main :is(.story-header, .toolbar, .status-bar) button').evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      const { left, right, width } = button.getBoundingClientRect()
      const around = button.closest('.story-header, .toolbar, .status-bar')?.getBoundingClientRect()
      const isCut = width > 0 && around !== undefined && (left < around.left - 1 || right > Math.min(around.right, innerWidth) + 1)
      return isCut ? [button.ariaLabel ?? button.textContent ?? ''] : []
    }),
  )

test('at 200 % every button of the story is in the window', async () => {
  await openStory(page, 'Twenty small ports to share advisers in a new partnership with the Lighthouse Network')
  await zoom(2)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(720)
  await expect.poll(cutButtons).toEqual([])
  await expect(page.getByRole('main').getByText('Approved', { exact: true })).toBeVisible()
  await zoom(1)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1440)
})

test('with the colours of the system one sees what is chosen, what is open, and where a dialog ends', async () => {
  await openStory(page, approved)
  await page.emulateMedia({ forcedColors: 'active' })
  const ground = (selector: string): Promise<string> => page.locator(selector).first().evaluate((element) => getComputedStyle(element).backgroundColor)
  for (const [chosen, other] of [
    ['.sidebar__view[aria-current]', '.sidebar__view:not([aria-current])'],
    ['.story-option[aria-selected="true"]', '.story-option[aria-selected="false"]'],
    ['.segments__one[aria-checked="true"]', '.segments__one[aria-checked="false"]'],
    ['.inspector__tab[aria-selected="true"]', '.inspector__tab[aria-selected="false"]'],
  ] as const)
    expect(await ground(chosen), chosen).not.toBe(await ground(other))
  await page.getByRole('button', { name: 'New story' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New story' })
  await expect(dialog).toHaveCSS('border-top-style', 'solid')
  await expect(dialog.locator('.kind-card').first()).toHaveCSS('outline-style', 'solid')
  await expect(dialog.locator('.kind-card').nth(1)).toHaveCSS('outline-style', 'none')
  await page.keyboard.press('Escape')
  await page.emulateMedia({ forcedColors: null })
})

test('a menu does not stay behind where its button was when the window changes, and no hint lies over it', async () => {
  await openStory(page, approved)
  const button = page.getByRole('button', { name: 'More actions' })
  await button.click()
  await expect(page.getByRole('menu')).toBeVisible()
  await button.locator('svg').hover()
  await page.mouse.move(0, 0)
  await button.hover({ force: true })
  // Longer than the pointer has to rest for a hint.
  await page.waitForTimeout(900)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await resize(opened.app, { width: 1024, height: 700 })
  await expect(page.getByRole('menu')).toHaveCount(0)
  await resize(opened.app, { width: 1440, height: 900 })
})

test('the list of blocks is whole in a small window, wherever the cursor is', async () => {
  await openStory(page, approved)
  await resize(opened.app, { width: 1024, height: 700 })
  await cursorIn(page, 'The desks grew out of')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/')
  const list = page.getByRole('listbox', { name: 'Blocks' })
  await expect(list).toBeVisible()
  const { y = -1, height = 1000 } = (await list.boundingBox()) ?? {}
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y + height).toBeLessThanOrEqual(700)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await resize(opened.app, { width: 1440, height: 900 })
})

test('words that become a link still look selected while one writes where it leads', async () => {
  await openStory(page, approved)
  await selectWords(page, 'The desks grew out of')
  await page.keyboard.press('ControlOrMeta+K')
  await expect(page.getByRole('textbox', { name: 'Address' })).toBeFocused()
  const held = (): Promise<string> => page.evaluate(() => [...(CSS.highlights.get('held-words') ?? [])].map((range) => (range instanceof Range ? range.toString() : '')).join())
  expect(await held()).toBe('The desks grew out of')
  await page.keyboard.press('Escape')
  await expect(storyBody(page)).toBeFocused()
  expect(await held()).toBe('')
})

test('the notes of an Arabic story are numbered at the right', async () => {
  await openStoryWith(page, { kind: 'announcement', headline: 'عشرة موانئ', body: everyBlockInArabic(), language: 'ar' })
  await expect(page.locator('.notes__list')).toHaveCSS('direction', 'rtl')
})
