import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import type * as Y from 'yjs'
import { suggestField } from '../../src/shared/suggestions/fields/suggest-field'
import { createDesk } from '../drive/desk'
import { actAs, addMember } from '../drive/members'
import { mergeFromElsewhere } from '../drive/merge'
import { openApp, resize, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { headlineBox, saved, showTab, storyBody, summaryBox } from '../drive/stories'
import { selectWords } from '../drive/select-words'
import { openStoryWith } from '../drive/story-with'
import { runFromPalette } from '../drive/transfer'
import { undo, violationsInBoth } from '../drive/writing'

const writer = 'Amina Okafor'
const reviewer = 'Tomás Ferreira'
const headline = 'Nine port cities agree on night ferries'
const wanted = 'Eleven port cities agree on night buses'

let opened: OpenedApp
let page: Page

const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const body = { type: 'doc', content: [line('Nine port cities agreed on Monday to let their ferries run through the night.'), line('The council votes again in the autumn.')] }

test.beforeEach(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('suggested-fields'), 'desk'), 'Harbour Cities Council', writer)
  await addMember(page, reviewer, ['Reviewer'])
})
test.afterEach(() => opened.quit())

const review = () => page.getByRole('tabpanel', { name: 'Review' })
const details = () => page.getByRole('tabpanel', { name: 'Details' })
const cards = () => review().locator('.suggestion')
const card = (words: string) => cards().filter({ hasText: words })
/** What is suggested for a field, where the field is. */
const under = (label: string) => page.getByRole('list', { name: `Suggestions for: ${label}` }).getByRole('listitem')
const dateBox = () => details().getByRole('textbox', { name: 'Date' })
const slugBox = () => details().getByRole('textbox', { name: 'Slug' })

/** The page that would leave the desk now. */
async function pageThatLeaves(title: string): Promise<string> {
  await saved(page)
  await page.keyboard.press('ControlOrMeta+p')
  const shown = page.frameLocator('iframe[title="Preview of the story"]').locator('body')
  await expect(shown).toContainText(title)
  const text = await shown.innerText()
  await page.keyboard.press('ControlOrMeta+p')
  await expect(storyBody(page)).toBeVisible()
  return text
}

/** A member’s suggestion that was made on another computer. */
const suggestFromElsewhere = (of: string, value: string, by: string, field: { readonly id: string; readonly type: 'text' | 'list' } = { id: 'headline', type: 'text' }) =>
  mergeFromElsewhere(opened, of, (doc: Y.Doc) => suggestField(doc, field, field.type === 'list' ? value.split(', ') : value, { by, at: '2026-03-01T10:00:00.000Z' }))

test('another headline, summary, date and topics are suggested, leave the desk in no way, and are taken in with the text in one step', async () => {
  await openStoryWith(page, { kind: 'announcement', headline, body })
  await showTab(page, 'Details')
  const slug = await slugBox().inputValue()
  await actAs(page, reviewer)

  await headlineBox(page).fill(wanted)
  await expect(under('Headline')).toHaveCount(1)
  await expect(under('Headline').locator('del')).toHaveText(['Nine', 'ferries'])
  await expect(under('Headline').locator('ins')).toHaveText(['Eleven', 'buses'])
  await summaryBox(page).fill('What the ports agreed, and what changes.')
  await dateBox().fill('2026-05-01')
  await details().getByRole('combobox', { name: 'Topics' }).fill('transport')
  await page.keyboard.press('Enter')
  await expect(under('Date')).toContainText('1 May 2026')
  await expect(under('Topics')).toContainText('transport')
  await expect(slugBox()).toHaveValue(slug)
  expect(await violationsInBoth(page)).toEqual([])
  await selectWords(page, 'autumn')
  await page.keyboard.type('spring')
  await showTab(page, 'Review')
  await expect(cards()).toHaveCount(5)
  await expect(card('Headline')).toContainText(reviewer)
  await expect(card('Headline').locator('ins')).toHaveText(['Eleven', 'buses'])

  // None of it leaves, and preflight says that it is open.
  const leaves = await pageThatLeaves(headline)
  expect(leaves).not.toMatch(/Eleven|what changes|spring/)
  await showTab(page, 'Details')
  await expect(page.getByText('5 suggestions have no answer yet.')).toBeVisible()
  // Typing what is there takes a suggestion back; a reviewer accepts nothing.
  await summaryBox(page).fill('')
  await expect(under('Summary')).toHaveCount(0)
  await expect(under('Headline').getByRole('button', { name: /^Accept/ })).toHaveAttribute('aria-disabled', 'true')
  await under('Date').getByRole('button', { name: /^Take back/ }).click()
  await expect(under('Date')).toHaveCount(0)
  await undo(page)
  await expect(under('Date')).toHaveCount(1)

  // Who writes sees what the fields hold.
  await actAs(page, writer)
  await expect(headlineBox(page)).toHaveValue(headline)
  await expect(under('Headline')).toHaveCount(1)
  await under('Headline').getByRole('button', { name: /^Accept/ }).click()
  await expect(headlineBox(page)).toHaveValue(wanted)
  await expect(slugBox()).toHaveValue('eleven-port-cities-agree-on-night-buses')
  await expect(under('Headline')).toHaveCount(0)
  await undo(page)
  await expect(headlineBox(page)).toHaveValue(headline)
  await expect(slugBox()).toHaveValue(slug)

  // All at once, fields and text, is one step.
  await runFromPalette(page, 'Accept all suggestions')
  await expect(headlineBox(page)).toHaveValue(wanted)
  await expect(dateBox()).toHaveValue('2026-05-01')
  await expect(storyBody(page)).toContainText('in the spring.')
  await expect(storyBody(page).locator('.suggested')).toHaveCount(0)
  await undo(page)
  await expect(headlineBox(page)).toHaveValue(headline)
  await expect(dateBox()).toHaveValue('')
  await expect(under('Topics')).toHaveCount(1)
  await expect(storyBody(page).locator('.suggested--inserted')).toHaveText('spring')
  await runFromPalette(page, 'Reject all suggestions')
  await expect(page.getByRole('list', { name: /^Suggestions for/ })).toHaveCount(0)
  expect(await pageThatLeaves(headline)).toBe(leaves)
})

test('two members’ suggestions for one headline are both shown, by key as by pointer; what one accepts turns the other against the new words', async () => {
  await openStoryWith(page, { kind: 'announcement', headline, body })
  await showTab(page, 'Review')
  await suggestFromElsewhere(headline, 'Nine harbours agree on night ferries', 'e'.repeat(32))
  const hostile = mergeFromElsewhere(opened, headline, (doc) => void doc.getMap('suggested').set(`headline/${'d'.repeat(32)}`, { by: 'nobody', value: '<b>' }))
  await expect(hostile).rejects.toThrow('This change could not be understood, so it was not stored.')
  await actAs(page, reviewer)
  await headlineBox(page).fill('Nine port cities agree on ferries')
  await headlineBox(page).press('End')
  await headlineBox(page).pressSequentially(' "at last"')
  await expect(headlineBox(page)).toHaveValue('Nine port cities agree on ferries “at last”')
  await expect(under('Headline')).toHaveCount(2)
  await selectWords(page, 'Monday')
  await page.keyboard.type('Tuesday')
  await expect(cards()).toHaveCount(3)
  await expect(cards().first()).toContainText('A former member')

  // Finding and replacing works on what one suggests.
  await page.keyboard.press('ControlOrMeta+Alt+R')
  await page.getByRole('textbox', { name: 'Find', exact: true }).or(page.getByRole('searchbox', { name: 'Find' })).first().fill('at last')
  await page.getByRole('textbox', { name: 'Replace with' }).fill('soon')
  await page.getByRole('button', { name: 'Replace all' }).click()
  await page.keyboard.press('Escape')
  await expect(headlineBox(page)).toHaveValue('Nine port cities agree on ferries “soon”')
  await runFromPalette(page, 'Show the text without suggestions')
  await expect(headlineBox(page)).toHaveValue(headline)
  await expect(headlineBox(page)).toBeDisabled()
  await runFromPalette(page, 'Show the text as if all were accepted')
  await expect(headlineBox(page)).toHaveValue('Nine port cities agree on ferries “soon”')
  await page.getByRole('button', { name: 'Show the suggestions' }).click()

  // By key: from field to field and into the text, and the answer where one is.
  await actAs(page, writer)
  await storyBody(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('F6')
  await expect(headlineBox(page)).toBeFocused()
  await expect(cards().first()).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('F6')
  await expect(cards().nth(1)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('F6')
  await expect(cards().nth(2)).toHaveAttribute('aria-current', 'true')
  await expect(storyBody(page)).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('ControlOrMeta+Shift+A')
  await expect(headlineBox(page)).toHaveValue('Nine harbours agree on night ferries')
  await expect(under('Headline')).toContainText('changed since')
  await expect(under('Headline').locator('del')).toHaveText(['harbours', 'night '])
  expect(await violationsInBoth(page)).toEqual([])
  await undo(page)
  await expect(cards()).toHaveCount(3)

  // A field holds one value: all at once takes the latest, and says so.
  await review().getByRole('button', { name: 'Accept all' }).click()
  await expect(headlineBox(page)).toHaveValue('Nine port cities agree on ferries “soon”')
  await expect(page.getByText('2 suggestions accepted. 1 stays open: a later one for the same field was accepted.')).toBeVisible()
  await expect(cards()).toHaveCount(1)
  await expect(storyBody(page)).toContainText('agreed on Tuesday')
  await card('Headline').getByRole('button', { name: 'Reject' }).click()
  await expect(cards()).toHaveCount(0)
  await expect(headlineBox(page)).toHaveValue('Nine port cities agree on ferries “soon”')
})

test('a story without a language is not translated by whoever suggests: its language is suggested, and waits for an answer', async () => {
  await openStoryWith(page, { kind: 'announcement', headline, body })
  await showTab(page, 'Details')
  await details().getByRole('combobox', { name: 'Language' }).selectOption('')
  await saved(page)
  await actAs(page, reviewer)
  await runFromPalette(page, 'Translate into')
  const dialog = page.getByRole('dialog', { name: 'Translate into…' })
  await expect(dialog).toContainText('waits for an answer')
  await dialog.getByRole('button', { name: 'Suggest the language' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Say which language this story is in.')
  expect(await violationsInBoth(page)).toEqual([])
  await dialog.getByRole('combobox', { name: 'This story is in' }).selectOption('en')
  await dialog.getByRole('button', { name: 'Suggest the language' }).click()
  await expect(dialog).toBeHidden()
  await expect(under('Language')).toHaveCount(1)
  await undo(page)
  await expect(under('Language')).toHaveCount(0)
  await runFromPalette(page, 'Translate into')
  await dialog.getByRole('combobox', { name: 'This story is in' }).selectOption('en')
  await dialog.getByRole('button', { name: 'Suggest the language' }).click()

  // For the others the story has no language until one of them says so.
  await actAs(page, writer)
  await expect(details().getByRole('combobox', { name: 'Language' })).toHaveValue('')
  await under('Language').getByRole('button', { name: /^Accept/ }).click()
  await expect(details().getByRole('combobox', { name: 'Language' })).toHaveValue('en')
  await saved(page)
  await actAs(page, reviewer)
  await runFromPalette(page, 'Translate into')
  await expect(dialog.getByRole('combobox', { name: 'This story is in' })).toBeHidden()
  await dialog.getByRole('combobox', { name: 'Translate into' }).selectOption('es')
  await dialog.getByRole('button', { name: 'Make the draft' }).click()
  await expect(page.getByRole('navigation', { name: 'Translations' }).getByRole('button')).toHaveText(['EN', 'ES'])
})

test('in an Arabic story suggestions are read from the right, in both appearances and in a small window', async () => {
  const arabic = 'تسع مدن ساحلية تتفق على عبّارات ليلية'
  await openStoryWith(page, { kind: 'announcement', headline: arabic, language: 'ar', body: { type: 'doc', content: [line('اتفقت تسع مدن ساحلية يوم الاثنين على تشغيل العبّارات طوال الليل.'), { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'ما الذي يتغيّر' }] }, line('يصوّت المجلس مجدداً في الخريف.')] } })
  await showTab(page, 'Review')
  await actAs(page, reviewer)
  await headlineBox(page).fill('عشر مدن ساحلية تتفق على حافلات ليلية')
  await selectWords(page, 'الاثنين')
  await page.keyboard.type('الثلاثاء')
  await selectWords(page, 'في الخريف')
  await page.keyboard.press('Delete')
  await selectWords(page, 'ما الذي')
  await page.keyboard.press('ControlOrMeta+Shift+3')
  await suggestFromElsewhere(arabic, 'تسع مدن تتفق على عبّارات', 'e'.repeat(32))
  await suggestFromElsewhere(arabic, 'نقل, موانئ', 'e'.repeat(32), { id: 'topics', type: 'list' })
  await expect(cards()).toHaveCount(6)
  await expect(under('Headline').first().locator('.field-change')).toHaveCSS('direction', 'rtl')
  const bar = page.getByRole('toolbar', { name: 'Selected words' })
  for (const size of [{ width: 1440, height: 900 }, { width: 1024, height: 700 }]) {
    await resize(opened.app, size)
    expect(await violationsInBoth(page)).toEqual([])
    // The words that are selected stand at the right edge: what is offered for them covers nothing beside the text.
    await selectWords(page, 'اتفقت')
    await expect(bar).toBeVisible()
    await expect.poll(() => bar.evaluate((element) => element.getBoundingClientRect().right - (document.querySelector('.story-editor__text')?.getBoundingClientRect().right ?? 0))).toBeLessThan(0)
    expect(await page.evaluate(() => [...document.querySelectorAll('.field-suggestion, .suggestion')].filter((one) => one.scrollWidth > one.clientWidth + 1).length)).toBe(0)
  }
})
