import { test, type Page } from '@playwright/test'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openApp, resize, root, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { openStory, showTab, storyList } from '../drive/stories'
import { assetIn, openStoryWith } from '../drive/story-with'
import { everyBlock, everyBlockInArabic, type EveryBlockParts } from '../fixtures/every-block'

/** The pictures of the README: the sample desk as somebody sees it who opens Copydesk for the first time. */
const folder = path.join(root, 'docs/images')
mkdirSync(folder, { recursive: true })

let opened: OpenedApp
test.beforeEach(async () => {
  opened = await openApp({ userData: temporaryFolder('screenshots'), args: ['--sample'], size: { width: 1440, height: 900 } })
  await storyList(opened.page).getByRole('option').first().waitFor()
})
test.afterEach(() => opened.quit())

test('the sample desk', async () => {
  const { page, app } = opened
  await look(page, 'light')
  await openStory(page, 'Eleven harbour cities open first-contact desks for newcomers')
  await showTab(page, 'Details')
  await picture(page, 'story-light')

  await look(page, 'dark')
  await openStory(page, 'Twenty small ports to share advisers in a new partnership with the Lighthouse Network')
  await showTab(page, 'Review')
  await picture(page, 'review-dark')

  await look(page, 'light')
  await openStory(page, 'Welcoming Harbours 2026: our impact report')
  await page.keyboard.press('ControlOrMeta+P')
  await page.frameLocator('iframe').locator('h1').waitFor()
  await picture(page, 'preview-light')

  await look(page, 'dark')
  await resize(app, { width: 1024, height: 700 })
  await openStory(page, 'بيان رؤساء بلديات مدن الموانئ بمناسبة اليوم الدولي للمهاجرين')
  await picture(page, 'right-to-left-dark')
})

test('the editor with every block, from top to bottom', async () => {
  const { page } = opened
  const parts = await filesFor(page)
  await look(page, 'light')
  await openStoryWith(page, { kind: 'announcement', headline: 'Ten harbours switch off their engines', body: everyBlock(parts), language: 'en' })
  await wholeText(opened, 'every-block-light')
  await look(page, 'dark')
  await wholeText(opened, 'every-block-dark')
  await look(page, 'light')
  await openStoryWith(page, { kind: 'announcement', headline: 'عشرة موانئ تطفئ محركاتها', body: everyBlockInArabic(parts), language: 'ar' })
  await wholeText(opened, 'every-block-right-to-left')
})

/** Real files of the desk for the pictures, the galleries and the download of the sample text. */
async function filesFor(page: Page): Promise<EveryBlockParts> {
  const file = (name: string) => ({ name, bytes: readFileSync(path.join(root, 'tests/fixtures/news-page/news_files', name)) })
  const [dawn, ferry, lectern, report] = [await assetIn(page, file('harbour-dawn.jpg')), await assetIn(page, file('ferry-tour.jpg')), await assetIn(page, file('lectern.jpg')), await assetIn(page, file('welcoming-harbours-2026.pdf'))]
  const stories = await page.evaluate(async () => await window.copydesk.call('story.list', { view: 'all', search: 'harbour', kind: null, offset: 0, limit: 1 }))
  const { value } = stories as { readonly value: { readonly rows: readonly { readonly id: string }[] } }
  return { pictures: [dawn, ferry, lectern], file: report, story: value.rows[0]?.id ?? '' }
}

/** The text in a window that is as tall as it, without what stands beside it. */
async function wholeText({ page, app }: OpenedApp, name: string): Promise<void> {
  await resize(app, { width: 1440, height: 900 })
  await settled(page)
  const pageOfText = page.locator('.story-editor__scroll')
  const height = await pageOfText.evaluate((element) => element.scrollHeight)
  await resize(app, { width: 1440, height: height + 140 })
  await settled(page)
  // The room below a text grows with the window: there is always something to scroll, and nothing that is worth a bar.
  await pageOfText.evaluate((element) => element.style.setProperty('overflow', 'hidden'))
  await pageOfText.screenshot({ path: path.join(folder, `${name}.png`) })
  await pageOfText.evaluate((element) => element.style.removeProperty('overflow'))
}

async function look(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
}

async function picture(page: Page, name: string): Promise<void> {
  await settled(page)
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

/** Fonts and pictures are there, and lists have caught up. */
async function settled(shown: Page): Promise<void> {
  await shown.evaluate(() => document.fonts.ready.then(() => true))
  await shown.waitForTimeout(800)
}
