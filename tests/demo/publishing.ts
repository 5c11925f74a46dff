import { expect, type Locator, type Page } from '@playwright/test'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { RestEndpoint } from '../drive/rest-endpoint.ts'
import { openStory, showTab } from '../drive/stories.ts'
import type { WordPressSite } from '../drive/wordpress.ts'
import type { Steps } from './steps.ts'

const panel = (page: Page): Locator => page.getByRole('tabpanel', { name: 'Publish' })
const targetNamed = (page: Page, name: string): Locator => panel(page).getByRole('listitem', { name })
const delivered = /read back and compared/

const endpointName = 'Newsroom endpoint'
const siteName = 'Council site'

/** Publishes every approved story to the endpoint; in the middle of the last one the endpoint is killed, and started again. */
export async function publishThroughACrash(page: Page, endpoint: RestEndpoint, token: string, headlines: readonly string[], { step, picture }: Steps): Promise<void> {
  const last = headlines.at(-1)
  if (last === undefined) throw new Error('Nothing was approved')
  await step(`Publish ${headlines.length - 1} stories to a REST endpoint on this computer`, async () => {
    await endpoint.start()
    await addEndpoint(page, endpoint.address, token)
    for (const headline of headlines.slice(0, -1)) await publish(page, headline, endpointName)
    await picture(page, 'published')
  })
  await step('Kill the endpoint in the middle of one more delivery', async () => {
    await endpoint.kill()
    // It does the work and dies before it has said so: the worst moment.
    await endpoint.start({ slowMs: 1200 })
    const before = storiesOf(endpoint)
    await startPublishing(page, last, endpointName)
    await expect.poll(() => storiesOf(endpoint), { timeout: 30_000 }).toBe(before + 1)
    await endpoint.kill()
    await expect(targetNamed(page, endpointName)).toContainText(/Trying again/)
    await picture(page, 'endpoint-killed')
  })
  await step('Start it again, and see the delivery finish without a duplicate', async () => {
    await endpoint.start()
    // It tries again by itself; nobody has to press anything.
    await expect(targetNamed(page, endpointName)).toContainText(delivered, { timeout: 60_000 })
    if (storiesOf(endpoint) !== headlines.length) throw new Error(`The endpoint holds ${storiesOf(endpoint)} stories; ${headlines.length} were published.`)
    await targetNamed(page, endpointName).getByText('Receipt').click()
    await picture(page, 'receipt')
  })
}

/** Publishes every approved story to a real WordPress. */
export async function publishToWordPress(page: Page, { address, users }: WordPressSite, headlines: readonly string[], { step, picture }: Steps): Promise<void> {
  await step('Publish them to a real WordPress', async () => {
    await addTarget(page, 'WordPress', 'Add a WordPress site', async (dialog) => {
      await dialog.getByRole('textbox', { name: 'Name' }).fill(siteName)
      await dialog.getByRole('textbox', { name: 'Address' }).fill(address)
      await dialog.getByRole('textbox', { name: 'User' }).fill('editor')
      await dialog.getByLabel('Application password').fill(users.editor)
    })
    for (const headline of headlines) await publish(page, headline, siteName)
    await picture(page, 'wordpress')
  })
}

/** How many stories the endpoint holds, as files. */
function storiesOf({ folder }: RestEndpoint): number {
  const stories = path.join(folder, 'stories')
  return existsSync(stories) ? readdirSync(stories).filter((name) => name.endsWith('.json')).length : 0
}

async function addEndpoint(page: Page, address: string, token: string): Promise<void> {
  await addTarget(page, 'REST endpoint', 'Add a REST endpoint', async (dialog) => {
    await dialog.getByRole('textbox', { name: 'Name' }).fill(endpointName)
    await dialog.getByRole('textbox', { name: 'Address' }).fill(address)
    await dialog.getByLabel('Token').fill(token)
  })
}

async function addTarget(page: Page, type: string, title: string, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Targets' }).click()
  await settings.getByRole('button', { name: 'Add target' }).click()
  await page.getByRole('menuitem', { name: type }).click()
  const dialog = page.getByRole('dialog', { name: title })
  await fill(dialog)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function startPublishing(page: Page, headline: string, target: string): Promise<void> {
  await openStory(page, headline)
  await showTab(page, 'Publish')
  await targetNamed(page, target).getByRole('button', { name: `Publish to ${target}` }).click()
}

async function publish(page: Page, headline: string, target: string): Promise<void> {
  await startPublishing(page, headline, target)
  await expect(targetNamed(page, target)).toContainText(delivered, { timeout: 30_000 })
}
