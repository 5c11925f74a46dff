import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { createDesk } from '../drive/desk'
import { actAs, addMember } from '../drive/members'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { addWords, approve, headlineBox, nextFrame, openStory, saved, showTab, storyBody, submit, writeStory } from '../drive/stories'
import { runFromPalette } from '../drive/transfer'
import { undo, violationsInBoth } from '../drive/writing'

const amina = 'Amina Okafor'
const tomas = 'Tomás Ferreira'
const headline = 'Nine port cities agree on night ferries'
const first = 'Nine port cities agreed on Monday to let their ferries run through the night.'

let opened: OpenedApp
let page: Page
let folder: string

test.beforeEach(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  folder = path.join(temporaryFolder('history'), 'desk')
  await createDesk(opened, folder, 'Harbour Cities Council', amina)
  await addMember(page, tomas, ['Writer', 'Reviewer'])
  await writeStory(page, headline, first)
})
test.afterEach(() => opened.quit())

const history = () => page.getByRole('tabpanel', { name: 'History' })
const work = () => history().locator('.work')
const versions = () => history().locator('[data-version]')
const menuOf = (index: number) => history().getByRole('button', { name: /^More about/ }).nth(index)
const choose = async (index: number, entry: string): Promise<void> => {
  await menuOf(index).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

/** Keeps the story as it stands under a name. */
async function keep(name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Alt+B')
  const dialog = page.getByRole('dialog', { name: 'Keep this version' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

test('the work of two people is told by sittings; versions are named, compared, and brought back in one step that can be undone', async () => {
  await showTab(page, 'History')
  await expect(history()).toContainText('Not kept yet')
  await keep('As sent to the mayors')
  await expect(work()).toHaveCount(1)
  await expect(versions()).toContainText('As sent to the mayors')
  await expect(versions()).toContainText('As it is now')

  await actAs(page, tomas)
  await addWords(page, ' Whoever travels after midnight pays nothing.')
  await expect(work().first()).toContainText(tomas)
  await submit(page, 'Please check the hour.')
  await expect(work().filter({ hasText: tomas })).toContainText('+6')
  await expect(work().filter({ hasText: tomas })).toContainText('In review')
  await actAs(page, amina)
  await approve(page)
  await expect(history().locator('.history__event').first()).toContainText(`${amina} approved`)
  await expect(work().filter({ hasText: tomas })).toContainText('Approved')
  expect(await violationsInBoth(page)).toEqual([])

  // By key from version to version, and the menu by the right mouse button.
  await versions().first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(versions().nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Earlier version, kept')
  await versions().nth(1).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await page.getByRole('dialog', { name: 'Rename the version' }).getByRole('textbox', { name: 'Name' }).fill('First draft')
  await page.keyboard.press('Enter')
  await expect(versions().nth(1)).toContainText('First draft')

  // Two versions, the one chosen first whichever it is.
  await page.keyboard.press('ControlOrMeta+P')
  await addWords(page, ' The council votes again in the autumn.')
  await choose(0, 'Compare with another version…')
  await expect(history().getByRole('status')).toContainText(`Choose the version to compare with ${tomas}`)
  await page.keyboard.press('Escape')
  await expect(history().getByRole('status')).toBeHidden()
  await choose(0, 'Compare with another version…')
  await versions().nth(1).click()
  await expect(page.getByRole('region', { name: 'What changed' }).locator('ins')).toHaveText(/Whoever travels after midnight pays nothing\./)
  await expect(page.getByRole('region', { name: 'What changed' })).not.toContainText('autumn')

  // What stands there is kept before the earlier version comes back.
  await choose(1, 'Bring this version back')
  await expect(storyBody(page)).toHaveText(first)
  await expect(page.getByText('‘First draft’ is back. What stood here before is kept in the history.')).toBeVisible()
  await expect(work().first()).toContainText(amina)
  await expect(versions().first()).toContainText('+7')
  await storyBody(page).click()
  await undo(page)
  await expect(storyBody(page)).toContainText('votes again in the autumn.')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(storyBody(page)).toHaveText(first)
  await expect(headlineBox(page)).toHaveValue(headline)
  await saved(page)

  // Nothing of it depends on an orderly end.
  await addWords(page, ' Typed just before the power went.')
  await opened.kill()
  opened = await openApp({ size: { width: 1440, height: 900 }, userData: opened.userData, args: [folder] })
  page = opened.page
  await openStory(page, headline)
  await showTab(page, 'History')
  await expect(versions().first()).toContainText('As it is now')
  // The earlier version that was brought back, and what was typed after it.
  await expect(versions().first()).toContainText('+5 −12 words')
  await expect(versions().filter({ hasText: 'First draft' })).toHaveCount(1)
})

test('the text shows who wrote what: of a block, of the whole, through deletions that are taken back', async () => {
  await actAs(page, tomas)
  await addWords(page, ' Whoever travels after midnight pays nothing.')
  await storyBody(page).getByText('Nine port cities').click()
  await nextFrame(page)
  await page.keyboard.press('ControlOrMeta+Alt+Shift+W')
  const card = page.getByRole('dialog', { name: 'Who wrote this' })
  await expect(card.getByRole('listitem')).toHaveCount(2)
  await expect(card.getByRole('listitem').first()).toContainText(new RegExp(`${amina}, .*6\\d%`))
  await expect(card.getByRole('listitem').last()).toContainText(new RegExp(`${tomas}, .*3\\d%`))
  const authored = storyBody(page).locator('.authored')
  await expect(authored).toHaveText([first, ' Whoever travels after midnight pays nothing.'])
  expect(await violationsInBoth(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(authored).toHaveCount(0)
  await expect(storyBody(page)).toBeFocused()

  // Tomás takes Amina’s sentence away and gives it back: it is hers.
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Backspace')
  await expect(storyBody(page)).toHaveText('')
  await saved(page)
  await undo(page)
  await expect(storyBody(page)).toContainText(first)
  await saved(page)
  await page.keyboard.press('ControlOrMeta+Alt+W')
  const strip = page.getByRole('region', { name: 'Who wrote what' })
  await expect(strip.getByRole('listitem')).toHaveCount(2)
  await expect(strip).toContainText(new RegExp(`${amina}, .*6\\d%`))
  await expect(authored).toHaveText([first, ' Whoever travels after midnight pays nothing.'])
  await expect(storyBody(page).locator('.authored-label')).toContainText([new RegExp(`${amina}, .*: 6\\d% · ${tomas}`)])
  expect(await violationsInBoth(page)).toEqual([])

  // It follows what is written, and is no part of the story.
  await actAs(page, amina)
  await addWords(page, ' So it is.')
  await expect(authored).toHaveText([first, ' Whoever travels after midnight pays nothing.', ' So it is.'])
  await page.keyboard.press('ControlOrMeta+P')
  await expect(page.frameLocator('iframe').locator('body')).not.toContainText(tomas)
  await page.keyboard.press('ControlOrMeta+P')
  await strip.getByRole('button', { name: 'Show the text as it is' }).click()
  await expect(authored).toHaveCount(0)
  await expect(storyBody(page)).toBeFocused()
})

test('who wrote this is told of fields too: of words run by run, of what is replaced as a whole by whom; by key, by the right button, and under each field', async () => {
  const card = page.getByRole('dialog', { name: /^Who wrote this/ })
  await actAs(page, tomas)
  await headlineBox(page).click()
  await page.keyboard.press('End')
  await page.keyboard.type(' and trams')
  await showTab(page, 'Details')
  const details = page.getByRole('tabpanel', { name: 'Details' })
  await details.getByRole('combobox', { name: 'Language' }).selectOption('pt')
  await saved(page)

  // By key, in the headline: two wrote it, and its words say which part is whose.
  await headlineBox(page).focus()
  await page.keyboard.press('ControlOrMeta+Alt+Shift+W')
  await expect(card).toHaveAccessibleName('Who wrote this: Headline')
  await expect(card.getByRole('listitem')).toHaveCount(2)
  await expect(card.locator('.authored')).toHaveText([headline, ' and trams'])
  expect(await violationsInBoth(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(headlineBox(page)).toBeFocused()

  // By the right button, in the headline and in the form.
  await headlineBox(page).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Who wrote this' }).click()
  await expect(card).toHaveAccessibleName('Who wrote this: Headline')
  await card.getByRole('button', { name: 'Close' }).click()
  await details.getByRole('combobox', { name: 'Language' }).click({ button: 'right' })
  await page.getByRole('menu', { name: 'This field' }).getByRole('menuitem', { name: 'Who wrote this' }).click()
  await expect(card).toHaveAccessibleName('Who wrote this: Language')
  await expect(card).toContainText(new RegExp(`Set by ${tomas}, \\d`))
  await card.getByRole('button', { name: 'Close' }).click()
  await expect(details.getByRole('combobox', { name: 'Language' })).toBeFocused()
  await details.getByLabel('Embargo').focus()
  await page.keyboard.press('ControlOrMeta+Alt+Shift+W')
  await expect(card).toContainText('It is empty')

  // Under each field, with the whole story.
  await card.getByRole('button', { name: 'Show in the whole story' }).click()
  await expect(page.locator('.commentable').filter({ has: headlineBox(page) }).locator('.field-authors')).toHaveText(new RegExp(`${amina}, .*: \\d\\d% · ${tomas}, .*: \\d\\d%`))
  await expect(details.locator('.commentable').filter({ has: page.getByRole('combobox', { name: 'Language' }) }).locator('.field-authors')).toHaveText(new RegExp(`^Set by ${tomas}`))
  expect(await violationsInBoth(page)).toEqual([])
  await actAs(page, amina)
  await details.getByRole('combobox', { name: 'Language' }).selectOption('es')
  await expect(details.locator('.commentable').filter({ has: page.getByRole('combobox', { name: 'Language' }) }).locator('.field-authors')).toHaveText(new RegExp(`^Set by ${amina}`))
})

test('a version of another kind comes back with its kind, its words and its name', async () => {
  await keep('As an announcement')
  await runFromPalette(page, 'Change kind')
  const dialog = page.getByRole('dialog', { name: 'Change kind' })
  await dialog.getByRole('combobox', { name: 'Kind' }).selectOption('Statement')
  await dialog.getByRole('button', { name: 'Change kind' }).click()
  await expect(dialog).toBeHidden()
  await addWords(page, ' Said later.')
  await showTab(page, 'History')
  await choose(await versions().count() - 1, 'Bring this version back')
  await expect(storyBody(page)).toHaveText(first)
  await expect(page.getByText(/is back, and so is its kind, announcement\./)).toBeVisible()
  await expect(page.locator('.story-header__kind').first()).toHaveText('Announcement')
  await expect(versions().filter({ hasText: 'As an announcement' })).toContainText('As it is now')
})
