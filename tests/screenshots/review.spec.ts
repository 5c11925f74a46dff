import { expect, test, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { DocumentNode } from '../../src/shared/story/revision'
import { createDesk } from '../drive/desk'
import { actAs, addMember } from '../drive/members'
import { openApp, root, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { rewriteStory } from '../drive/rewrite-story'
import { selectWords } from '../drive/select-words'
import { approve, nextFrame, openStory, saved, showTab, showView, storyBody, submit, writeStory } from '../drive/stories'
import { openStoryWith } from '../drive/story-with'
import { runFromPalette } from '../drive/transfer'

/** The pictures of review: what changed, suggestions, comments, the queue and the audit, light and dark. */
const folder = path.join(root, 'docs/images')
mkdirSync(folder, { recursive: true })

const writer = 'Amina Okafor'
const reviewer = 'Tomás Ferreira'
const headline = 'Nine port cities agree on night ferries'

const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const heading = (text: string) => ({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] })
const cell = (text: string) => ({ type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null }, content: [line(text)] })
const table = (...rows: string[][]) => ({ type: 'table', content: rows.map((row) => ({ type: 'tableRow', content: row.map(cell) })) })

const opening = 'Nine port cities agreed on Monday to let their ferries run through the night.'
const fund = 'A fund of the council pays half of each new crossing, because the small ports could not do so alone.'
const before = [
  line(opening),
  heading('Who pays'),
  line(fund),
  line('“Nobody should wait on a quay until morning,” said Inês Valadão, who chairs the council. The crossings start in June.'),
  table(['Port', 'Crossings'], ['Solvåg', '3'], ['Lagoa Nova', '5']),
  line('The council votes again in the autumn.'),
]
const after = [
  line('Eleven port cities agreed on Monday to let their ferries run through the night, on trial for one year.'),
  line('“Nobody should wait on a quay until the morning,” said Inês Valadão, who chairs the council. The crossings start in May.'),
  table(['Port', 'Crossings', 'From'], ['Solvåg', '4', 'May'], ['Lagoa Nova', '5', 'May']),
  heading('Who pays'),
  line(fund),
  line('The council votes again in the autumn.'),
]
const doc = (content: readonly DocumentNode[]): DocumentNode => ({ type: 'doc', content })

let opened: OpenedApp
let page: Page
test.beforeEach(async () => {
  opened = await openApp({ userData: temporaryFolder('screenshots'), size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('review'), 'desk'), 'Harbour Cities Council', writer)
  await addMember(page, reviewer, ['Reviewer', 'Publisher'])
})
test.afterEach(() => opened.quit())

test('review, from the queue to the audit', async () => {
  test.slow()
  await writeStory(page, 'Ministers and mayors to meet in Lagoa Nova', 'They meet in the first week of June.')
  await submit(page, 'The date is from their office.')
  const id = await openStoryWith(page, { kind: 'announcement', headline, body: doc(before) })
  await page.getByRole('textbox', { name: 'Summary' }).fill('The ferries of nine cities will run all night from June.')
  await saved(page)
  await submit(page)
  await actAs(page, reviewer)
  await openStory(page, headline)
  await approve(page)
  await actAs(page, writer)
  await rewriteStory(page, id, doc(after))
  await page.reload()
  await openStory(page, headline)
  await submit(page, 'Two cities joined, and it begins a month earlier.')

  await actAs(page, reviewer)
  await showView(page, 'For my review')
  await openStory(page, headline)
  await showView(page, 'For my review')
  await showTab(page, 'Review')
  await pictures('review-queue')

  await page.getByRole('radio', { name: 'Preview' }).click()
  await page.getByRole('radio', { name: 'Changes', exact: true }).click()
  await expect(page.locator('.redline__total').first()).toBeVisible()
  await pictures('redline')
  await page.getByRole('radio', { name: 'Write' }).click()

  await comment('on trial for one year', `@${writer.slice(0, 3)}`, 'is a year enough to see who travels at night?')
  await comment('The crossings start in May', '', 'The timetable that the ports sent says the last week of May.')
  await pictures('comments')

  await selectWords(page, 'on Monday')
  await page.keyboard.type('on Tuesday')
  await selectWords(page, 'who chairs the council')
  await page.keyboard.press('ControlOrMeta+I')
  await selectWords(page, 'The council votes again in the autumn.')
  await page.keyboard.press('ArrowRight')
  await nextFrame(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Until then the ports count who travels.')
  await saved(page)
  await expect(page.locator('.suggestion')).toHaveCount(3)
  await page.locator('.suggestion').first().scrollIntoViewIfNeeded()
  await pictures('suggestions')

  await runFromPalette(page, 'Audit')
  await expect(page.getByRole('dialog', { name: /^Audit: / })).toContainText('What happened')
  await pictures('audit')
})

async function comment(words: string, mention: string, said: string): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press('ControlOrMeta+Alt+M')
  const box = page.getByRole('textbox', { name: 'Comment', exact: true })
  if (mention !== '') {
    await box.pressSequentially(mention)
    await expect(page.getByRole('tabpanel', { name: 'Review' }).getByRole('option', { name: writer })).toBeVisible()
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type(said)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(box).toBeHidden()
  await storyBody(page).focus()
  await page.keyboard.press('ArrowRight')
  await nextFrame(page)
}

async function pictures(name: string): Promise<void> {
  for (const notice of await page.getByRole('button', { name: 'Dismiss' }).all()) await notice.click()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(() => document.fonts.ready.then(() => true))
    await page.waitForTimeout(700)
    await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) })
  }
}
