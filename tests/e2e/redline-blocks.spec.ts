import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DocumentNode } from '../../src/shared/story/revision'
import { createDesk } from '../drive/desk'
import { openApp, resize, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { rewriteStory } from '../drive/rewrite-story'
import { openStory, saved, submit, summaryBox } from '../drive/stories'
import { assetIn, openStoryWith, storyWith } from '../drive/story-with'
import { violationsInBoth } from '../drive/writing'
import { everyBlock } from '../fixtures/every-block'

let opened: OpenedApp
let page: Page

test.beforeAll(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('redline'), 'desk'))
})
test.afterAll(() => opened.quit())

/** Every attribute of every block as somebody might change it; words stay. */
function changed(node: DocumentNode): DocumentNode {
  const content = node.content?.map(changed)
  const attrs = node.attrs && Object.fromEntries(Object.entries(node.attrs).map(([name, value]) => [name, other(node.type, name, value)]))
  return { ...node, ...(attrs && { attrs }), ...(content && { content }) }
}

function other(type: string, name: string, value: unknown): unknown {
  const words: Readonly<Record<string, string>> = { alt: ' with people', caption: ', in June', credit: ' and Ana Ruiz', label: ' now', title: ' today', attribution: ', speaking in Merrow', headline: ' at last', address: '?from=council' }
  if (name in words && typeof value === 'string') return value === '' && name !== 'title' ? value : `${value}${words[name]}`
  if (name === 'checked') return value !== true
  if (name === 'tone') return value === 'note' ? 'warning' : 'note'
  if (type === 'figure' && name === 'width') return 'half'
  if (name === 'colwidth' && Array.isArray(value)) return value.map((width: number) => width + 20)
  return value
}

test('the redline says in words what changed in every block, and everyone can read it', async () => {
  test.slow()
  const picture = async (name: string): Promise<string> => assetIn(page, { name, bytes: readFileSync(path.join('resources/sample/images', name)) })
  const pictures = [await picture('ferry.jpg'), await picture('harbour.jpg'), await picture('bridge.jpg')] as const
  const body = everyBlock({ pictures, file: pictures[0], story: '0b9f2a3c-5f0e-4a4e-9d0b-8f6f5b1f7a10' })
  const id = await openStoryWith(page, { kind: 'announcement', headline: 'Every block changes', body, language: 'en' })
  await summaryBox(page).fill('Ten harbour cities will switch off the engines of ships at the quay by 2031.')
  await saved(page)
  await submit(page)

  await rewriteStory(page, id, changed({ ...body, content: (body.content ?? []).filter(({ type }) => type !== 'horizontalRule') }))
  await openStory(page, 'Every block changes')
  await page.getByRole('radio', { name: 'Preview' }).click()
  await page.getByRole('radio', { name: 'Changes' }).click()

  const redline = page.getByRole('region', { name: 'What changed' })
  const said = (label: string) => redline.locator('.redline__value').filter({ has: page.getByText(label, { exact: true }) }).first()
  await expect(said('Alternative text').locator('ins')).toHaveText('with people')
  await expect(said('Width').locator('ins')).toHaveText('Half of the text')
  await expect(said('Sort of callout').locator('ins')).toHaveText('Warning')
  await expect(said('Title of the callout').locator('ins')).toHaveText('today')
  await expect(said('Task').locator('ins')).toHaveText('Not done')
  await expect(said('Caption of the table').locator('ins')).toHaveText(', in June')
  await expect(said('Widths of the columns').locator('ins')).toHaveText('260 px, 140 px, 140 px')
  await expect(said('Attribution').locator('ins')).toHaveText(', speaking in Merrow')
  await expect(redline.getByText('Rule deleted')).toBeVisible()
  // What is only seen by colour is heard, too.
  expect(await said('Task').locator('ins').evaluate((ins) => getComputedStyle(ins, '::before').content)).toBe('" [inserted: "')

  expect(await violationsInBoth(page)).toEqual([])
})

const text = (words: string, href?: string): DocumentNode => ({ type: 'text', text: words, ...(href !== undefined && { marks: [{ type: 'link', attrs: { href } }] }) })
const p = (...content: (string | DocumentNode)[]): DocumentNode => ({ type: 'paragraph', content: content.map((child) => (typeof child === 'string' ? text(child) : child)) })
const h = (words: string): DocumentNode => ({ type: 'heading', attrs: { level: 2 }, content: [text(words)] })
const note = (words: string): DocumentNode => ({ type: 'footnote', content: [text(words)] })
const items = (...lines: (string | DocumentNode[])[]): DocumentNode => ({ type: 'bulletList', content: lines.map((line) => ({ type: 'listItem', content: typeof line === 'string' ? [p(line)] : line })) })
const cell = (words: string, type = 'tableCell', attrs: Readonly<Record<string, unknown>> = {}): DocumentNode => ({ type, attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null, ...attrs }, content: [words === '' ? { type: 'paragraph' } : p(words)] })
const table = (...rows: DocumentNode[][]): DocumentNode => ({ type: 'table', attrs: { caption: 'Berths with power' }, content: rows.map((content) => ({ type: 'tableRow', content })) })
const cells = (...words: string[]): DocumentNode[] => words.map((one) => cell(one))
const picture = (asset: string, alt: string, caption = ''): DocumentNode => ({ type: 'figure', attrs: { asset, alt, caption, credit: '', decorative: false } })
const gallery = (...figures: DocumentNode[]): DocumentNode => ({ type: 'gallery', attrs: { caption: 'A day at the quay' }, content: figures })
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })

const sentence = (season: string): string => `The mayors will meet again in Lagoa Nova in the ${season} to see how far each of the harbours has come.`
const opening = 'Ten harbour cities will switch off the engines of ships at the quay by 2031, as they agreed in Port Merrow.'
const money = 'A fund of the council pays half of every cable, because small harbours could not build them alone.'

/** Pictures to look at, when somebody asks for them. */
async function look(name: string, at?: string): Promise<void> {
  const folder = process.env['COPYDESK_SHOTS']
  if (folder === undefined) return
  for (const size of [{ width: 1440, height: 900 }, { width: 1024, height: 700 }]) {
    await resize(opened.app, size)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      if (at !== undefined) await page.getByRole('region', { name: 'What changed' }).locator(at).first().evaluate((element) => element.scrollIntoView({ block: 'start' }))
      await page.waitForTimeout(400)
      await page.screenshot({ path: path.join(folder, `${name}-${size.width}-${colorScheme}.png`) })
    }
  }
  await resize(opened.app, { width: 1440, height: 900 })
}

test('what stands elsewhere, in tables, lists, galleries and notes, is told as moved, with what was edited on the way', async () => {
  test.slow()
  const file = async (name: string): Promise<string> => assetIn(page, { name, bytes: readFileSync(path.join('resources/sample/images', name)) })
  const [ferry, harbour, bridge] = [await file('ferry.jpg'), await file('harbour.jpg'), await file('bridge.jpg')]
  const plan = await storyWith(page, { kind: 'announcement', headline: 'The joint plan', body: doc(p('Words.')) })
  const fund = await storyWith(page, { kind: 'announcement', headline: 'A fund opens', body: doc(p('Words.')) })
  const before = doc(
    p(opening, ' ', sentence('spring')),
    h('Who pays'),
    p(money, note('Counted in March at ten harbours.')),
    p('Read ', text('the plan', `story:${plan}`), ' and ', text('who pays', '#who-pays'), ', or ', text('the council', 'https://council.example/plan'), '.'),
    items([p('Cables at every berth'), items('North quay', 'South quay')], 'Tariffs that reward clean ships', 'A fund for small harbours', 'A council of engineers'),
    table(cells('Harbour', '2025', '2031'), cells('Port Merrow', '12', '30'), cells('Lagoa Nova', '4', '18'), cells('Sundhavn', '9', '22'), cells('Total', '', '')),
    gallery(picture(ferry, 'Two ferries'), picture(harbour, 'The harbour'), picture(bridge, 'The bridge')),
    p('Contact: the press office of the council.'),
  )
  const after = doc(
    p(opening),
    h('Who pays'),
    p(money),
    p('Read ', text('the plan', `story:${fund}`), ' and ', text('who pays', 'https://council.example/who'), ', or ', text('the council', '#who-pays'), '.'),
    items('Tariffs that reward clean ships', 'A fund for small harbours', 'A council of engineers', [p('Cables at every berth'), items('North quay', 'South pier')]),
    table(
      ['Harbour', '2031', '2025'].map((words) => cell(words, 'tableHeader')),
      cells('Lagoa Nova', '18', '4'),
      cells('Sundhavn', '22', '9'),
      cells('Port Merrow', '31', '12'),
      [cell('Total', 'tableCell', { colspan: 3 })],
    ),
    gallery(picture(bridge, 'The bridge'), picture(ferry, 'Two ferries', 'At dawn'), picture(harbour, 'The harbour')),
    p('Contact: the press office of the council', note('Counted in April at ten harbours.'), '. ', sentence('autumn')),
  )
  const id = await openStoryWith(page, { kind: 'announcement', headline: 'Everything moves', body: before, language: 'en' })
  await summaryBox(page).fill('Ten harbour cities will switch off the engines of ships at the quay.')
  await saved(page)
  await submit(page)
  await rewriteStory(page, id, after)
  await openStory(page, 'Everything moves')
  await page.getByRole('radio', { name: 'Preview' }).click()
  await page.getByRole('radio', { name: 'Changes', exact: true }).click()
  const redline = page.getByRole('region', { name: 'What changed' })

  await test.step('words, with what was edited in them', async () => {
    await expect(redline.locator('ins.redline__moved').filter({ hasText: 'The mayors will meet again' })).toBeVisible()
    await expect(redline.locator('del:not(.redline__moved)').filter({ hasText: 'spring' })).toHaveText('spring')
    await expect(redline.locator('ins:not(.redline__moved)').filter({ hasText: 'autumn' })).toHaveText('autumn')
    await expect(redline.locator('.redline__footnote ins.redline__moved').last()).toContainText('at ten harbours')
  })

  await test.step('links by where they lead', async () => {
    await expect(redline.locator('.redline__led')).toHaveText(['the story ‘The joint plan’the story ‘A fund opens’', 'the heading ‘Who pays’https://council.example/who', 'https://council.example/planthe heading ‘Who pays’'])
  })

  await test.step('an item with its nested list', async () => {
    const moved = redline.locator('.redline__block--listed.redline__block--movedTo')
    await expect(moved).toHaveText(['Moved hereCables at every berth', 'North quay', 'South quaypier'])
  })

  await test.step('a row, a column, the heading row and a merged cell', async () => {
    await expect(redline.locator('.redline__label--line')).toHaveText(['Column moved here', 'Column moved away from here', 'Row moved away from here', 'Row moved here'])
    const said = redline.locator('.redline__value')
    await expect(said.filter({ hasText: 'Heading row' })).toHaveText('Heading rowNoYes')
    await expect(said.filter({ hasText: 'Not merged' })).toHaveText('CellNot mergedMerged over 3 columns')
    const row = redline.locator('.redline__row--movedTo')
    await expect(row).toContainText('Port Merrow')
    await expect(row.locator('del')).toHaveText('30')
    await row.getByRole('button', { name: 'Show where this was' }).click()
    await expect(redline.locator('.redline__row--movedFrom').getByRole('button', { name: 'Show where this is now' })).toBeFocused()
  })

  await test.step('the pictures of a gallery in another order, one with a caption', async () => {
    await expect(redline.locator('.redline__block--figure.redline__block--movedTo')).toHaveCount(1)
    await expect(redline.locator('.redline__value').filter({ hasText: 'At dawn' })).toHaveText('CaptionAt dawn')
  })

  await look('moved', '.redline__block')
  await look('moved-table', '.redline__table')
  await look('moved-gallery', '.redline__block--figure')
  expect(await violationsInBoth(page)).toEqual([])
})
