import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { createDesk } from '../drive/desk'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { newStory, nextFrame, saved, storyBody, storyList } from '../drive/stories'
import { blocksOf, cursorIn, fillStory, undo, violationsInBoth } from '../drive/writing'

let opened: OpenedApp
let page: Page

test.beforeAll(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('outline'), 'desk'))
})
test.afterAll(() => opened.quit())

let stories = 0
async function write(html: string): Promise<void> {
  await newStory(page, 'Announcement', `Outlined ${++stories}`)
  await fillStory(page, html)
}
const tree = () => page.getByRole('tree', { name: 'Headings' })
const sections = '<p>Before</p><h2>Homes</h2><p>About homes</p><h3>Rents</h3><p>About rents</p><h3>Schools</h3><p>About schools</p><h2>Water</h2><p>About water</p>'

test('the outline lists the headings as a tree, marks the current one, and leads there', async () => {
  await write(sections)
  await page.keyboard.press('ControlOrMeta+Shift+o')
  await expect(tree().getByRole('treeitem')).toHaveText(['Homes', 'Rents', 'Schools', 'Water'])
  await expect(tree().getByRole('treeitem', { name: 'Rents' })).toHaveAttribute('aria-level', '2')
  await cursorIn(page, 'About rents')
  await expect(tree().locator('[aria-current]')).toHaveText('Rents')
  expect(await violationsInBoth(page)).toEqual([])
  await tree().getByRole('treeitem', { name: 'Water' }).click()
  await expect(storyBody(page)).toBeFocused()
  await page.keyboard.type('Clean ')
  await expect(storyBody(page).locator('h2').last()).toHaveText('Clean Water')
})

test('a section moves with all that is under it, as one step', async () => {
  await write(sections)
  await cursorIn(page, 'About water')
  await expect(tree().locator('[aria-current]')).toHaveText('Water')
  await tree().locator('[tabindex="0"]').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => blocksOf(page)).toEqual(['Before', 'Water', 'About water', 'Homes', 'About homes', 'Rents', 'About rents', 'Schools', 'About schools'])
  await expect(tree().locator(':focus')).toHaveText('Water')
  await page.keyboard.press('Escape')
  await undo(page)
  await expect.poll(() => blocksOf(page)).toEqual(['Before', 'Homes', 'About homes', 'Rents', 'About rents', 'Schools', 'About schools', 'Water', 'About water'])
  await tree().getByRole('treeitem', { name: 'Rents' }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(async () => (await blocksOf(page)).slice(3, 7)).toEqual(['Schools', 'About schools', 'Rents', 'About rents'])
  await page.keyboard.press('ControlOrMeta+Shift+o')
  await expect(tree()).toBeHidden()
  await saved(page)
})

test('focus mode shows the text alone, with the paragraph that is written, and Escape leads out', async () => {
  await write('<p>First paragraph</p><p>Second paragraph</p>')
  await cursorIn(page, 'Second')
  await page.keyboard.press('ControlOrMeta+Shift+m')
  await expect(storyList(page)).toBeHidden()
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeHidden()
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeHidden()
  await expect(storyBody(page).locator('.in-focus')).toHaveText('Second paragraph')
  await page.keyboard.press('ArrowUp')
  await expect(storyBody(page).locator('.in-focus')).toHaveText('First paragraph')
  expect(await violationsInBoth(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(storyList(page)).toBeVisible()
  await expect(storyBody(page).locator('.in-focus')).toHaveCount(0)
  await expect(storyBody(page)).toBeFocused()
})

test('typewriter scroll keeps the line in the middle', async () => {
  await write('<p>Words of the harbour.</p>'.repeat(60))
  await page.keyboard.press('ControlOrMeta+Shift+p')
  await page.getByRole('combobox').last().fill('Typewriter')
  await page.getByRole('option', { name: 'Typewriter scroll' }).click()
  await storyBody(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await nextFrame(page)
  await page.keyboard.type('The last line')
  await expect
    .poll(() =>
      page.evaluate(() => {
        const scroller = document.querySelector('.story-editor__scroll')?.getBoundingClientRect()
        const line = getSelection()?.getRangeAt(0).getBoundingClientRect()
        return scroller && line ? Math.abs((line.top + line.bottom) / 2 - (scroller.top + scroller.height / 2)) : 999
      }),
    )
    .toBeLessThan(40)
})

test('full screen is the system’s own', async () => {
  const isFull = () => opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen() ?? false)
  const asked: boolean[] = await opened.app.evaluate(({ BrowserWindow }) => {
    const calls: boolean[] = []
    const window = BrowserWindow.getAllWindows()[0]
    const original = window?.setFullScreen.bind(window)
    if (window && original) window.setFullScreen = (flag) => (calls.push(flag), original(flag))
    Object.assign(globalThis, { fullScreenCalls: calls })
    return calls
  })
  expect(asked).toEqual([])
  await page.keyboard.press('F11')
  await expect.poll(() => opened.app.evaluate(() => Reflect.get(globalThis, 'fullScreenCalls') as boolean[])).toEqual([true])
  await page.keyboard.press('F11')
  await expect.poll(isFull).toBe(false)
})

test('how one writes is remembered', async () => {
  await page.keyboard.press('ControlOrMeta+Shift+o')
  await expect(page.getByRole('complementary', { name: 'Outline' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('complementary', { name: 'Outline' })).toBeVisible()
  await expect(page.locator('.story-editor--typewriter')).toBeVisible()
})
