import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { createDesk } from '../drive/desk'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { newStory, nextFrame, storyBody } from '../drive/stories'
import { cursorIn, fillStory, undo, violationsInBoth } from '../drive/writing'

let opened: OpenedApp
let page: Page

test.beforeAll(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('marks'), 'desk'))
})
test.afterAll(() => opened.quit())

let stories = 0
async function write(html: string): Promise<void> {
  await newStory(page, 'Announcement', `Marks ${++stories}`)
  await fillStory(page, html)
}
const press = (keys: string): Promise<void> => page.keyboard.press(keys)
const body = () => storyBody(page)
async function select(word: string): Promise<void> {
  await body().evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at < 0) continue
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
  }, word)
  await nextFrame(page)
}

test('every mark has a key, and the same key takes it away', async () => {
  for (const [keys, tag] of [['ControlOrMeta+b', 'strong'], ['ControlOrMeta+i', 'em'], ['ControlOrMeta+u', 'u'], ['ControlOrMeta+Shift+s', 's'], ['ControlOrMeta+e', 'code'], ['ControlOrMeta+.', 'sup'], ['ControlOrMeta+Shift+,', 'sub'], ['ControlOrMeta+Shift+h', 'mark']] as const) {
    await write('<p>Some marked words</p>')
    await select('marked')
    await press(keys)
    await expect(body().locator(tag), keys).toHaveText('marked')
    await press(keys)
    await expect(body().locator(tag), keys).toHaveCount(0)
  }
})

test('what stands above the line does not stand below it', async () => {
  await write('<p>CO2 a day</p>')
  await select('2')
  await press('ControlOrMeta+.')
  await press('ControlOrMeta+Shift+,')
  await expect(body().locator('sub')).toHaveText('2')
  await expect(body().locator('sup')).toHaveCount(0)
  await undo(page)
  await expect(body().locator('sup')).toHaveText('2')
})

test('the rarer marks are in a menu of the tools, which says what is on', async () => {
  await write('<p>Some marked words</p>')
  await select('marked')
  const more = page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'More formatting' })
  await more.click()
  await page.getByRole('menuitemcheckbox', { name: /^Highlight/ }).click()
  await expect(body().locator('mark')).toHaveText('marked')
  await more.click()
  await expect(page.getByRole('menuitemcheckbox', { name: /^Highlight/ })).toHaveAttribute('aria-checked', 'true')
  await page.getByRole('menuitem', { name: 'Clear formatting' }).click()
  await expect(body().locator('mark')).toHaveCount(0)
})

test('the bar over selected words has a menu of its own, and stays while that is open', async () => {
  await write('<p>Some marked words</p>')
  await body().locator('p').dblclick({ position: { x: 70, y: 12 } })
  const bar = page.getByRole('toolbar', { name: 'Selected words' })
  await bar.getByRole('button', { name: 'More formatting' }).click()
  await page.getByRole('menuitemcheckbox', { name: /^Subscript/ }).click()
  await expect(body().locator('sub')).toHaveText('marked')
})

test('words are marked by writing signs around them', async () => {
  await write('<p>Now:</p>')
  await cursorIn(page, 'Now')
  await page.keyboard.type(' ==the deadline== is firm')
  await expect(body().locator('mark')).toHaveText('the deadline')
  await expect(body()).toHaveText('Now: the deadline is firm')
})

test('the language of a phrase is chosen by name or written as a tag, shown, and taken back', async () => {
  await write('<p>She called it um porto que respira, a harbour.</p>')
  await select('um porto que respira')
  await press('ControlOrMeta+Alt+l')
  const box = page.getByRole('form', { name: 'Language of the words' })
  await expect(box.getByRole('combobox', { name: 'These words are in' })).toBeFocused()
  expect(await violationsInBoth(page)).toEqual([])
  await box.getByRole('combobox').selectOption({ label: 'Portuguese' })
  await press('Enter')
  if (await box.isVisible()) await box.getByRole('button', { name: 'Set' }).click()
  const phrase = body().locator('span[lang]')
  await expect(phrase).toHaveAttribute('lang', 'pt')
  await expect(phrase).toHaveText('um porto que respira')
  await expect(body()).toBeFocused()
  await press('ControlOrMeta+Alt+l')
  await box.getByRole('combobox').selectOption({ label: 'Another one…' })
  await box.getByRole('textbox', { name: 'Tag of the language' }).fill('not a tag')
  await press('Enter')
  await expect(box.getByRole('alert')).toBeVisible()
  await box.getByRole('textbox', { name: 'Tag of the language' }).fill('pt-mz')
  await press('Enter')
  await expect(phrase).toHaveAttribute('lang', 'pt-MZ')
  await undo(page)
  await expect(phrase).toHaveAttribute('lang', 'pt')
  await undo(page)
  await expect(phrase).toHaveCount(0)
})

test('a narrow window keeps every mark within reach', async () => {
  await opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700))
  await write('<p>Some marked words</p>')
  await select('marked')
  const bar = page.getByRole('toolbar', { name: 'Formatting' })
  const [outer, inner] = await bar.evaluate((element) => [element.clientWidth, element.scrollWidth])
  expect(inner).toBeLessThanOrEqual(outer ?? 0)
  await bar.getByRole('button', { name: 'More formatting' }).click()
  await page.getByRole('menuitemcheckbox', { name: /^Strikethrough/ }).click()
  await expect(body().locator('s')).toHaveText('marked')
  await bar.getByRole('button', { name: 'Insert', exact: true }).click()
  expect(await violationsInBoth(page)).toEqual([])
  await page.getByRole('menuitem', { name: 'Callout' }).click()
  await expect(body().locator('.frame--callout')).toHaveText(/Some marked words/)
  await opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900))
})
