import { expect, type Locator, type Page } from '@playwright/test'
import { runFromPalette } from './transfer.ts'

export const settings = (page: Page): Locator => page.getByRole('dialog', { name: 'Settings' })
export const details = (page: Page): Locator => page.getByRole('group', { name: 'Details' })

/** Opens the settings where the kinds are. */
export async function showKinds(page: Page): Promise<void> {
  await runFromPalette(page, 'Settings')
  await settings(page).getByRole('button', { name: 'Kinds', exact: true }).click()
  await expect(settings(page).getByRole('list', { name: 'Kinds' })).toBeVisible()
}

/** Opens a kind's own dialog from the list of kinds. */
export async function editKind(page: Page, label: string): Promise<Locator> {
  await settings(page).getByRole('button', { name: `Edit ‘${label}’` }).click()
  const dialog = page.getByRole('dialog', { name: `Kind ‘${label}’` })
  await expect(dialog).toBeVisible()
  return dialog
}

/** Adds a field in a kind's dialog. */
export async function addField(dialog: Locator, label: string, type: string): Promise<void> {
  await dialog.getByRole('textbox', { name: 'New field' }).fill(label)
  await dialog.getByRole('combobox', { name: 'Type of the new field' }).selectOption(type)
  await dialog.getByRole('button', { name: 'Add field' }).click()
  await expect(dialog.getByRole('button', { name: new RegExp(`^${label}`) })).toHaveAttribute('aria-expanded', 'true')
}

/** Saves the kind and closes the settings. */
export async function saveKind(page: Page, dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Save kind' }).click()
  await expect(dialog).toBeHidden()
  await closeSettings(page)
}

export async function closeSettings(page: Page): Promise<void> {
  await settings(page).getByRole('button', { name: 'Close' }).click()
  await expect(settings(page)).toBeHidden()
}
