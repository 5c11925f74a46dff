import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { violations } from '../drive/accessibility'
import { createDesk } from '../drive/desk'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { newStory, nextFrame, saved, showTab, storyBody } from '../drive/stories'
import { fillStory, undo } from '../drive/writing'

let opened: OpenedApp
let page: Page

test.beforeAll(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('tables'), 'desk'))
})
test.afterAll(() => opened.quit())

let stories = 0
const grid = '<table><tr><td><p>a</p></td><td><p>b</p></td><td><p>c</p></td></tr><tr><td><p>d</p></td><td><p>e</p></td><td><p>f</p></td></tr></table><p>After</p>'
async function write(html = grid): Promise<void> {
  await newStory(page, 'Announcement', `Tables ${++stories}`)
  await fillStory(page, html)
}
const press = (keys: string): Promise<void> => page.keyboard.press(keys)
const body = () => storyBody(page)
const cells = () => body().locator('td, th')
const bar = () => page.getByRole('toolbar', { name: 'Table' })
const tool = (name: string) => bar().getByRole('button', { name, exact: true })
async function cursorAt(words: string): Promise<void> {
  await cells().filter({ hasText: new RegExp(`^${words}$`) }).first().click()
  await nextFrame(page)
}

test('Tab goes from cell to cell, at the end into a new row; Shift+Tab goes back; Return stays in the cell', async () => {
  await write()
  await cursorAt('e')
  await press('Tab')
  await page.keyboard.type('F')
  await expect(cells()).toHaveText(['a', 'b', 'c', 'd', 'e', 'F'])
  await press('Shift+Tab')
  await press('End')
  await nextFrame(page)
  await press('Enter')
  await page.keyboard.type('more')
  await expect(cells().nth(4).locator('p')).toHaveCount(2)
  await press('Tab')
  await press('Tab')
  await expect(body().locator('tr')).toHaveCount(3)
  await page.keyboard.type('new')
  await expect(cells().nth(6)).toHaveText('new')
})

test('rows and columns are put in and taken out on every side, each one step of the history', async () => {
  await write()
  await cursorAt('b')
  await tool('Row above').click()
  await expect(cells()).toHaveText(['', '', '', 'a', 'b', 'c', 'd', 'e', 'f'])
  await tool('Column after').click()
  await expect(body().locator('tr').nth(1).locator('td')).toHaveText(['a', 'b', '', 'c'])
  await undo(page)
  await tool('Column before').click()
  await expect(body().locator('tr').nth(1).locator('td')).toHaveText(['a', '', 'b', 'c'])
  await undo(page)
  await tool('Row below').click()
  await expect(body().locator('tr')).toHaveCount(4)
  await undo(page)
  await tool('Remove row').click()
  await tool('Remove column').click()
  await expect(body().locator('tr')).toHaveCount(2)
  await undo(page)
  await undo(page)
  await undo(page)
  await expect(cells()).toHaveText(['a', 'b', 'c', 'd', 'e', 'f'])
  await tool('Remove table').click()
  await expect(body().locator('table')).toHaveCount(0)
  await undo(page)
  await expect(cells()).toHaveCount(6)
})

test('the first row and the first column are heads or not', async () => {
  await write()
  await cursorAt('a')
  await tool('Header row').click()
  await expect(body().locator('th')).toHaveText(['a', 'b', 'c'])
  await expect(tool('Header row')).toHaveAttribute('aria-pressed', 'true')
  await tool('Header column').click()
  await expect(body().locator('th')).toHaveText(['a', 'b', 'c', 'd'])
  await expect(tool('Header column')).toHaveAttribute('aria-pressed', 'true')
  await tool('Header row').click()
  await expect(body().locator('th')).toHaveText(['a', 'd'])
})

test('cells are selected by Shift and the arrow keys, merged, split, and aligned', async () => {
  await write()
  await cursorAt('a')
  await expect(tool('Merge cells')).toHaveAttribute('aria-disabled', 'true')
  await press('End')
  await nextFrame(page)
  await press('Shift+ArrowRight')
  await press('Shift+ArrowDown')
  await expect(body().locator('.selectedCell')).toHaveCount(4)
  await expect(page.getByTestId('word-count')).toHaveText('4 of 7 words')
  expect(await violations(page)).toEqual([])
  await tool('Align right').or(tool('Align cells right')).click()
  await expect(cells().nth(4)).toHaveCSS('text-align', 'right')
  await tool('Merge cells').click()
  await expect(cells().first()).toHaveAttribute('colspan', '2')
  await expect(cells().first()).toHaveAttribute('rowspan', '2')
  await expect(cells()).toHaveCount(3)
  await tool('Split cell').click()
  await expect(cells()).toHaveCount(6)
  await undo(page)
  await undo(page)
  await expect(cells()).toHaveText(['a', 'b', 'c', 'd', 'e', 'f'])
})

test('a column is made wider by its edge and by keys, and as wide as its words again', async () => {
  await write()
  await cursorAt('a')
  const widthOf = (index: number): Promise<number> => cells().nth(index).evaluate((cell) => (cell instanceof HTMLElement ? cell.offsetWidth : 0))
  const before = await widthOf(0)
  const box = await cells().first().boundingBox()
  if (box === null) throw new Error('There is no cell')
  await page.mouse.move(box.x + box.width - 1, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width + 30, box.y + 10, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => widthOf(0)).toBeGreaterThan(before + 20)
  const dragged = await widthOf(0)
  await press('Alt+Shift+ArrowRight')
  await expect.poll(() => widthOf(0)).toBe(dragged + 24)
  await press('Alt+Shift+ArrowLeft')
  await press('Alt+Shift+ArrowLeft')
  await expect.poll(() => widthOf(0)).toBe(dragged - 24)
  await undo(page)
  await undo(page)
  await undo(page)
  await expect.poll(() => widthOf(0)).toBe(dragged)
  await undo(page)
  await expect.poll(() => widthOf(0)).toBe(before)
})

test('in a text from the right a column grows to the left', async () => {
  await write()
  await showTab(page, 'Details')
  await page.getByRole('group', { name: 'Details' }).getByLabel('Language').selectOption('ar')
  await expect(body()).toHaveAttribute('dir', 'rtl')
  const box = await cells().first().boundingBox()
  if (box === null) throw new Error('There is no cell')
  await page.mouse.move(box.x + 1, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x - 30, box.y + 10, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await cells().first().boundingBox())?.width ?? 0).toBeGreaterThan(box.width + 20)
})

test('a table has a caption that is kept with it', async () => {
  await write()
  await cursorAt('a')
  await press('ControlOrMeta+Alt+o')
  const caption = body().getByRole('textbox', { name: 'Caption of the table' })
  await expect(caption).toBeFocused()
  await page.keyboard.type('Homes by city')
  await press('Escape')
  await expect(body()).toBeFocused()
  await page.keyboard.type('x')
  await expect(cells().first()).toHaveText(/x/)
  await saved(page)
  await undo(page)
  await undo(page)
  await expect(caption).toHaveValue('')
})
