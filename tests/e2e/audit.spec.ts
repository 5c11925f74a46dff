import { expect, test } from '@playwright/test'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { violations } from '../drive/accessibility'
import { createDesk } from '../drive/desk'
import { revoke } from '../drive/keys'
import { actAs, addMember } from '../drive/members'
import { answerDialogs, openApp, temporaryFolder } from '../drive/open-app'
import { requestChanges, saved, showTab, storyBody, submit, writeStory } from '../drive/stories'
import { runFromPalette } from '../drive/transfer'

test('the audit of a story tells every decision in words, with what proves it, and leaves as PDF, page and record', async () => {
  test.slow()
  const opened = await openApp({ size: { width: 1440, height: 900 } })
  const { app, page } = opened
  await createDesk(opened, path.join(temporaryFolder('desk'), 'desk'))
  await addMember(page, 'Tomás Ferreira', ['Reviewer'])
  await writeStory(page, 'Ferries run through the night', 'From June the ferries run all night.')
  await submit(page, 'Please check the dates.')
  await actAs(page, 'Tomás Ferreira')
  await requestChanges(page, 'Which June?')
  await actAs(page, 'Amina Okafor')
  await storyBody(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' It is June of next year.')
  await saved(page)
  await submit(page)
  await actAs(page, 'Tomás Ferreira')
  await page.getByRole('button', { name: 'Approve', exact: true }).first().click()
  const approving = page.getByRole('dialog', { name: 'Approve' })
  await approving.getByRole('textbox').first().fill('Good now.')
  await approving.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(approving).toBeHidden()
  await actAs(page, 'Amina Okafor')
  await revoke(page, 'Tomás Ferreira', 'He has left the council.')

  await showTab(page, 'History')
  await page.getByRole('tabpanel', { name: 'History' }).getByRole('button', { name: 'Audit…' }).click()
  const audit = page.getByRole('dialog', { name: 'Audit: Ferries run through the night' })
  await expect(audit).toContainText('is approved, and nothing else may leave the desk.')
  const log = audit.getByRole('region', { name: 'What happened' }).getByRole('listitem')
  await expect(log).toHaveCount(4)
  await expect(log.nth(0)).toContainText('Amina Okafor asked for review')
  await expect(log.nth(0)).toContainText('Please check the dates.')
  await expect(log.nth(1)).toContainText('The story was then back with its writer, changes requested.')
  await expect(log.nth(3)).toContainText('Good now.')
  await expect(log.nth(3)).toContainText('With this, version')
  await expect(log.nth(3)).toContainText('The signature is right.')
  await expect(audit.getByRole('region', { name: 'Sign-offs' })).toContainText('Nobody approved what they had submitted.')
  await expect(audit.getByRole('region', { name: 'Sign-offs' })).toContainText('Its content hashes to its name.')
  await expect(audit.getByRole('region', { name: 'Members and their keys' })).toContainText('He has left the council. What this key had signed by then still counts (2); nothing else by it does.')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page), colorScheme).toEqual([])
  }

  const folder = temporaryFolder('audits')
  for (const [form, button] of [['pdf', 'PDF, to print or to send'], ['html', 'HTML, for any browser'], ['json', 'JSON, with all signatures, for ‘copydesk verify’']] as const) {
    const file = path.join(folder, `audit.${form}`)
    await answerDialogs(app, file)
    await audit.getByRole('button', { name: button }).click()
    await expect.poll(() => statSync(file, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(1000)
  }
  const pdf = readFileSync(path.join(folder, 'audit.pdf'))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const html = readFileSync(path.join(folder, 'audit.html'), 'utf8')
  expect(html).toContain('Which June?')
  expect(html).not.toContain('<script')
  const record: unknown = JSON.parse(readFileSync(path.join(folder, 'audit.json'), 'utf8'))
  expect(record).toMatchObject({ format: 'copydesk.audit/1', claims: { state: 'approved' }, revocations: [{ revocation: { reason: 'He has left the council.' } }] })
  await audit.getByRole('button', { name: 'Done' }).click()
  await expect(audit).toBeHidden()

  // From the palette, too.
  await runFromPalette(page, 'Audit')
  await expect(audit).toBeVisible()
  await opened.quit()
})
