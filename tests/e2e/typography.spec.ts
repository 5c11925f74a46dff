import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { createDesk } from '../drive/desk'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { headlineBox, newStory, nextFrame, storyBody, summaryBox } from '../drive/stories'
import { openStoryWith } from '../drive/story-with'
import { blocksOf, undo, violationsInBoth } from '../drive/writing'

let opened: OpenedApp
let page: Page

test.beforeAll(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('typography'), 'desk'))
})
test.afterAll(() => opened.quit())

let stories = 0
async function start(language?: string): Promise<void> {
  await newStory(page, 'Announcement', `Typed ${++stories}`)
  if (language !== undefined) await page.getByRole('combobox', { name: 'Language' }).selectOption(language)
  await storyBody(page).click()
}
const text = async (): Promise<string> => (await blocksOf(page)).join('\n')
async function command(name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+p')
  await page.getByRole('combobox').last().fill(name)
  await page.getByRole('option', { name }).first().click()
}

test('quotes, apostrophes, dashes and ellipses are set as one types', async () => {
  await start()
  await page.keyboard.type('"It\'s late," she said - twice... "Nine--ten"')
  await expect.poll(() => text()).toBe('“It’s late,” she said – twice… “Nine–ten”')
})

test('each language has its own signs', async () => {
  await start('fr')
  await page.keyboard.type('"Oui" dit-il !')
  await expect.poll(() => text()).toBe('«\u202fOui\u202f» dit-il\u202f!')
  await start('de')
  await page.keyboard.type('"Ja"')
  await expect.poll(() => text()).toBe('„Ja“')
  await start('es')
  await page.keyboard.type('"Sí"')
  await expect.poll(() => text()).toBe('«Sí»')
})

test('headline and summary are set as the text is, and give back the plain character as it does', async () => {
  await start('en')
  await headlineBox(page).fill('')
  await headlineBox(page).pressSequentially('"It\'s late," she said - twice...')
  await expect(headlineBox(page)).toHaveValue('“It’s late,” she said – twice…')
  await page.keyboard.press('Backspace')
  await expect(headlineBox(page)).toHaveValue('“It’s late,” she said – twice...')
  await page.keyboard.press('Home')
  await page.keyboard.type('Oh: ')
  await expect(headlineBox(page)).toHaveValue('Oh: “It’s late,” she said – twice...')
  await summaryBox(page).pressSequentially('Nine--ten "ports')
  await expect(summaryBox(page)).toHaveValue('Nine–ten “ports')
  await page.keyboard.press('End')
  await page.keyboard.type('"')
  await expect(summaryBox(page)).toHaveValue('Nine–ten “ports”')
  await undo(page)
  await expect(summaryBox(page)).toHaveValue('Nine–ten “ports"')
})

test('captions, labels and the fields beside the text are set as well; addresses are not', async () => {
  const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const table = { type: 'table', attrs: { caption: 'Gasto' }, content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [line('1')] }] }] }
  const button = { type: 'button', attrs: { label: 'Leer', address: 'https://harbour.example/' } }
  await openStoryWith(page, { kind: 'press-release', headline: 'Puertos', language: 'es', body: { type: 'doc', content: [line('El puerto.'), table, button] } })
  const caption = page.getByRole('textbox', { name: 'Caption of the table' })
  await caption.press('End')
  await caption.pressSequentially(' "total" - nueve puertos...')
  await expect(caption).toHaveValue('Gasto «total» – nueve puertos…')
  await caption.press('Backspace')
  await expect(caption).toHaveValue('Gasto «total» – nueve puertos...')
  await undo(page)
  await expect(caption).toHaveValue('Gasto «total» – nueve puertos…')
  const label = page.getByRole('textbox', { name: 'Words on the button' })
  await label.press('End')
  await label.pressSequentially(' "ya"')
  await expect(label).toHaveValue('Leer «ya»')
  const address = storyBody(page).getByPlaceholder('https://…')
  await address.press('End')
  await address.pressSequentially('a...b')
  await expect(address).toHaveValue('https://harbour.example/a...b')
  const contact = page.getByRole('textbox', { name: 'Press contact' })
  await contact.pressSequentially('La "Casa" - Porto')
  await expect(contact).toHaveValue('La «Casa» – Porto')
})

test('undo gives back the plain character, and so does Backspace right after it', async () => {
  await start()
  await page.keyboard.type('He said "')
  await expect.poll(() => text()).toBe('He said “')
  await undo(page)
  await expect.poll(() => text()).toBe('He said "')
  await page.keyboard.type('x')
  await expect.poll(() => text()).toBe('He said "x')
  await page.keyboard.type('...')
  await expect.poll(() => text()).toBe('He said "x…')
  await page.keyboard.press('Backspace')
  await expect.poll(() => text()).toBe('He said "x...')
  await page.keyboard.press('Backspace')
  await expect.poll(() => text()).toBe('He said "x..')
})

test('in code nothing is set, Markdown’s own signs still work, and it can be turned off', async () => {
  await start()
  await page.keyboard.type('- one')
  await expect(storyBody(page).locator('li')).toHaveText('one')
  await start()
  await page.keyboard.type('---')
  await expect(storyBody(page).locator('hr')).toHaveCount(1)
  await start()
  await page.keyboard.type('``` ')
  await page.keyboard.type('say("x")...')
  await expect(storyBody(page).locator('pre')).toHaveText('say("x")...')
  await start()
  await command('Smart quotes and dashes')
  await expect(page.getByRole('status').filter({ hasText: 'Smart quotes and dashes: off' })).toBeVisible()
  await storyBody(page).click()
  await page.keyboard.type('"plain"')
  await expect.poll(() => text()).toBe('"plain"')
  await command('Smart quotes and dashes')
})

test('a quotation in a footnote is set as well', async () => {
  await start()
  await page.keyboard.type('A claim')
  await page.keyboard.press('ControlOrMeta+Alt+f')
  await page.keyboard.type('"its source"')
  await expect(storyBody(page).locator('.footnote__text')).toHaveText('“its source”')
})

test('special characters are found by name, inserted at the cursor, and remembered', async () => {
  await start()
  await page.keyboard.type('Price: ')
  await nextFrame(page)
  await page.keyboard.press('ControlOrMeta+Shift+y')
  const dialog = page.getByRole('dialog', { name: 'Special characters' })
  await expect(dialog).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])
  await dialog.getByRole('textbox', { name: 'Search characters' }).fill('euro')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(text).toBe('Price: €')
  await expect(storyBody(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Shift+y')
  await expect(dialog.getByRole('region', { name: 'Recently used' }).getByRole('button', { name: 'Euro' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('button', { name: 'Non-breaking space', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(text).toBe('Price: €\u00a0')
})

test('invisible characters are shown when that is wanted, and the text stays as it is', async () => {
  await page.keyboard.press('ControlOrMeta+Shift+i')
  await expect(storyBody(page).locator('.invisible')).toHaveAttribute('title', 'Non-breaking space')
  await expect.poll(text).toBe('Price: €\u00a0')
  await page.keyboard.press('ControlOrMeta+Shift+i')
  await expect(storyBody(page).locator('.invisible')).toHaveCount(0)
})

test('the length of the story is told in detail', async () => {
  await start()
  await page.keyboard.type('Nine cities met. They agreed.')
  await expect(page.getByTestId('word-count')).toHaveText('5 words')
  await page.getByRole('button', { name: /5 words/ }).click()
  const panel = page.getByRole('group', { name: 'Length of the story' })
  await expect(panel.getByRole('row', { name: /Sentences/ })).toHaveText(/2/)
  await expect(panel.getByRole('row', { name: /^Characters/ })).toHaveText(/29/)
  await expect(panel.getByRole('row', { name: /Without spaces/ })).toHaveText(/25/)
  expect(await violationsInBoth(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
})
