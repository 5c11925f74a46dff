import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { createDesk } from '../drive/desk'
import { actAs, addMember } from '../drive/members'
import { dropFiles, pdf } from '../drive/files'
import { mergeFromElsewhere, writeInBlock } from '../drive/merge'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { openStoryWith } from '../drive/story-with'
import { selectWords } from '../drive/select-words'
import { saved, showTab, storyBody } from '../drive/stories'
import { undo, violationsInBoth } from '../drive/writing'

const headline = 'Nine port cities agree on night ferries'
const editor = 'Amina Okafor'
const writer = 'Chiara Venti'

let opened: OpenedApp
let page: Page

const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const body = {
  type: 'doc',
  content: [
    line('“We run the ferries through the night and nobody pays,” said the mayor of Solvåg.'),
    line('The other mayors agreed. In all, 42 ferries run after midnight.'),
    { type: 'blockquote', content: [line('It took us two winters to get here.')] },
    line('The council votes again in the autumn.'),
  ],
}

test.beforeEach(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('clearances'), 'desk'), 'Harbour Cities Council', editor)
  await addMember(page, writer, ['Writer'])
  await openStoryWith(page, { kind: 'announcement', headline, body })
  await showTab(page, 'Review')
})
test.afterEach(() => opened.quit())

const section = () => page.getByRole('region', { name: /^Clearances/ })
const dialog = () => page.getByRole('dialog')
const cleared = () => storyBody(page).locator('.cleared-end--cleared, .cleared-block--cleared')
const changed = () => storyBody(page).locator('.cleared-end--changed, .cleared-block--changed')
/** The words that have a line under them. */
const lined = async (state: 'cleared' | 'changed') => (await storyBody(page).locator(`.cleared--${state}`).allTextContents()).join('')

/** Clears what the cursor is in. */
async function clear(by: string, evidence: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Alt+K')
  await dialog().getByLabel('Cleared by').fill(by)
  await dialog().getByLabel('By what').fill(evidence)
  await page.keyboard.press('ControlOrMeta+Enter')
  if (await dialog().isVisible()) await dialog().getByRole('button', { name: 'Sign and clear' }).click()
  await expect(dialog()).toBeHidden()
}

test('a quotation is cleared by itself: edits elsewhere, moves and merges leave it so, an edit within voids it and no other', async () => {
  await selectWords(page, 'ferries through')
  await page.keyboard.press('ControlOrMeta+Alt+K')
  await expect(dialog()).toContainText('We run the ferries through the night and nobody pays,')
  // By what is asked for, or nothing is signed.
  await dialog().getByRole('button', { name: 'Sign and clear' }).click()
  await expect(dialog().getByLabel('By what')).toBeFocused()
  await expect(dialog().getByRole('alert')).toHaveText('Say by what it was cleared.')
  await page.keyboard.press('Escape')
  await selectWords(page, 'ferries through')
  await clear('Mayor Ingrid Solheim', 'E-mail of the mayor’s office of 3 May')
  await expect.poll(() => lined('cleared')).toBe('We run the ferries through the night and nobody pays,')
  await expect(section()).toContainText(`Mayor Ingrid Solheim, recorded by ${editor}`)
  await expect(section()).toContainText('E-mail of the mayor’s office of 3 May')
  await selectWords(page, '42 ferries')
  await clear('', 'The harbour office’s table of April')
  await expect(section()).toContainText('2 cleared')
  await storyBody(page).getByText('It took us two winters').click()
  await page.keyboard.press('ControlOrMeta+J')
  await page.getByRole('menuitem', { name: /^Clear this quotation/ }).click()
  await dialog().getByLabel('By what').fill('Spoken on stage, see the recording')
  await dialog().getByRole('button', { name: 'Sign and clear' }).click()
  await expect(section()).toContainText('3 cleared')
  await expect(cleared()).toHaveCount(3)

  // Edits elsewhere, a move and what somebody else wrote change nothing of it.
  await selectWords(page, 'The other mayors')
  await page.keyboard.type('All mayors')
  await storyBody(page).getByText('said the mayor of Solvåg').click()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect(storyBody(page).locator('> *').nth(1)).toContainText('said the mayor of Solvåg')
  await saved(page)
  await mergeFromElsewhere(opened, headline, (doc) => writeInBlock(doc, 3, 'Before Christmas: '))
  await expect(storyBody(page)).toContainText('Before Christmas: ')
  await expect(section()).toContainText('3 cleared')
  await expect(changed()).toHaveCount(0)

  await selectWords(page, 'nobody pays')
  await page.keyboard.type('few people pay')
  await expect.poll(() => lined('changed')).toBe('We run the ferries through the night and few people pay,')
  await expect(section()).toContainText('2 cleared, 1 changed since')
  await expect(section()).toContainText('We run the ferries through the night and nobody pays,')
  await saved(page)
  await showTab(page, 'Details')
  const finding = page.getByRole('button', { name: /was changed after it was cleared/ })
  await expect(finding).toContainText('few people pay')
  await expect(page.getByRole('button', { name: /was changed after it was cleared/ })).toHaveCount(1)
  await finding.click()
  await expect(storyBody(page)).toBeFocused()
  // What was cleared is said again: it is cleared again.
  await undo(page)
  await expect(cleared()).toHaveCount(3)
  await saved(page)
  await expect(finding).toBeHidden()

  // It is in the history, in words, and not in what readers get.
  await showTab(page, 'History')
  await expect(page.getByRole('tabpanel')).toContainText('cleared the quotation ‘We run the ferries through the night and nobody pays’, as cleared by Mayor Ingrid Solheim')
  await page.keyboard.press('ControlOrMeta+P')
  await expect(page.frameLocator('iframe').locator('body')).toContainText('nobody pays')
  await expect(page.frameLocator('iframe').locator('body')).not.toContainText('E-mail of the mayor')
})

test('who may, takes a clearance back with a reason; a writer sees what holds and can’t; what is missing is found in the list', async () => {
  await section().getByRole('button', { name: 'Not cleared: 2' }).click()
  await section().getByRole('button', { name: 'Clear…' }).last().click()
  await expect(dialog()).toContainText('It took us two winters to get here.')
  await dialog().getByLabel('By what').fill('Spoken on stage, see the programme')
  // A file of the library shows it, and can't be removed from there any more.
  await dialog().getByRole('button', { name: 'Add a file that shows it…' }).click()
  const library = page.getByRole('dialog', { name: 'Choose a file' })
  await dropFiles(library.getByRole('button', { name: 'Add files' }), [pdf('programme.pdf')])
  await library.getByRole('option', { name: /programme/ }).click()
  await library.getByRole('button', { name: 'Use this file' }).click()
  await expect(dialog()).toContainText('programme.pdf')
  await expect(dialog()).toContainText('It goes along in review packets')
  await dialog().getByRole('button', { name: 'Sign and clear' }).click()
  await section().getByRole('button', { name: 'programme.pdf' }).click()
  const evidence = page.getByRole('dialog', { name: 'programme.pdf' })
  await expect(evidence).toContainText('PDF')
  const hash = await evidence.locator('code').textContent()
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(await violationsInBoth(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(evidence).toBeHidden()
  // The audit names it with its hash.
  await showTab(page, 'History')
  await page.getByRole('tabpanel', { name: 'History' }).getByRole('button', { name: 'Audit…' }).click()
  await expect(dialog().getByRole('region', { name: 'What happened' })).toContainText(`programme.pdf, SHA-256 ${hash}, kept on this desk`)
  await page.keyboard.press('Escape')
  await showTab(page, 'Review')
  await expect(section().getByRole('button', { name: 'Not cleared: 1' })).toBeVisible()
  await section().getByRole('button', { name: /^Quotation It took us/ }).click()
  await expect(storyBody(page)).toBeFocused()
  await expect(cleared()).toHaveCount(1)
  expect(await violationsInBoth(page)).toEqual([])

  await actAs(page, writer)
  await expect(section()).toContainText('1 cleared')
  await expect(section().getByRole('button', { name: 'Take back…' })).toHaveCount(0)
  await storyBody(page).getByText('It took us').click()
  await page.keyboard.press('ControlOrMeta+Alt+K')
  await expect(dialog()).toHaveCount(0)

  await actAs(page, editor)
  await section().getByRole('button', { name: 'Take back…' }).click()
  await dialog().getByRole('button', { name: 'Take back' }).click()
  await expect(dialog().getByRole('alert')).toContainText('Say why it is taken back.')
  expect(await violationsInBoth(page)).toEqual([])
  await dialog().getByLabel('Reason').fill('It was said of another city.')
  await dialog().getByRole('button', { name: 'Take back' }).click()
  await expect(cleared()).toHaveCount(0)
  await expect(section()).toContainText('Nothing is cleared yet.')
  await showTab(page, 'History')
  await expect(page.getByRole('tabpanel')).toContainText('It was said of another city.')
})
