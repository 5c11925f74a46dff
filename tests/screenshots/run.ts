import type { Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { openApp, resize, root, temporaryFolder } from '../drive/open-app.ts'
import { openStory, showTab } from '../drive/stories.ts'

/** The pictures of the README: the sample desk as somebody sees it who opens Copydesk for the first time. */
const folder = path.join(root, 'docs/images')
mkdirSync(folder, { recursive: true })

const { page, app, quit } = await openApp({ userData: temporaryFolder('screenshots'), args: ['--sample'], size: { width: 1440, height: 900 } })

await look('light')
await openStory(page, 'Eleven harbour cities open first-contact desks for newcomers')
await showTab(page, 'Details')
await picture('story-light')

await look('dark')
await openStory(page, 'Twenty small ports to share advisers in a new partnership with the Lighthouse Network')
await showTab(page, 'Review')
await picture('review-dark')

await look('light')
await openStory(page, 'Welcoming Harbours 2026: our impact report')
await page.keyboard.press('ControlOrMeta+P')
await page.frameLocator('iframe').locator('h1').waitFor()
await picture('preview-light')

await look('dark')
await resize(app, { width: 1024, height: 700 })
await openStory(page, 'بيان رؤساء بلديات مدن الموانئ بمناسبة اليوم الدولي للمهاجرين')
await picture('right-to-left-dark')
await quit()

async function look(colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
}

async function picture(name: string): Promise<void> {
  await settled(page)
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
  console.log(`docs/images/${name}.png`)
}

/** Fonts and pictures are there, and lists have caught up. */
async function settled(shown: Page): Promise<void> {
  await shown.evaluate(() => document.fonts.ready.then(() => true))
  await shown.waitForTimeout(600)
}
