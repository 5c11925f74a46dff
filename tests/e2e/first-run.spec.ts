import { expect, test } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { violations } from '../drive/accessibility'
import { createDesk } from '../drive/desk'
import { faultsOfTabbing } from '../drive/keyboard'
import { answerDialogs, openApp, temporaryFolder } from '../drive/open-app'
import { violationsInBoth } from '../drive/writing'

test('without a desk, the window offers to make, to open, or to look around in one', async () => {
  const { page, quit } = await openApp()
  await expect(page.getByRole('heading', { name: 'Copydesk' })).toBeVisible()
  for (const way of ['New desk', 'Open desk', 'Sample desk']) await expect(page.getByRole('button', { name: way })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Recent desks' })).toBeHidden()
  await quit()
})

test('a new desk asks for what is missing, and begins with its maker as the only member', async () => {
  const opened = await openApp()
  const { page } = opened
  await page.getByRole('button', { name: 'New desk' }).click()
  const dialog = page.getByRole('dialog', { name: 'New desk' })
  await expect(dialog.getByRole('textbox', { name: 'Name of the desk' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Create desk' }).click()
  await expect(dialog.getByRole('alert')).toHaveText(['Give the desk a name.', /^Give your name/, 'Choose where the desk should be kept.'])
  expect(await violationsInBoth(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  const folder = path.join(temporaryFolder('first-desk'), 'desk')
  await createDesk(opened, folder, 'Harbour Cities Council', 'Amina Okafor')
  await expect(page.getByRole('button', { name: /^Harbour Cities Council/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Acting as Amina Okafor ?, Writer, Reviewer, Publisher, Admin$/ })).toBeVisible()
  await expect(page.getByText('No stories yet')).toBeVisible()
  await opened.quit()
})

test('a folder that holds something else is refused, and what was typed stays', async () => {
  const opened = await openApp()
  const { app, page } = opened
  const folder = temporaryFolder('not-empty')
  writeFileSync(path.join(folder, 'letter.txt'), 'Dear mayor')
  await answerDialogs(app, folder)
  await page.getByRole('button', { name: 'New desk' }).click()
  const dialog = page.getByRole('dialog', { name: 'New desk' })
  await dialog.getByRole('textbox', { name: 'Name of the desk' }).fill('Harbour Cities Council')
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Amina Okafor')
  await dialog.getByRole('button', { name: 'Choose folder' }).click()
  await dialog.getByRole('button', { name: 'Create desk' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Name of the desk' })).toHaveValue('Harbour Cities Council')
  await opened.quit()
})

test('a folder without a desk is told where desks are chosen', async () => {
  const opened = await openApp()
  await answerDialogs(opened.app, temporaryFolder('no-desk'))
  await opened.page.getByRole('button', { name: 'Open desk' }).click()
  await expect(opened.page.getByRole('alert')).toContainText(/desk/i)
  await opened.quit()
})

test('the desk of the last time is opened again; one that is gone is told, and the others are offered', async () => {
  const userData = temporaryFolder('come-back')
  const folder = path.join(temporaryFolder('come-back-desk'), 'desk')
  const first = await openApp({ userData })
  await createDesk(first, folder)
  await first.quit()

  const again = await openApp({ userData })
  await expect(again.page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await again.page.getByRole('button', { name: /^Harbour Cities Council/ }).click()
  await again.page.getByRole('menuitem', { name: 'Close desk' }).click()
  await expect(again.page.getByRole('heading', { name: 'Recent desks' })).toBeVisible()
  await again.page.getByRole('button', { name: /^Harbour Cities Council/ }).click()
  await expect(again.page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await again.quit()

  const elsewhere = await openApp({ userData, args: [`--desk=${temporaryFolder('empty')}`] })
  await expect(elsewhere.page.getByRole('alert')).toBeVisible()
  await expect(elsewhere.page.getByRole('button', { name: /^Harbour Cities Council/ })).toBeVisible()
  expect(await violationsInBoth(elsewhere.page)).toEqual([])
  expect(await faultsOfTabbing(elsewhere.page)).toEqual([])
  await elsewhere.quit()
})

for (const theme of ['light', 'dark'] as const) {
  test(`the first screen breaks no rule of accessibility in its ${theme} appearance`, async () => {
    const { page, quit } = await openApp()
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'New desk' }).click()
    expect(await violations(page)).toEqual([])
    await quit()
  })
}
