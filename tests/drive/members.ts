import { expect, type Page } from '@playwright/test'

/** Adds a member in the settings; their key is made on this computer. */
export async function addMember(page: Page, name: string, roles: readonly ('Writer' | 'Reviewer' | 'Publisher' | 'Admin')[]): Promise<void> {
  await page.getByRole('button', { name: /^Acting as/ }).click()
  await page.getByRole('menuitem', { name: 'Add a member…' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('textbox', { name: 'Name' }).fill(name)
  for (const role of ['Writer', 'Reviewer', 'Publisher', 'Admin'] as const) await settings.getByRole('checkbox', { name: role }).setChecked(roles.includes(role))
  await settings.getByRole('button', { name: 'Add member' }).click()
  await expect(settings.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  await settings.getByRole('button', { name: 'Close' }).click()
  await expect(settings).toBeHidden()
}

/** Hands the window over to another member. */
export async function actAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Acting as/ }).click()
  await page.getByRole('menuitemcheckbox', { name }).click()
  await expect(page.getByRole('button', { name: `Acting as ${name}` })).toBeVisible()
}
