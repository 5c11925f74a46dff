import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { violations } from '../drive/accessibility'
import { createDesk } from '../drive/desk'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { headlineBox, newStory, saved, storyBody, summaryBox } from '../drive/stories'
import { blocksOf, fillStory, undo } from '../drive/writing'

let opened: OpenedApp
let page: Page

test.beforeAll(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('find'), 'desk'))
})
test.afterAll(() => opened.quit())

const bar = () => page.getByRole('search', { name: 'Find in the story' })
const query = () => bar().getByRole('textbox', { name: 'Find' })
const count = () => bar().getByRole('status')
const selected = () => page.evaluate(() => getSelection()?.toString() ?? '')
const highlighted = (name: string) => page.evaluate((which) => [...(CSS.highlights.get(which) ?? [])].map((range) => ('toString' in range ? range.toString() : '')), name)

async function find(text: string, key = 'ControlOrMeta+f'): Promise<void> {
  await page.keyboard.press(key)
  await query().fill(text)
}

test('matches are counted and marked, Return leads on, Shift and Return back, Escape selects the match', async () => {
  await newStory(page, 'Announcement', 'Ports and harbours')
  await fillStory(page, '<p>The port of the north.</p><h2>Ports</h2><p>Another port, and a report.</p>')
  await find('port')
  await expect(count()).toHaveText('2 of 5')
  expect(await highlighted('find-match')).toHaveLength(3)
  expect(await highlighted('find-current')).toEqual(['port'])
  await page.keyboard.press('Enter')
  await expect(count()).toHaveText('3 of 5')
  await expect.poll(() => highlighted('find-current')).toEqual(['Port'])
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  await expect(count()).toHaveText('1 of 5')
  await page.keyboard.press('F3')
  await page.keyboard.press('F3')
  await expect(count()).toHaveText('3 of 5')
  await page.keyboard.press('Escape')
  await expect(bar()).toBeHidden()
  await expect(storyBody(page)).toBeFocused()
  expect(await selected()).toBe('Port')
  expect(await highlighted('find-match')).toEqual([])
})

test('case, whole words and regular expressions narrow it; a wrong expression says what is wrong', async () => {
  await find('port')
  await bar().getByRole('button', { name: 'Match case' }).click()
  await expect(count()).toHaveText(/ of 3$/)
  await bar().getByRole('button', { name: 'Whole word' }).click()
  await expect(count()).toHaveText(/ of 2$/)
  await bar().getByRole('button', { name: 'Match case' }).click()
  await bar().getByRole('button', { name: 'Whole word' }).click()
  await bar().getByRole('button', { name: 'Regular expression' }).click()
  await query().fill('(re)?port[,.]')
  await expect(count()).toHaveText(/ of 2$/)
  await query().fill('(port')
  await expect(bar().getByRole('alert')).toHaveText('This is no regular expression: unterminated group.')
  await expect(query()).toHaveAttribute('aria-invalid', 'true')
  expect(await violations(page)).toEqual([])
  await bar().getByRole('button', { name: 'Regular expression' }).click()
  await page.keyboard.press('Escape')
})

test('everything is replaced in one step of the history, with its marks, in headline, text and footnotes', async () => {
  await newStory(page, 'Announcement', 'The council meets')
  await summaryBox(page).fill('What the council did')
  await fillStory(page, '<p>The <b>council</b> met<span data-footnote="">A council of nine.</span>.</p><ul><li><p>Council rules</p></li></ul>')
  await saved(page)
  await find('council', 'ControlOrMeta+Alt+r')
  await expect(count()).toHaveText(/ of 5$/)
  await bar().getByRole('textbox', { name: 'Replace with' }).fill('assembly')
  await bar().getByRole('button', { name: 'Replace all' }).click()
  await expect(headlineBox(page)).toHaveValue('The assembly meets')
  await expect(summaryBox(page)).toHaveValue('What the assembly did')
  await expect(storyBody(page).locator('strong')).toHaveText('assembly')
  await expect(storyBody(page).locator('.footnote__text')).toHaveText('A assembly of nine.')
  await expect(count()).toHaveText('No matches')
  await expect(page.getByRole('status').filter({ hasText: '5 matches were replaced.' })).toBeVisible()
  await page.keyboard.press('Escape')
  await storyBody(page).click()
  await undo(page)
  await expect(headlineBox(page)).toHaveValue('The council meets')
  await expect(summaryBox(page)).toHaveValue('What the council did')
  await expect(storyBody(page)).toContainText('Council rules')
  await expect(storyBody(page).locator('.footnote__text')).toHaveText('A council of nine.')
})

test('one match is replaced, with groups of the expression, and the next one is shown', async () => {
  await newStory(page, 'Announcement', 'Dates')
  await fillStory(page, '<p>On 2026-11-24 and 2026-12-01.</p>')
  await find('(\\d+)-(\\d+)-(\\d+)', 'ControlOrMeta+Alt+r')
  await bar().getByRole('button', { name: 'Regular expression' }).click()
  await expect(count()).toHaveText('1 of 2')
  await bar().getByRole('textbox', { name: 'Replace with' }).fill('$3.$2.$1')
  await page.keyboard.press('Enter')
  expect(await blocksOf(page)).toEqual(['On 24.11.2026 and 2026-12-01.'])
  await expect(count()).toHaveText('1 of 1')
  await page.keyboard.press('Enter')
  expect(await blocksOf(page)).toEqual(['On 24.11.2026 and 01.12.2026.'])
  await bar().getByRole('button', { name: 'Regular expression' }).click()
  await query().focus()
  await page.keyboard.press('Escape')
  await undo(page)
  expect(await blocksOf(page)).toEqual(['On 24.11.2026 and 2026-12-01.'])
})

const dialog = () => page.getByRole('dialog', { name: 'Find across the desk' })

test('words are found in all stories, and a match opens its story at its place', async () => {
  await newStory(page, 'Statement', 'A lighthouse is lit')
  await fillStory(page, `${'<p>Nothing here.</p>'.repeat(40)}<p>The lighthouse keeper said so, twice: the lighthouse is lit.</p>`)
  await saved(page)
  await newStory(page, 'Announcement', 'Another story')
  await page.keyboard.press('ControlOrMeta+Alt+Shift+f')
  await dialog().getByRole('textbox', { name: 'Find in all stories' }).fill('lighthouse')
  await expect(dialog().getByRole('status')).toHaveText('3 matches in 1 story')
  const story = dialog().getByRole('listitem', { name: 'A lighthouse is lit' })
  await expect(story.getByRole('button')).toHaveCount(3)
  await expect(story.locator('mark').first()).toHaveText('lighthouse')
  expect(await violations(page)).toEqual([])
  await dialog().getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Announcement' })
  await expect(dialog().getByRole('status')).toHaveText('0 matches in 0 stories')
  await dialog().getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'All kinds' })
  await expect(story).toBeVisible()
  await story.getByRole('button').nth(2).click()
  await expect(dialog()).toBeHidden()
  await expect(headlineBox(page)).toHaveValue('A lighthouse is lit')
  await expect(count()).toHaveText('3 of 3')
  await expect(storyBody(page).getByText('The lighthouse keeper')).toBeInViewport()
  await query().focus()
  await page.keyboard.press('Escape')
  expect(await selected()).toBe('lighthouse')
})

test('an expression that is wrong is said before anything is searched', async () => {
  await page.keyboard.press('ControlOrMeta+Alt+Shift+f')
  await dialog().getByRole('button', { name: 'Regular expression' }).click()
  await dialog().getByRole('textbox', { name: 'Find in all stories' }).fill('light[')
  await expect(dialog().getByRole('alert')).toContainText('This is no regular expression')
  await dialog().getByRole('textbox', { name: 'Find in all stories' }).fill('light(house)? keeper')
  await expect(dialog().getByRole('status')).toHaveText('1 match in 1 story')
  await page.keyboard.press('Escape')
  await expect(dialog()).toBeHidden()
})
