import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import * as Y from 'yjs'
import { createDesk } from '../drive/desk'
import { actAs, addMember } from '../drive/members'
import { mergeFromElsewhere, writeInBlock } from '../drive/merge'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { nextFrame, openStory, pasteHtml, saved, showTab, storyBody } from '../drive/stories'
import { selectWords } from '../drive/select-words'
import { openStoryWith } from '../drive/story-with'
import { runFromPalette } from '../drive/transfer'
import { undo, violationsInBoth } from '../drive/writing'
import { nightFerries } from '../fixtures/night-ferries'

const writer = 'Amina Okafor'
const reviewer = 'Tomás Ferreira'
const { headline } = nightFerries

let opened: OpenedApp
let page: Page

test.beforeEach(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('suggestions'), 'desk'), 'Harbour Cities Council', writer)
  await addMember(page, reviewer, ['Reviewer'])
  await openStoryWith(page, nightFerries)
})
test.afterEach(() => opened.quit())

const review = () => page.getByRole('tabpanel', { name: 'Review' })
const cards = () => review().locator('.suggestion')
const card = (words: string) => cards().filter({ hasText: words })
const mode = () => page.getByRole('button', { name: /^(Writing|Suggesting)$/ })
const inserted = () => storyBody(page).locator('.suggested--inserted')
const deleted = () => storyBody(page).locator('.suggested--deleted')

/** The text that would leave the desk now, as the preview shows it. */
async function textThatLeaves(): Promise<string> {
  await saved(page)
  await page.keyboard.press('ControlOrMeta+p')
  const shown = page.frameLocator('iframe[title="Preview of the story"]').locator('body')
  await expect(shown).toContainText(headline)
  const text = await shown.innerText()
  await page.keyboard.press('ControlOrMeta+p')
  await expect(storyBody(page)).toBeVisible()
  return text
}

const words = () => page.getByTestId('word-count')

test('what a reviewer does to the text waits for an answer, leaves the desk in no way, and the writer takes it in one by one', async () => {
  await expect(mode()).toHaveText('Writing')
  await showTab(page, 'Review')
  const counted = await words().innerText()
  await actAs(page, reviewer)
  await expect(mode()).toHaveText('Suggesting')

  // Over a word, at the end of a line, and in the middle: the old words stay, struck; the new ones are underlined.
  await selectWords(page, 'agreed')
  await page.keyboard.type('decided')
  await expect(deleted()).toHaveText('agreed')
  await expect(inserted()).toHaveText('decided')
  await selectWords(page, 'nothing')
  await page.keyboard.press('ControlOrMeta+B')
  await expect(storyBody(page).locator('[data-restyle="with-bold"]')).toHaveText('nothing')
  await selectWords(page, 'mayor of Solvåg.')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.type('So it was said – twice.')
  await expect(storyBody(page).locator('.suggested-block--inserted')).toHaveText('So it was said – twice.')
  await selectWords(page, 'The council')
  await page.keyboard.press('ControlOrMeta+Shift+2')
  await expect(storyBody(page).locator('.suggested-block--turned')).toHaveAttribute('data-suggested', 'Turn the paragraph into a heading')
  await expect(cards()).toHaveCount(4)
  await expect(card('Replace')).toContainText('agreed')
  await expect(card('Replace')).toContainText(reviewer)
  await expect(card('Make bold')).toContainText('nothing')

  // None of it leaves, is counted, or is a version.
  await page.keyboard.press('ArrowRight')
  await expect(words()).toHaveText(counted)
  const text = await textThatLeaves()
  expect(text).toContain('agreed on Monday')
  expect(text).not.toContain('decided')
  expect(text).not.toContain('twice')
  await showTab(page, 'Details')
  await expect(page.getByText('4 suggestions have no answer yet.')).toBeVisible()
  await showTab(page, 'Review')

  // A reviewer may take back what they suggested, and accept nothing.
  await expect(card('Replace').getByRole('button', { name: 'Accept' })).toHaveAttribute('aria-disabled', 'true')
  await card('Make bold').getByRole('button', { name: 'Take back' }).click()
  await expect(cards()).toHaveCount(3)

  await actAs(page, writer)
  await expect(mode()).toHaveText('Writing')
  await card('Replace').getByRole('button', { name: 'Accept' }).click()
  await expect(cards()).toHaveCount(2)
  await expect(storyBody(page)).toContainText('Nine port cities decided on Monday')
  await expect(deleted()).toHaveCount(0)
  await undo(page)
  await expect(cards()).toHaveCount(3)
  await expect(deleted()).toHaveText('agreed')

  // By key: to the next one, and the answer to it.
  await storyBody(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('F6')
  await expect(card('Replace')).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('ControlOrMeta+Shift+J')
  await expect(storyBody(page)).toContainText('Nine port cities agreed on Monday')
  await page.keyboard.press('F6')
  await page.keyboard.press('ControlOrMeta+Shift+A')
  await expect(cards()).toHaveCount(1)
  await review().getByRole('button', { name: 'Accept' }).first().click()
  await expect(cards()).toHaveCount(0)
  await expect(storyBody(page).getByRole('heading', { name: 'The council votes again in the autumn.' })).toBeVisible()
  expect(await textThatLeaves()).toContain('So it was said')
})

test('what is replaced everywhere is suggested word by word, in lines and in the words of blocks, and is one step', async () => {
  await openStoryWith(page, {
    kind: 'announcement',
    headline: 'Quays at night',
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'The quay is long, and no other quay is as long.' }] },
        { type: 'pullQuote', attrs: { attribution: 'The mayor of the quay' }, content: [{ type: 'text', text: 'A quay is a door.' }] },
      ],
    },
  })
  await page.keyboard.press('ControlOrMeta+Shift+G')
  await page.keyboard.press('ControlOrMeta+Alt+r')
  const bar = page.getByRole('search', { name: 'Find in the story' })
  await bar.getByRole('textbox', { name: 'Find' }).fill('quay')
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('pier')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await expect(deleted()).toHaveText(['quay', 'quay', 'quay'])
  await expect(inserted()).toHaveText(['pier', 'pier', 'pier'])
  await expect(page.getByRole('textbox', { name: 'Attribution' })).toHaveValue('The mayor of the pier')
  await expect(page.getByRole('textbox', { name: 'Headline' })).toHaveValue('Piers at night')
  await storyBody(page).focus()
  await undo(page)
  await expect(deleted()).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Headline' })).toHaveValue('Quays at night')
  await expect(storyBody(page)).not.toContainText('pier')
})

test('lines, blocks, tables and pictures of keys: everything is suggested, undone as it was done, and answered all at once', async () => {
  await page.keyboard.press('ControlOrMeta+Shift+G')
  await expect(mode()).toHaveText('Suggesting')
  await showTab(page, 'Review')
  const before = await textThatLeaves()

  // A line is split in its middle, and another one joined to the one before.
  await selectWords(page, 'to let their')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(storyBody(page).locator('.suggested--split')).toHaveCount(1)
  await selectWords(page, 'Whoever')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Backspace')
  await expect(storyBody(page).locator('.suggested-block--joined')).toHaveCount(1)
  // Backspace goes on behind what is struck already.
  await selectWords(page, 'autumn')
  await page.keyboard.press('ArrowRight')
  for (let press = 0; press < 6; press++) await page.keyboard.press('Backspace')
  await expect(deleted()).toHaveText('autumn')
  await page.keyboard.type('spring')
  await expect(inserted()).toHaveText('spring')
  // What one suggested oneself goes for good.
  await page.keyboard.press('Backspace')
  await expect(inserted()).toHaveText('sprin')
  await page.keyboard.type('g')

  // What an input method composes is inserted once, as it was chosen.
  await selectWords(page, 'Solvåg.')
  await page.keyboard.press('ArrowRight')
  const session = await page.context().newCDPSession(page)
  for (const text of ['n', 'ni', '你']) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await session.send('Input.insertText', { text: '你' })
  await expect(inserted().filter({ hasText: '你' })).toHaveText('你')
  await expect(storyBody(page)).toContainText('Solvåg.你')

  // A row comes, and a block moves.
  await storyBody(page).getByText('Boats').click()
  await runFromPalette(page, 'Row below')
  await expect(storyBody(page).locator('tr.suggested-block--inserted')).toHaveCount(1)
  await selectWords(page, 'votes')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(storyBody(page).locator('.suggested-block--deleted')).not.toHaveCount(0)

  expect(await textThatLeaves()).toBe(before)
  await runFromPalette(page, 'Reject all suggestions')
  await expect(cards()).toHaveCount(0)
  expect(await textThatLeaves()).toBe(before)
  await undo(page)
  await expect(cards()).not.toHaveCount(0)

  // As it would be, as it is, and back.
  await runFromPalette(page, 'Show the text as if all were accepted')
  await expect(page.locator('.reading-view')).toContainText('in the spring.')
  await expect(page.locator('.reading-view .suggested')).toHaveCount(0)
  await runFromPalette(page, 'Show the text without suggestions')
  await expect(page.locator('.reading-view')).toContainText('in the autumn.')
  await page.getByRole('button', { name: 'Show the suggestions' }).click()
  await runFromPalette(page, 'Accept all suggestions')
  await expect(cards()).toHaveCount(0)
  const after = await textThatLeaves()
  expect(after).toContain('in the spring.')
  expect(after).toContain('to let their ferries run through the night.Whoever travels')
})

test('somebody else goes on writing, suggests, too, and it all comes together; the list is read by everybody', async () => {
  await actAs(page, reviewer)
  await showTab(page, 'Review')
  await selectWords(page, 'Monday')
  await page.keyboard.type('Tuesday')
  await saved(page)
  await mergeFromElsewhere(opened, headline, (doc) => {
    writeInBlock(doc, 0, 'Yesterday: ')
    const block = doc.getXmlFragment('body').get(1)
    const text: unknown = block instanceof Y.XmlElement ? block.get(0) : undefined
    if (text instanceof Y.XmlText) text.format(0, 7, { 'deleted--abcdefgh': { id: 'x1', by: 'f'.repeat(32), at: '2026-03-01T10:00:00.000Z' } })
  })
  await expect(cards()).toHaveCount(2)
  await expect(card('Whoever')).toContainText('A former member')
  await expect(storyBody(page)).toContainText('Yesterday: Nine port cities')
  expect(await textThatLeaves()).toContain('Yesterday: Nine port cities agreed on Monday')

  await review().getByRole('button', { name: 'Show suggestions' }).click()
  await page.getByRole('menuitemcheckbox', { name: reviewer }).click()
  await expect(cards()).toHaveCount(1)
  await actAs(page, writer)
  await storyBody(page).click()
  expect(await violationsInBoth(page)).toEqual([])
  // Writing among suggested words is writing.
  await selectWords(page, 'Tuesday')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('-')
  await nextFrame(page)
  expect(await textThatLeaves()).toContain('-')
  await openStory(page, headline)
})

test('the slash menu, pasting, find and replace, quotes, links and cards work as ever, and what they do waits, too', async () => {
  await showTab(page, 'Review')
  const before = await textThatLeaves()
  await page.keyboard.press('ControlOrMeta+Shift+G')
  await expect(mode()).toHaveText('Suggesting')

  await selectWords(page, 'autumn.')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(' "Quickly", they say, at https://example.org/ferries now.')
  await expect(inserted().first()).toContainText('“Quickly”')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/rule')
  await page.keyboard.press('Enter')
  await expect(storyBody(page).locator('hr.suggested-block--inserted, .suggested-block--inserted hr')).toHaveCount(1)

  await selectWords(page, 'travels')
  await pasteHtml(page, '<p>goes</p><p>A second line</p><p>and drives</p>')
  await expect(deleted().filter({ hasText: 'travels' })).toHaveCount(1)
  await expect(storyBody(page).locator('.suggested--split')).toHaveCount(2)

  await page.keyboard.press('ControlOrMeta+Alt+R')
  await page.getByRole('textbox', { name: 'Find', exact: true }).or(page.getByRole('searchbox', { name: 'Find' })).first().fill('the')
  await page.getByRole('textbox', { name: 'Replace with' }).fill('THE')
  await page.getByRole('button', { name: 'Replace all' }).click()
  await page.keyboard.press('Escape')
  await expect(deleted().filter({ hasText: /^the$/ }).first()).toBeVisible()
  await expect(inserted().filter({ hasText: /^THE$/ }).first()).toBeVisible()

  // Cut and pasted elsewhere it is words again, with no mark of where they come from.
  await selectWords(page, 'Solvåg.')
  await page.keyboard.press('ControlOrMeta+X')
  await expect(deleted().filter({ hasText: 'Solvåg.' })).toHaveCount(1)

  expect(await textThatLeaves()).toBe(before)
  // The list follows the text when the keys rest; what was done last is the sign that it has all.
  await expect(cards().filter({ hasText: 'Solvåg.' }).first()).toBeVisible()
  const open = await cards().count()
  expect(open).toBeGreaterThan(5)
  for (let step = 0; step < 40 && (await storyBody(page).locator('.suggested, .suggested-block').count()) > 0; step++) await undo(page)
  await expect(cards()).toHaveCount(0)
  expect(await textThatLeaves()).toBe(before)
  for (let step = 0; step < 40; step++) await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(cards()).toHaveCount(open)

  await runFromPalette(page, 'Accept all suggestions')
  await expect(cards()).toHaveCount(0)
  const after = await textThatLeaves()
  expect(after).toContain('Whoever goes')
  expect(after).toContain('“Quickly”')
  expect(after).not.toMatch(/\bthe\b/)
  await expect(storyBody(page).getByRole('link', { name: 'https://example.org/ferries' })).toBeVisible()
})
