import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DocumentNode } from '../../src/shared/story/revision'
import { createDesk } from '../drive/desk'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { rewriteStory } from '../drive/rewrite-story'
import { openStory, saved, submit, summaryBox } from '../drive/stories'
import { assetIn, openStoryWith } from '../drive/story-with'
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
