import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { createDesk } from '../drive/desk'
import { openApp, resize, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { addWords, approve, pasteHtml, saved, storyBody, submit, writeStory } from '../drive/stories'

let opened: OpenedApp
let page: Page

test.beforeEach(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('preview'), 'desk'))
})
test.afterEach(() => opened.quit())

const frame = () => page.locator('iframe[title="Preview of the story"]')
const shown = () => page.frameLocator('iframe[title="Preview of the story"]')
const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click()

test('the approved version is shown as it was approved, however it is edited since', async () => {
  await writeStory(page, 'Night buses for dockers', 'Buses leave at two and at four.')
  await choose('Preview')
  await expect(shown().getByText('Buses leave at two and at four.')).toBeVisible()
  await choose('Approved')
  await expect(page.getByText('Nothing approved yet')).toBeVisible()
  await choose('Write')

  await submit(page)
  await approve(page)
  await addWords(page, ' And at six.')
  await choose('Preview')
  await choose('Approved')
  await expect(shown().getByText('Buses leave at two and at four.')).toBeVisible()
  await expect(shown().getByText('And at six.')).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: 'exactly what leaves the desk' })).toBeVisible()
  await choose('Current')
  await expect(shown().getByText('And at six.')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'not approved' })).toBeVisible()
})

test('phone and tablet have their widths, and the page follows its width', async () => {
  await writeStory(page, 'Widths', 'A page for every screen.')
  await choose('Preview')
  await choose('Phone')
  await expect.poll(async () => (await frame().boundingBox())?.width).toBe(390)
  await choose('Tablet')
  // It stands whole in the room there is, shown smaller: the page has the width of a tablet all the same.
  const ownWidth = () => frame().evaluate((element) => (element instanceof HTMLElement ? element.offsetWidth : 0))
  await expect.poll(ownWidth).toBe(820)
  const isWhole = () => frame().evaluate((element) => { const [shown, around] = [element.getBoundingClientRect(), element.closest('.preview')?.getBoundingClientRect()]; return around !== undefined && shown.left >= around.left && shown.right <= around.right && shown.bottom <= around.bottom })
  await expect.poll(isWhole).toBe(true)
  await resize(opened.app, { width: 1024, height: 700 })
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1024)
  await expect.poll(isWhole).toBe(true)
  expect(await ownWidth()).toBe(820)
  await choose('Desktop')
  await expect.poll(async () => (await frame().boundingBox())?.width).toBeGreaterThan(390)
})

test('the listing shows the headline and an excerpt, not the whole text', async () => {
  await writeStory(page, 'One line in a list', 'The body of the story is not part of a listing.')
  await choose('Preview')
  await choose('Listing')
  await expect(shown().getByText('One line in a list')).toBeVisible()
  await expect(shown().getByText('The body of the story is not part of a listing.')).toHaveCount(0)
})

test('nothing in the preview runs, and nothing leads out of it', async () => {
  await writeStory(page, 'Hostile words', 'Before. ')
  await storyBody(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await pasteHtml(page, '<p>After <a href="https://example.org/">a link</a><img src="x" onerror="globalThis.broken = 1"><script>globalThis.broken = 2</script></p>')
  await saved(page)
  await choose('Preview')
  await expect(shown().getByText('After')).toBeVisible()
  await expect(frame()).toHaveAttribute('sandbox', '')
  await expect(shown().locator('script')).toHaveCount(0)
  const inside = page.frames().find((candidate) => candidate.url().startsWith('copydesk-preview:'))
  // A page without scripts has no world to ask: what is asked of it does not come back with an answer.
  const ran = await inside?.evaluate(() => Reflect.get(globalThis, 'broken') ?? null).catch(() => null)
  expect(ran ?? null).toBeNull()
  const before = inside?.url()
  await shown().getByText('a link').click({ noWaitAfter: true })
  expect(page.frames().map((candidate) => candidate.url())).toContain(before)
  expect(page.url()).toMatch(/^copydesk-app:/)
})

test('the preview follows what is saved', async () => {
  await writeStory(page, 'Shown anew', 'First words.')
  await choose('Preview')
  await expect(shown().getByText('First words.')).toBeVisible()
  await choose('Write')
  await addWords(page, ' Second words.')
  await choose('Preview')
  await expect(shown().getByText('First words. Second words.')).toBeVisible()
})
