import { expect, type Page } from '@playwright/test'
import { answerDialogs, type OpenedApp } from './open-app.ts'

/** Runs a command from the palette, as a keyboard user would. */
export async function runFromPalette(page: Page, label: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+P')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await palette.getByRole('combobox').fill(label)
  await palette.getByRole('option', { name: label }).first().click()
  await expect(palette).toBeHidden()
}

/** Imports a file through the dialog; answers what the window says of it, once `look` has seen it. */
export async function importFile({ app, page }: OpenedApp, file: string, look?: () => Promise<void>): Promise<string> {
  await answerDialogs(app, file)
  await runFromPalette(page, 'Import stories')
  const dialog = page.getByRole('dialog', { name: 'Import stories' })
  await dialog.getByRole('button', { name: 'Choose file' }).click()
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeVisible({ timeout: 60_000 })
  await look?.()
  const said = await dialog.innerText()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  return said
}

/** Exports all approved stories through the dialog; answers what the window says of it, once `look` has seen it. */
export async function exportApproved({ app, page }: OpenedApp, folder: string, preset: 'Hugo' | 'Jekyll' | 'Eleventy' | 'Astro', look?: () => Promise<void>): Promise<string> {
  await answerDialogs(app, folder)
  await runFromPalette(page, 'Export approved stories')
  const dialog = page.getByRole('dialog', { name: 'Export approved stories' })
  await dialog.getByRole('combobox', { name: 'Made for' }).selectOption({ label: preset })
  await dialog.getByRole('button', { name: 'Choose folder' }).click()
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeVisible({ timeout: 60_000 })
  await look?.()
  const said = await dialog.innerText()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  return said
}
