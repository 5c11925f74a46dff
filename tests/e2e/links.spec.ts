import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { createDesk } from '../drive/desk'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { mergeFromElsewhere, writeInBlock } from '../drive/merge'
import { headlineBox, newStory, nextFrame, openStory, pasteHtml, saved, storyBody } from '../drive/stories'
import { cursorIn, fillStory, undo, violationsInBoth } from '../drive/writing'

let opened: OpenedApp
let page: Page

test.beforeAll(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('links'), 'desk'))
  await newStory(page, 'Statement', 'Twelve cities open their harbours')
})
test.afterAll(() => opened.quit())

let stories = 0
async function write(html: string): Promise<string> {
  const headline = `Links ${++stories}`
  await newStory(page, 'Announcement', headline)
  await fillStory(page, html)
  return headline
}
const press = (keys: string): Promise<void> => page.keyboard.press(keys)
const body = () => storyBody(page)
const box = () => page.getByRole('group', { name: 'Link', exact: true }).filter({ has: page.getByRole('radiogroup') })
const card = () => page.getByRole('group', { name: 'Link', exact: true }).filter({ hasNot: page.getByRole('radiogroup') })
async function selectLastWord(): Promise<void> {
  await press('End')
  await press('ControlOrMeta+Shift+ArrowLeft')
  await nextFrame(page)
}

test('the box stays, with what is typed, while its address is looked up in another program', async () => {
  await write('<p>As the port said</p>')
  await selectLastWord()
  await press('ControlOrMeta+k')
  const address = box().getByRole('textbox', { name: 'Address' })
  await address.fill('https://port.exam')
  // What the browser tells the box when the window loses the focus: it is still the active element of the page.
  await address.evaluate((input) => input.dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
  await nextFrame(page)
  await expect(address).toHaveValue('https://port.exam')
  // Whoever goes on in the text leaves it.
  await body().getByText('As the port').click({ position: { x: 4, y: 8 } })
  await expect(box()).toBeHidden()
})

test('selected words become a link to another story, which is found by its headline and kept by its id', async () => {
  const headline = await write('<p>As was promised</p>')
  await selectLastWord()
  await press('ControlOrMeta+k')
  await expect(box().getByRole('textbox', { name: 'Address' })).toBeFocused()
  await box().getByRole('radio', { name: /^Story/ }).click()
  const search = box().getByRole('combobox', { name: 'Story' })
  await search.fill('Twelve')
  await expect(page.getByRole('listbox', { name: 'Stories of this desk' }).getByRole('option', { name: /Twelve cities/ })).toBeVisible()
  // Only what was found for these very letters can be chosen.
  await expect(async () => {
    await search.press('ArrowDown')
    await expect(search).toHaveAttribute('aria-activedescendant', /./, { timeout: 300 })
  }).toPass()
  expect(await violationsInBoth(page)).toEqual([])
  await search.press('Enter')
  const link = body().locator('a')
  await expect(link).toHaveText('promised')
  await expect(link).toHaveAttribute('href', /^story:[0-9a-f-]{36}$/)
  await link.click()
  await expect(card()).toContainText('Twelve cities open their harbours')
  await expect(card()).toContainText('Draft')
  expect(await violationsInBoth(page)).toEqual([])
  await card().getByRole('button', { name: 'Open the story' }).click()
  await expect(headlineBox(page)).toHaveValue('Twelve cities open their harbours')
  await headlineBox(page).fill('Thirteen cities open their harbours')
  await openStory(page, headline)
  await body().locator('a').click()
  await expect(card()).toContainText('Thirteen cities open their harbours')
  await card().getByRole('button', { name: 'Remove link' }).click()
  await expect(body().locator('a')).toHaveCount(0)
  await undo(page)
  await expect(body().locator('a')).toHaveText('promised')
})

test('a link leads to a heading of the story, is chosen by keys, and follows the words of its heading', async () => {
  await write('<p>See</p><h2>What was agreed</h2><p>Words.</p><h3>Who pays</h3><p>More words.</p>')
  await cursorIn(page, 'See')
  await page.keyboard.type(' ')
  await press('ControlOrMeta+k')
  await box().getByRole('radio', { name: /^Heading/ }).click()
  const list = page.getByRole('listbox', { name: 'Headings of this story' })
  await expect(list.getByRole('option')).toHaveText(['What was agreed', 'Who pays'])
  await list.focus()
  await press('ArrowDown')
  await press('Enter')
  const link = body().locator('a')
  await expect(link).toHaveText('Who pays')
  await expect(link).toHaveAttribute('href', '#who-pays')
  await cursorIn(page, 'More words.')
  await body().locator('h3').click()
  await press('End')
  await nextFrame(page)
  await page.keyboard.type(' for it')
  await expect(body().locator('h3')).toHaveText('Who pays for it')
  await expect(link).toHaveAttribute('href', '#who-pays-for-it')
  await undo(page)
  await expect(body().locator('h3')).toHaveText('Who pays')
  await expect(link).toHaveAttribute('href', '#who-pays')
  await link.click()
  await card().getByRole('button', { name: 'Go to the heading' }).click()
  await page.keyboard.type('!')
  await expect(body().locator('h3')).toContainText('!')
})

test('a second heading with the same words has a link of its own, whatever becomes of the first', async () => {
  await write('<p><a href="https://example.org">x</a></p><h2>Aims</h2><h2>Aims</h2><p>End</p>')
  await cursorIn(page, 'End')
  await press('ControlOrMeta+k')
  await box().getByRole('radio', { name: /^Heading/ }).click()
  await page.getByRole('listbox', { name: 'Headings of this story' }).getByRole('option').nth(1).click()
  await expect(body().locator('a').last()).toHaveAttribute('href', '#aims-2')
  await body().locator('h2').first().click()
  await press('End')
  await nextFrame(page)
  await page.keyboard.type(' of all')
  await expect(body().locator('a').last()).toHaveAttribute('href', '#aims')
})

test('an address is changed, refused and taken away in the box', async () => {
  await write('<p>As was promised</p>')
  await selectLastWord()
  await press('ControlOrMeta+k')
  await box().getByRole('textbox', { name: 'Address' }).fill('javascript:alert(1)')
  await press('Enter')
  await expect(box().getByRole('alert')).toBeVisible()
  await box().getByRole('textbox', { name: 'Address' }).fill('example.org/plan')
  await press('Enter')
  await expect(body().locator('a')).toHaveAttribute('href', 'https://example.org/plan')
  await body().locator('a').click()
  await card().getByRole('button', { name: 'Edit link' }).click()
  await box().getByRole('textbox', { name: 'Address' }).fill('')
  await press('Enter')
  await expect(body().locator('a')).toHaveCount(0)
})

test('an address pasted over words makes them a link, to the web as to a story', async () => {
  await write('<p>As was promised</p>')
  await selectLastWord()
  await pasteHtml(page, '', 'https://example.org/promise')
  await expect(body().locator('a')).toHaveText('promised')
  await expect(body().locator('a')).toHaveAttribute('href', 'https://example.org/promise')
  await write('<p>As was promised</p>')
  await selectLastWord()
  await pasteHtml(page, '', 'story:0b9f2a3c-5f0e-4a4e-9d0b-8f6f5b1f7a10#aims')
  await expect(body().locator('a')).toHaveText('promised')
  await body().locator('a').click()
  await expect(card()).toContainText('not on this desk')
})

test('an address that is written here becomes a link, and undo leaves it as it was; one that somebody else left as words stays words', async () => {
  const headline = await write('<p>Ask us</p><p>Theirs</p>')
  await saved(page)
  await mergeFromElsewhere(opened, headline, (doc) => writeInBlock(doc, 1, 'See https://ports.example.org or ask. '))
  await expect(body()).toContainText('See https://ports.example.org or ask. Theirs')
  await expect(body().locator('a')).toHaveCount(0)
  await cursorIn(page, 'Ask us')
  await page.keyboard.type(' at https://harbour.example.org or')
  await expect(body().locator('a')).toHaveText('https://harbour.example.org')
  await undo(page)
  await expect(body().locator('a')).toHaveCount(0)
})

test('the address of a film on a line of its own is a link, and a card when one wants it', async () => {
  await write('<p>Before</p>')
  await cursorIn(page, 'Before')
  await press('Enter')
  await pasteHtml(page, '', 'https://www.youtube.com/watch?v=aBcDeFgHiJk')
  await expect(body().locator('a')).toHaveAttribute('href', 'https://www.youtube.com/watch?v=aBcDeFgHiJk')
  const offer = page.getByRole('group', { name: 'Pasted address' })
  await expect(offer).toBeVisible()
  await expect(card()).toBeHidden()
  expect(await violationsInBoth(page)).toEqual([])
  await press('Alt+Enter')
  await expect(body().getByRole('textbox', { name: 'Address of the embed' })).toHaveValue('https://www.youtube.com/watch?v=aBcDeFgHiJk')
  await expect(body()).toContainText('Film on YouTube')
  await undo(page)
  await expect(body().locator('a')).toHaveCount(1)
  await cursorIn(page, 'Before')
  await page.keyboard.type(' ')
  await pasteHtml(page, '', 'https://vimeo.com/123456')
  await expect(offer).toBeHidden()
})
