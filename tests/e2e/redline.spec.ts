import { expect, test, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DocumentNode } from '../../src/shared/story/revision'
import { createDesk } from '../drive/desk'
import { longStory } from '../bench/sample-text'
import { openApp, resize, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { rewriteStory } from '../drive/rewrite-story'
import { openStory, saved, submit, summaryBox } from '../drive/stories'
import { assetIn, openStoryWith } from '../drive/story-with'
import { violationsInBoth } from '../drive/writing'
import { everyBlockInArabic } from '../fixtures/every-block'

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
    p('Ten harbour cities will switch off the engines of ships at the quay by 2030, they agreed in Port Sundhavn.'),
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

const redline = (): Locator => page.locator('.redline--full')
const region = (): Locator => page.getByRole('region', { name: 'What changed' })
const place = (): Locator => redline().getByRole('status')
/** What one has walked to, in all of its parts. */
const here = (): Locator => region().locator('.redline__here')
const counts = (): Locator => redline().getByRole('group', { name: 'Walk only through' })
const count = (name: string): Locator => counts().getByRole('button', { name })

/** A story that was submitted with one body and edited to another one since, with its changes on the page. */
async function submitted(headline: string, language: string, one: DocumentNode, other: DocumentNode): Promise<void> {
  const id = await openStoryWith(page, { kind: 'announcement', headline, body: one, language })
  await summaryBox(page).fill('Ten harbour cities will switch off the engines of ships at the quay.')
  await saved(page)
  await submit(page)
  await rewriteStory(page, id, other)
  await openStory(page, headline)
}

async function readChanges(): Promise<void> {
  await page.getByRole('radio', { name: 'Preview' }).click()
  await page.getByRole('radio', { name: 'Changes', exact: true }).click()
  await expect(redline().locator('.redline__total')).toBeVisible()
}

/** Pictures to look at, when somebody asks for them. */
async function look(name: string): Promise<void> {
  const folder = process.env['COPYDESK_SHOTS']
  if (folder === undefined) return
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(400)
    await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) })
  }
}

test('a reviewer reads what changed, class by class and key by key', async () => {
  test.slow()
  const picture = async (name: string): Promise<string> => assetIn(page, { name, bytes: readFileSync(path.join('resources/sample/images', name)) })
  const [ferry, harbour] = [await picture('ferry.jpg'), await picture('harbour.jpg')]
  await submitted('Harbours switch off engines', 'en', before(ferry), after(harbour))
  await summaryBox(page).fill('Ten harbour cities will switch off the engines of ships at the quay by 2030.')
  await saved(page)
  await readChanges()

  await test.step('how much changed, by class', async () => {
    await expect(redline().locator('.redline__total')).toHaveText('14 changes')
    await expect(counts().getByRole('button')).toHaveText(['4 numbers', '1 quotation', '1 name', '3 wordings', '1 image', '1 field', '2 moves', '1 format'])
  })

  await test.step('the words, with what they were', async () => {
    const paragraph = region().locator('.redline__block').filter({ hasText: 'they agreed in Port' })
    await expect(paragraph.locator('del')).toHaveText(['2031', 'Merrow'])
    await expect(paragraph.locator('ins')).toHaveText(['2030', 'Sundhavn'])
    await expect(region().getByTitle('bold added')).toHaveText('firm')
    // What is only seen by colour is heard, too, and is no part of the text that is copied.
    expect(await paragraph.locator('ins').first().evaluate((ins) => getComputedStyle(ins, '::before').content)).toBe('" [inserted: "')
    expect(await paragraph.evaluate((element) => {
      getSelection()?.selectAllChildren(element)
      const copied = getSelection()?.toString()
      getSelection()?.removeAllRanges()
      return copied
    })).toContain('quay by 20312030, they agreed')
  })

  await test.step('lists as they are numbered and nested', async () => {
    const markers = await region().locator('.redline__words[data-marker]').evaluateAll((items) => items.map((item) => `${item.closest<HTMLElement>('.redline__block')?.dataset['depth'] ?? '1'}: ${(item as HTMLElement).dataset['marker']} ${item.textContent}`))
    expect(markers).toEqual(['1: 3. Survey the grid', '1: 4. Agree on plugs', '1: 5. Lay the cables', '2: 1. North quay', '2: 2. South quay'])
  })

  await test.step('a table cell by cell', async () => {
    const rows = region().getByRole('row')
    await expect(rows).toHaveText(['HarbourColumn insertedCountry20252031', 'Port MerrowEland123031', 'Lagoa NovaValdoria418', 'Row deletedSundhavn922', 'Row insertedTidewickNorde210'])
    await expect(rows.nth(1).getByRole('cell').nth(3).locator('del')).toHaveText('30')
    await expect(region().locator('.redline__row--deleted')).toHaveText('Row deletedSundhavn922')
    await expect(region().locator('.redline__row--inserted')).toHaveText('Row insertedTidewickNorde210')
    await expect(region().locator('.redline__cell--inserted')).toHaveText(['Column insertedCountry', 'Eland', 'Valdoria', 'Row insertedTidewick', 'Norde', '2', '10'])
  })

  await test.step('the old and the new picture side by side', async () => {
    const figures = region().getByRole('figure')
    await expect(figures).toHaveText(['Before · ferry.jpg', 'Now · harbour.jpg'])
    for (const image of await figures.getByRole('img').all()) {
      await image.scrollIntoViewIfNeeded()
      await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
    }
  })

  await look('changes')

  await test.step('from change to change by key, and only through numbers', async () => {
    await page.keyboard.press('F8')
    await expect(place()).toHaveText('1 of 14')
    await expect(here()).toContainText('by 2030')
    await page.keyboard.press('F8')
    await expect(place()).toHaveText('2 of 14')
    // What replaces something is the same change as what went.
    await expect(here()).toHaveText(['2031', '2030'])
    await page.keyboard.press('Shift+F8')
    await page.keyboard.press('Shift+F8')
    await expect(place()).toHaveText('14 of 14')
    await expect(here().first()).toBeInViewport()

    await count('4 numbers').click()
    await page.keyboard.press('F8')
    await expect(place()).toHaveText('1 of 4')
    await expect(here()).toHaveText(['2031', '2030'])
    await page.keyboard.press('F8')
    await expect(here()).toHaveText(['30', '31'])
    await look('numbers')
    await count('Show all').click()
    await expect(count('4 numbers')).toHaveAttribute('aria-pressed', 'false')
    await region().focus()
    await page.keyboard.press('p')
    await expect(place()).toHaveText(/^\d+ of 14$/)
  })

  await test.step('from what moved to where it was, and back', async () => {
    const block = region().locator('.redline__block--movedTo').first()
    await expect(block).toContainText('Moved here')
    await block.getByRole('button', { name: 'Show where this was' }).click()
    await expect(region().locator('.redline__block--movedFrom').first().getByRole('button', { name: 'Show where this is now' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(block.getByRole('button', { name: 'Show where this was' })).toBeFocused()
    // A sentence that went to another paragraph.
    await expect(region().locator('del.redline__moved')).toContainText('The mayors will meet again')
    await expect(region().locator('ins.redline__moved')).toContainText('The mayors will meet again')
  })

  await test.step('only the changes, and what is between them on demand', async () => {
    await redline().getByRole('radio', { name: 'Only edits' }).click()
    const hidden = region().getByRole('button', { name: '1 block unchanged' })
    await expect(region().getByText('Survey the grid')).toBeHidden()
    await hidden.first().click()
    await expect(region().getByText('Survey the grid')).toBeVisible()
    await expect(region().getByText('1 row unchanged')).toBeHidden()
    await look('only')
    await redline().getByRole('radio', { name: 'Whole text' }).click()
  })

  expect(await violationsInBoth(page)).toEqual([])

  await test.step('beside the story, only what changed', async () => {
    await page.getByRole('radio', { name: 'Write' }).click()
    await page.getByRole('tab', { name: 'Review' }).click()
    const beside = page.getByRole('tabpanel', { name: 'Review' })
    await expect(beside.locator('.redline__read')).toContainText('2031')
    await beside.locator('.redline__bar').scrollIntoViewIfNeeded()
    await beside.locator('.redline__read').evaluate((element) => element.scrollIntoView({ block: 'start' }))
    await look('beside')
    await page.keyboard.press('F8')
    await expect(beside.locator('.redline').getByRole('status')).toHaveText('1 of 14')
    await page.getByRole('tab', { name: 'Details' }).click()
    // Where no changes are shown, the key leads to them.
    await page.keyboard.press('F8')
    await expect(redline()).toBeVisible()
  })

  await test.step('between any two versions', async () => {
    await redline().getByRole('combobox', { name: 'Since' }).selectOption('none')
    await expect(counts().getByRole('button', { name: /field/ })).toBeVisible()
    await expect(region().locator('del')).toHaveCount(0)
    await expect(region().getByRole('row').last()).toHaveText('TidewickNorde210')
    const older = await redline().getByRole('combobox', { name: 'Until' }).getByRole('option', { name: /^Submitted/ }).getAttribute('value')
    await redline().getByRole('combobox', { name: 'Until' }).selectOption(older)
    await expect(region().getByRole('row').last()).toHaveText('Sundhavn922')
    await expect(page.getByRole('button', { name: 'Compare the other way round' })).toHaveAttribute('aria-disabled', 'true')
    await redline().getByRole('combobox', { name: 'Since' }).selectOption(older)
    await expect(redline().getByText('Nothing changed.')).toBeVisible()
  })
})

test('an Arabic story is compared from the right, and fits a small window', async () => {
  test.slow()
  const body = everyBlockInArabic()
  const shorter = (node: DocumentNode): DocumentNode => (node.text === undefined ? { ...node, ...(node.content && { content: node.content.map(shorter) }) } : { ...node, text: node.text.replace('عشر', 'تسع').replace('كابلات', 'أسلاك') })
  const [first, ...rest] = body.content ?? []
  const others = rest.filter(({ type }) => type !== 'horizontalRule' && type !== 'gallery' && type !== 'figure' && type !== 'attachment')
  await submitted('عشرة موانئ تطفئ محركاتها', 'ar', doc(...(first ? [first] : []), ...others), shorter(doc(...others, ...(first ? [first] : []))))
  await resize(opened.app, { width: 1024, height: 700 })
  await readChanges()
  const block = region().locator('.redline__block--movedTo').first()
  expect(await block.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  await expect(count('1 move')).toBeVisible()
  // What is said in English, too, stands at the right: nothing is torn from what it is about.
  const label = region().locator('.redline__value > p, .redline__head').first()
  expect(await label.evaluate((element) => getComputedStyle(element).textAlign)).toBe('right')
  await look('arabic')
  const edges = await redline().evaluate((element) => ({ wide: element.scrollWidth, shown: element.clientWidth }))
  expect(edges.wide).toBeLessThanOrEqual(edges.shown)
  await resize(opened.app, { width: 1440, height: 900 })
})

test('a long text is compared beside the desk, and only what is in sight is drawn', async () => {
  test.slow()
  const body = longStory(20_000)
  let words = 0
  const edited = (node: DocumentNode): DocumentNode => (node.text === undefined ? { ...node, ...(node.content && { content: node.content.map(edited) }) } : { ...node, text: node.text.split(' ').map((word) => (words++ % 50 === 7 ? 'lighthouse' : word)).join(' ') })
  await submitted('A very long report', 'en', body, edited(body))
  await readChanges()
  await expect(redline().locator('.redline__total')).toHaveText(/^\d{3} changes$/)
  await page.keyboard.press('Shift+F8')
  await expect(here().last()).toBeInViewport()
  await expect(here().last()).toContainText('lighthouse')
})
