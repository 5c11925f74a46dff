import { expect, type Locator, type Page } from '@playwright/test'
import { answerDialogs, type OpenedApp } from './open-app.ts'

/** The settings where members and keys are. */
export async function showMembers(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Acting as/ }).click()
  await page.getByRole('menuitem', { name: 'Members and roles…' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await expect(settings.getByRole('list', { name: 'Members' })).toBeVisible()
  return settings
}

export async function closeMembers(page: Page): Promise<void> {
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Close' }).click()
  await expect(settings).toBeHidden()
}

/** The entry of a member in the settings. */
export const memberEntry = (settings: Locator, name: string): Locator => settings.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: name })

/** Chooses what is done with a member from their menu. */
export async function doWithMember(page: Page, settings: Locator, name: string, what: string): Promise<void> {
  await settings.getByRole('button', { name: `More about ${name}` }).click()
  await page.getByRole('menuitem', { name: what }).click()
}

/** Revokes a member's key, with a reason. */
export async function revoke(page: Page, name: string, reason: string): Promise<void> {
  const settings = await showMembers(page)
  await doWithMember(page, settings, name, 'Revoke key…')
  const question = page.getByRole('dialog', { name: `Revoke the key of ${name}?` })
  await question.getByRole('textbox', { name: 'Reason' }).fill(reason)
  await question.getByRole('button', { name: 'Revoke key' }).click()
  await expect(question).toBeHidden()
  await expect(memberEntry(settings, name)).toContainText(`Key revoked on`)
  await closeMembers(page)
}

/** Exports a member's private key to a file, sealed by a passphrase; `look` sees the dialog when both passphrases are typed. */
export async function exportIdentity({ app, page }: OpenedApp, name: string, file: string, passphrase: string, look?: () => Promise<void>): Promise<void> {
  const settings = await showMembers(page)
  await answerDialogs(app, file)
  await doWithMember(page, settings, name, 'Export identity…')
  const dialog = page.getByRole('dialog', { name: `Export the identity of ${name}` })
  await dialog.getByLabel('Passphrase of the file').fill(passphrase)
  await dialog.getByLabel('The same again').fill(passphrase)
  await look?.()
  await dialog.getByRole('button', { name: 'Choose where…' }).click()
  await expect(dialog).toBeHidden()
  await closeMembers(page)
}
