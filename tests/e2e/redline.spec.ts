import { expect, test, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DocumentNode } from '../../src/shared/story/revision'
import { createDesk } from '../drive/desk'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { rewriteStory } from '../drive/rewrite-story'
import { openStory, saved, submit, summaryBox } from '../drive/stories'
import { assetIn, openStoryWith } from '../drive/story-with'
import { violationsInBoth } from '../drive/writing'

let opened: OpenedApp
let page: Page

test.beforeAll(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('redline'), 'desk'))
})
test.afterAll(() => opened.quit())

const text = (words: string, ...marks: string[]): DocumentNode => ({ type: 'text', text: words, ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }) })
const p = (...content: (string | DocumentNode)[]): DocumentNode => ({ type: 'paragraph', content: content.map((child) => (typeof child === 'string' ? text(child) : child)) })
const h = (words: string): DocumentNode => ({ type: 'heading', attrs: { level: 2 }, content: [text(words)] })
const numbered = (start: number, ...items: DocumentNode[][]): DocumentNode => ({ type: 'orderedList', attrs: { start, type: null }, content: items.map((content) => ({ type: 'listItem', content })) })
const cell = (type: 'tableCell' | 'tableHeader', words: string): DocumentNode => ({ type, attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null }, content: [p(words)] })
const table = (head: string[], ...rows: string[][]): DocumentNode => ({ type: 'table', attrs: { caption: 'Berths with power' }, content: [head.map((words) => cell('tableHeader', words)), ...rows.map((row) => row.map((words) => cell('tableCell', words)))].map((content) => ({ type: 'tableRow', content })) })
const figure = (asset: string, caption: string): DocumentNode => ({ type: 'figure', attrs: { asset, alt: 'Two ferries at a quay', caption, credit: 'Tom Okafor', decorative: false } })
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })

const money = 'A fund of the council pays half of every cable, because small harbours could not build them alone.'
const moved = 'The mayors will meet again in Lagoa Nova in the spring to see how far each of the harbours has come.'

const before = (picture: string): DocumentNode =>
  doc(
    p('Ten harbour cities will switch off the engines of ships at the quay by 2031, they agreed in Port Merrow.'),
    h('Who pays'),
    p(money),
    p('“It ends in our time,” said Inês Valadão, who chairs the council. Ferries are counted, too.'),
    p(`Smoke costs lives. ${moved}`),
    numbered(3, [p('Survey the grid')], [p('Lay the cables'), numbered(1, [p('North quay')], [p('South quay')])]),
    table(['Harbour', '2025', '2031'], ['Port Merrow', '12', '30'], ['Lagoa Nova', '4', '18'], ['Sundhavn', '9', '22']),
    figure(picture, 'The north quay at dawn'),
    p('The plan is firm and every city has signed it.'),
    p('Contact: the press office of the council.'),
  )

const after = (picture: string): DocumentNode =>
  doc(
    p('Ten harbour cities will switch off the engines of ships at the quay by 2030, they agreed in Port Merrow.'),
    p('“It ends in our lifetime,” said Inês Valadão, who chairs the council. Ferries are counted, too.'),
    p('Smoke costs lives.'),
    numbered(3, [p('Survey the grid')], [p('Agree on plugs')], [p('Lay the cables'), numbered(1, [p('North quay')], [p('South quay')])]),
    table(['Harbour', 'Country', '2025', '2031'], ['Port Merrow', 'Eland', '12', '31'], ['Lagoa Nova', 'Valdoria', '4', '18'], ['Tidewick', 'Norde', '2', '10']),
    figure(picture, 'The north quay at dawn'),
    h('Who pays'),
    p(money),
    p('The plan is ', text('firm', 'bold'), ' and every city has signed it at last.'),
    p(`Contact: the press office of the council. ${moved}`),
  )

const region = (): Locator => page.getByRole('region', { name: 'What changed' })
const place = (): Locator => page.locator('.redline--full .redline__at')
const here = (): Locator => region().locator('.redline__here')
const counts = (): Locator => page.locator('.redline--full').getByRole('group', { name: 'Walk only through' })

async function readChanges(headline: string): Promise<void> {
  await openStory(page, headline)
  if (!(await page.getByRole('radio', { name: 'Changes' }).isVisible())) await page.getByRole('radio', { name: 'Preview' }).click()
  await page.getByRole('radio', { name: 'Changes' }).click()
  await expect(page.locator('.redline--full .redline__total')).toBeVisible()
}

async function shot(name: string): Promise<void> {
  const folder = process.env['COPYDESK_SHOTS']
  if (folder === undefined) return
  await page.waitForTimeout(500)
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

test('a reviewer reads what changed, class by class and key by key', async () => {
  test.slow()
  const picture = async (name: string): Promise<string> => assetIn(page, { name, bytes: readFileSync(path.join('resources/sample/images', name)) })
  const [ferry, harbour] = [await picture('ferry.jpg'), await picture('harbour.jpg')]
  const id = await openStoryWith(page, { kind: 'announcement', headline: 'Harbours switch off engines', body: before(ferry), language: 'en' })
  await summaryBox(page).fill('Ten harbour cities will switch off the engines of ships at the quay.')
  await saved(page)
  await submit(page)
  await rewriteStory(page, id, after(harbour))
  await openStory(page, 'Harbours switch off engines')
  await summaryBox(page).fill('Ten harbour cities will switch off the engines of ships at the quay by 2030.')
  await saved(page)
  await readChanges('Harbours switch off engines')
  await shot('whole-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await shot('whole-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await region().evaluate((element) => element.closest('.redline--full')?.scrollTo(0, 700))
  await shot('whole-light-2')
  await region().evaluate((element) => element.closest('.redline--full')?.scrollTo(0, 1500))
  await shot('whole-light-3')
})
