import { expect } from '@playwright/test'
import path from 'node:path'
import { createDesk } from '../drive/desk.ts'
import { addMember } from '../drive/members.ts'
import { root, type OpenedApp } from '../drive/open-app.ts'
import { showView, storyList } from '../drive/stories.ts'
import { importFile } from '../drive/transfer.ts'

export const writer = 'Amina Okafor'
export const reviewer = 'Tomás Herrera'

/** A new desk of two: who writes, and who reviews and publishes. */
export async function makeDesk(opened: OpenedApp, folder: string): Promise<void> {
  await createDesk(opened, folder, 'Harbour Cities Council', writer)
  await addMember(opened.page, reviewer, ['Reviewer', 'Publisher'])
}

export const newsPage = path.join(root, 'tests/fixtures/news-page/news.html')
const entries = 10

/** Imports the saved news page; answers what the window says was left out of it. */
export async function importPage(opened: OpenedApp): Promise<string[]> {
  const said = await importFile(opened, newsPage)
  if (!said.includes(`${entries} stories were imported.`)) throw new Error(`The page was not imported as it should be:\n${said}`)
  await showView(opened.page, 'All')
  await expect(storyList(opened.page).getByRole('option').first()).toHaveAttribute('aria-setsize', String(entries))
  return said.split('\n').filter((line) => /javascript:|not taken|ends in ‘…’/.test(line))
}
