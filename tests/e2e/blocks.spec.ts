import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { storyBody as bodyOf } from '../../src/shared/story/story-doc'
import { createDesk } from '../drive/desk'
import { mergeFromElsewhere, writeInBlock } from '../drive/merge'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { newStory, nextFrame, saved, storyBody } from '../drive/stories'
import { blocksOf, cursorIn, fillStory, undo, violationsInBoth } from '../drive/writing'

let opened: OpenedApp
let page: Page

test.beforeAll(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('blocks'), 'desk'))
})
test.afterAll(() => opened.quit())

let stories = 0
async function write(html: string): Promise<void> {
  await newStory(page, 'Announcement', `Blocks ${++stories}`)
  await fillStory(page, html)
}
const chosen = () => storyBody(page).locator('.block-selected')
const handle = () => page.getByRole('button', { name: 'Block menu; drag to move the block' })
const three = '<h2>First</h2><p>Second</p><p>Third</p>'

test('a block is moved by keys, each move one step of the history, and the cursor stays in it', async () => {
  await write(three)
  await cursorIn(page, 'Third')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect.poll(() => blocksOf(page)).toEqual(['First', 'Third', 'Second'])
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect.poll(() => blocksOf(page)).toEqual(['Third', 'First', 'Second'])
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await page.keyboard.type('!')
  await expect.poll(() => blocksOf(page)).toEqual(['Third!', 'First', 'Second'])
  await undo(page)
  await undo(page)
  await expect.poll(() => blocksOf(page)).toEqual(['First', 'Third', 'Second'])
  await undo(page)
  await expect.poll(() => blocksOf(page)).toEqual(['First', 'Second', 'Third'])
})

test('an item moves within its list, with what is under it, and a row within its table', async () => {
  await write('<p>Before</p><ul><li><p>One</p><ul><li><p>Under one</p></li></ul></li><li><p>Two</p></li></ul><table><tr><td><p>a</p></td></tr><tr><td><p>b</p></td></tr></table>')
  await cursorIn(page, 'Two')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(storyBody(page).locator('> ul > li > p')).toHaveText(['Two', 'One'])
  await expect(storyBody(page).locator('> ul > li').nth(1).locator('li')).toHaveText('Under one')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(storyBody(page).locator('> p').first()).toHaveText('Before')
  await storyBody(page).locator('td').nth(1).click()
  await nextFrame(page)
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(storyBody(page).locator('td')).toHaveText(['b', 'a'])
})

test('Escape selects the block, Shift and arrows take more in, and what is selected is moved, copied and taken away as one', async () => {
  await write('<p>One</p><p>Two</p><p>Three</p><p>Four</p>')
  await cursorIn(page, 'Two')
  await page.keyboard.press('Escape')
  await expect(chosen()).toHaveText('Two')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(chosen()).toHaveText(['Two', 'Three'])
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect.poll(() => blocksOf(page)).toEqual(['Two', 'Three', 'One', 'Four'])
  await expect(chosen()).toHaveText(['Two', 'Three'])
  await page.keyboard.press('ControlOrMeta+Shift+d')
  await expect.poll(() => blocksOf(page)).toEqual(['Two', 'Three', 'Two', 'Three', 'One', 'Four'])
  await page.keyboard.press('Delete')
  await expect.poll(() => blocksOf(page)).toEqual(['Two', 'Three', 'One', 'Four'])
  await undo(page)
  await undo(page)
  await undo(page)
  await expect.poll(() => blocksOf(page)).toEqual(['One', 'Two', 'Three', 'Four'])
})

test('selected blocks are shown, go on the clipboard as blocks, and Return leads back to their words', async () => {
  await write('<p>One</p><ul><li><p>Item</p></li></ul>')
  await cursorIn(page, 'Item')
  await page.keyboard.press('Escape')
  await expect(chosen()).toHaveCount(1)
  await expect.poll(() => chosen().evaluate((element) => element.localName)).toBe('li')
  await page.keyboard.press('Escape')
  await expect.poll(() => chosen().evaluate((element) => element.localName)).toBe('ul')
  expect(await violationsInBoth(page)).toEqual([])
  const copied = await page.evaluate(() => {
    const data = new DataTransfer()
    document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
    return data.getData('text/html')
  })
  expect(copied).toContain('<ul')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' more')
  await expect(storyBody(page).locator('li')).toHaveText('Item more')
})

test('blocks and cells that are selected stay so while others write around them, and those that others take away are let go', async () => {
  await write('<p>One</p><p>Two</p><p>Three</p><table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>')
  await saved(page)
  const headline = `Blocks ${stories}`
  await cursorIn(page, 'Three')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(chosen()).toHaveText(['Two', 'Three'])
  await mergeFromElsewhere(opened, headline, (doc) => writeInBlock(doc, 0, 'Theirs: '))
  await expect(storyBody(page).locator('> p').first()).toHaveText('Theirs: One')
  await expect(chosen()).toHaveText(['Two', 'Three'])
  await page.keyboard.press('Shift+ArrowDown')
  await expect(chosen(), 'it is still extended from where it began').toHaveText('Three')
  await page.keyboard.press('Shift+ArrowUp')
  await mergeFromElsewhere(opened, headline, (doc) => bodyOf(doc).delete(1, 1))
  await expect(storyBody(page).locator('> p')).toHaveText(['Theirs: One', 'Three'])
  await expect(chosen()).toHaveText('Three')
  await mergeFromElsewhere(opened, headline, (doc) => bodyOf(doc).delete(1, 1))
  await expect(storyBody(page).locator('> p')).toHaveText(['Theirs: One'])
  await expect(chosen()).toHaveCount(0)
  await storyBody(page).locator('td').first().click()
  await nextFrame(page)
  await page.keyboard.press('End')
  await nextFrame(page)
  await page.keyboard.press('Shift+ArrowRight')
  await expect(storyBody(page).locator('.selectedCell')).toHaveText(['a', 'b'])
  await mergeFromElsewhere(opened, headline, (doc) => writeInBlock(doc, 0, 'Again '))
  await expect(storyBody(page).locator('> p')).toHaveText(['Again Theirs: One'])
  await expect(storyBody(page).locator('.selectedCell')).toHaveText(['a', 'b'])
})

test('the handle follows the pointer, opens its menu, and turns the block into another', async () => {
  await write(three)
  await storyBody(page).getByText('Second').hover()
  await expect(handle()).toBeVisible()
  const block = await storyBody(page).getByText('Second').boundingBox()
  const grip = await handle().boundingBox()
  expect(Math.abs((grip?.y ?? 0) - (block?.y ?? 99))).toBeLessThan(10)
  await handle().click()
  await expect(page.getByRole('menuitem', { name: 'Move block up' })).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])
  await page.getByRole('menuitem', { name: 'Subheading' }).click()
  await expect(storyBody(page).locator('h3')).toHaveText('Second')
  await undo(page)
  await expect(storyBody(page).locator('h3')).toHaveCount(0)
})

test('by keys: the menu of the block with the cursor, and Escape gives the focus back to the text', async () => {
  await write(three)
  await cursorIn(page, 'Third')
  await page.keyboard.press('ControlOrMeta+j')
  await expect(page.getByRole('menuitem', { name: 'Duplicate block' })).toBeVisible()
  const [menu, block] = [await page.getByRole('menu').boundingBox(), await storyBody(page).getByText('Third').boundingBox()]
  expect(Math.abs((menu?.x ?? 0) - (block?.x ?? 999)), 'the menu stands beside its block').toBeLessThan(60)
  await page.keyboard.press('Escape')
  await expect(storyBody(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+j')
  await page.getByRole('menuitem', { name: 'Delete block' }).click()
  await expect.poll(() => blocksOf(page)).toEqual(['First', 'Second'])
})

test('a link to a heading is copied with its words', async () => {
  await write('<h2>Homes for all</h2><p>x</p>')
  await cursorIn(page, 'Homes')
  const copying = page.evaluate(() => new Promise<string>((resolve) => window.addEventListener('copy', (event) => setTimeout(() => resolve(event.clipboardData?.getData('text/plain') ?? '')), { once: true, capture: true })))
  await page.keyboard.press('ControlOrMeta+j')
  await page.getByRole('menuitem', { name: 'Copy link to this heading' }).click()
  await copying
  await expect(page.getByRole('status').filter({ hasText: 'on the clipboard' })).toBeVisible()
})

test('a block is dragged by its handle to another place, as one step', async () => {
  await write(three)
  await storyBody(page).getByText('First').hover()
  await expect(handle()).toBeVisible()
  await handle().dragTo(storyBody(page).getByText('Third'), { targetPosition: { x: 60, y: 28 } })
  await expect.poll(() => blocksOf(page)).toEqual(['Second', 'Third', 'First'])
  await undo(page)
  await expect.poll(() => blocksOf(page)).toEqual(['First', 'Second', 'Third'])
  await saved(page)
})
