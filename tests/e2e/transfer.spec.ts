import { expect, test } from '@playwright/test'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { answerDialogs, openApp, temporaryFolder } from '../drive/open-app'
import { headlineBox, storyBody, storyList } from '../drive/stories'
import { exportApproved, importFile, runFromPalette } from '../drive/transfer'
import { violationsInBoth } from '../drive/writing'

const page = `---
title: Night ferries return to the strait
description: Two lines start again in spring.
---

Two night lines start again in **spring**, after four years.
`

test('a Markdown file comes in as a draft, and its dialog says what came of it', async () => {
  const opened = await openApp({ args: ['--sample'] })
  const file = path.join(temporaryFolder('import'), 'ferries.md')
  writeFileSync(file, page)
  const said = await importFile(opened, file, async () => expect(await violationsInBoth(opened.page)).toEqual([]))
  expect(said).toContain('One story was imported.')
  expect(said).toContain('Night ferries return to the strait')
  await storyList(opened.page).getByRole('option').filter({ hasText: 'Night ferries' }).click()
  await expect(headlineBox(opened.page)).toHaveValue('Night ferries return to the strait')
  await expect(storyBody(opened.page)).toContainText('Two night lines start again in spring')
  await opened.quit()
})

test('a file that can’t be imported is refused with a reason, which everyone can read', async () => {
  const opened = await openApp({ args: ['--sample'] })
  const file = path.join(temporaryFolder('import'), 'empty.md')
  writeFileSync(file, '')
  await answerDialogs(opened.app, file)
  await runFromPalette(opened.page, 'Import stories')
  const dialog = opened.page.getByRole('dialog', { name: 'Import stories' })
  await dialog.getByRole('button', { name: 'Choose file' }).click()
  await expect(dialog.getByRole('alert')).toContainText('empty.md')
  await expect(dialog.getByRole('button', { name: 'Choose file' })).toBeVisible()
  expect(await violationsInBoth(opened.page)).toEqual([])
  await opened.quit()
})

test('what was approved is written as Markdown; a second export into the same folder changes nothing', async () => {
  const opened = await openApp({ args: ['--sample'] })
  const folder = temporaryFolder('export')
  writeFileSync(path.join(folder, 'mine.txt'), 'not of Copydesk')
  const first = await exportApproved(opened, folder, 'Hugo', async () => expect(await violationsInBoth(opened.page)).toEqual([]))
  expect(first).toContain('The export is done.')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  expect(files.length).toBeGreaterThan(0)
  const [one] = files
  expect(readFileSync(path.join(folder, one ?? ''), 'utf8')).toMatch(/^---\n/)
  const again = await exportApproved(opened, folder, 'Hugo')
  expect(again).toMatch(/Files written\s+0\b/)
  expect(existsSync(path.join(folder, 'mine.txt'))).toBe(true)
  await opened.quit()
})

test('an export without a folder says what is missing, and writes nothing', async () => {
  const opened = await openApp({ args: ['--sample'] })
  await runFromPalette(opened.page, 'Export approved stories')
  const dialog = opened.page.getByRole('dialog', { name: 'Export approved stories' })
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Choose where the files should go.')
  expect(await violationsInBoth(opened.page)).toEqual([])
  await opened.quit()
})
