import { expect, test, type Locator, type Page } from '@playwright/test'
import { violations } from '../drive/accessibility'
import { createDesk } from '../drive/desk'
import { details } from '../drive/kinds'
import { openApp, resize, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { headlineBox, newStory, saved, showTab, storyBody, storyList, writeStory } from '../drive/stories'
import { runFromPalette } from '../drive/transfer'
import { violationsInBoth } from '../drive/writing'

async function openNewDesk(): Promise<OpenedApp> {
  const opened = await openApp({ size: { width: 1440, height: 900 } })
  await createDesk(opened, `${temporaryFolder('desk')}/desk`)
  return opened
}

const languages = (page: Page): Locator => page.getByRole('navigation', { name: 'Translations' })

async function translate(page: Page, language: string, own?: string): Promise<void> {
  await runFromPalette(page, 'Translate into')
  const dialog = page.getByRole('dialog', { name: 'Translate into' })
  if (own !== undefined) await dialog.getByRole('combobox', { name: 'This story is in' }).selectOption(own)
  await dialog.getByRole('combobox', { name: 'Translate into' }).selectOption(language)
  await dialog.getByRole('button', { name: 'Make the draft' }).click()
  await expect(dialog).toBeHidden()
}

test('a story is translated, and its languages are shown together', async () => {
  const { app, page, quit } = await openNewDesk()
  await writeStory(page, 'Nine ports agree', 'Mayors signed the pledge.')
  await runFromPalette(page, 'Translate into')
  const dialog = page.getByRole('dialog', { name: 'Translate into' })
  await dialog.getByRole('button', { name: 'Make the draft' }).click()
  await expect(dialog.getByText('Say which language this story is in.')).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])
  await page.keyboard.press('Escape')
  await translate(page, 'es', 'en')

  await expect(languages(page).getByRole('button', { name: 'ES, Español' })).toHaveAttribute('aria-current', 'page')
  await expect(headlineBox(page)).toHaveValue('Nine ports agree')
  await expect(storyBody(page)).toHaveText('Mayors signed the pledge.')
  await showTab(page, 'Details')
  await expect(details(page).getByRole('textbox', { name: 'Slug' })).toHaveValue('nine-ports-agree-es')
  await expect(details(page).getByRole('combobox', { name: 'Language' })).toHaveValue('es')
  await headlineBox(page).fill('Nueve puertos acuerdan')
  await saved(page)

  // From right to left, too; and one of each language.
  await translate(page, 'ar')
  await expect(languages(page).getByRole('button')).toHaveText(['AR', 'EN', 'ES'])
  await expect(storyBody(page)).toHaveAttribute('dir', 'rtl')
  await headlineBox(page).fill('تسعة موانئ تتفق')
  await saved(page)
  await runFromPalette(page, 'Translate into')
  await expect(dialog.locator('option[value="es"]')).toHaveCount(0)
  await page.keyboard.press('Escape')

  // By click and by key.
  await languages(page).getByRole('button', { name: 'EN, English' }).click()
  await expect(headlineBox(page)).toHaveValue('Nine ports agree')
  await languages(page).getByRole('button', { name: 'EN, English' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(headlineBox(page)).toHaveValue('Nueve puertos acuerdan')

  // The list says so in one line of each row, and search finds them all.
  await expect(storyList(page).getByRole('option').filter({ hasText: 'تسعة موانئ تتفق' })).toContainText(/AR.*also in.*EN.*ES/)
  // Its summary is in English still, and is read from its own side: what is cut of it is its end.
  await expect(storyList(page).getByRole('option').filter({ hasText: 'تسعة موانئ تتفق' }).locator('.story-option__summary')).toHaveCSS('direction', 'ltr')
  const row = storyList(page).getByRole('option').filter({ hasText: 'Nueve puertos acuerdan' })
  await expect(row).toContainText(/ES.*also in.*AR.*EN/)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const size of [{ width: 1024, height: 700 }, { width: 1440, height: 900 }]) {
      await resize(app, size)
      await expect(languages(page).getByRole('button', { name: 'ES, Español' })).toBeVisible()
      expect(await violations(page)).toEqual([])
    }
  }
  await page.keyboard.press('ControlOrMeta+Shift+P')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await palette.getByRole('combobox').fill('تسعة موانئ')
  await expect(palette.getByRole('option').filter({ hasText: 'تسعة موانئ تتفق' })).toContainText('AR')
  await page.keyboard.press('Escape')
  // A page that leaves the desk names no other languages, so the preview names none; the window goes on to.
  await page.keyboard.press('ControlOrMeta+P')
  const shown = page.frameLocator('iframe').locator('article')
  await expect(shown).toContainText('Nueve puertos acuerdan')
  await expect(shown).not.toContainText(/العربية|English|Español/)
  await expect(languages(page).getByRole('button')).toHaveText(['AR', 'EN', 'ES'])
  await quit()
})

test('stories that are there already are linked and unlinked', async () => {
  const { page, quit } = await openNewDesk()
  for (const [headline, language] of [['Neuf ports s’accordent', 'fr'], ['Ten ports agree', 'en'], ['Nine ports agree', 'en']] as const) {
    await newStory(page, 'Announcement', headline)
    await showTab(page, 'Details')
    await details(page).getByRole('combobox', { name: 'Language' }).selectOption(language)
    await saved(page)
  }
  await expect(languages(page)).toBeHidden()

  await runFromPalette(page, 'Link as a translation of')
  const dialog = page.getByRole('dialog', { name: 'Link as a translation of' })
  const box = dialog.getByRole('combobox', { name: 'The other story' })
  await expect(box).toBeFocused()
  await page.keyboard.type('ten ports')
  await expect(dialog.getByRole('listbox', { name: 'Stories' }).getByRole('option').filter({ hasText: 'Ten ports agree' })).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(dialog.getByText('There is one in English already: ‘Nine ports agree’.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Choose another story' }).click()
  await dialog.getByRole('combobox', { name: 'The other story' }).fill('neuf')
  await expect(dialog.getByRole('option')).toHaveText([/Neuf ports s’accordent/])
  await page.keyboard.press('ArrowDown')
  await expect(box).toHaveAttribute('aria-activedescendant', /./)
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Neuf ports s’accordent')).toBeVisible()
  await dialog.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(languages(page).getByRole('button')).toHaveText(['EN', 'FR'])

  await runFromPalette(page, 'Unlink from its translations')
  await expect(languages(page)).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).getByText('Undo').click()
  await expect(languages(page).getByRole('button')).toHaveText(['EN', 'FR'])
  await quit()
})
