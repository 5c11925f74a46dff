import { expect, test, type Page } from '@playwright/test'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createDesk } from '../drive/desk'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { restEndpoint, type RestEndpoint } from '../drive/rest-endpoint'
import { approve, showTab, submit, writeStory } from '../drive/stories'
import { violationsInBoth } from '../drive/writing'

const token = 'a-token-for-this-test'
let opened: OpenedApp
let page: Page
let endpoint: RestEndpoint

test.beforeEach(async () => {
  opened = await openApp()
  page = opened.page
  await createDesk(opened, path.join(temporaryFolder('publish'), 'desk'))
  endpoint = await restEndpoint(temporaryFolder('endpoint'), token)
})
test.afterEach(async () => {
  await opened.quit()
  await endpoint.kill()
})

const panel = () => page.getByRole('tabpanel', { name: 'Publish' })
const target = () => panel().getByRole('listitem', { name: 'Newsroom' })

/** Adds the endpoint as a target, from the empty Publish tab. */
async function addTarget(): Promise<void> {
  await showTab(page, 'Publish')
  await panel().getByRole('button', { name: 'Add a target…' }).click()
  await page.getByRole('button', { name: 'Add target' }).click()
  await page.getByRole('menuitem', { name: 'REST endpoint' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a REST endpoint' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Newsroom')
  await dialog.getByRole('textbox', { name: 'Address' }).fill(endpoint.address)
  await dialog.getByLabel('Token').fill(token)
  await expect(dialog).toContainText(/keychain/)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
}

async function closeSettings(): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** The stories that the endpoint holds, as files. */
function received(): string[] {
  const folder = path.join(endpoint.folder, 'stories')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
}

async function publishedOnce(): Promise<void> {
  await expect(target()).toContainText('read back and compared', { timeout: 30_000 })
  expect(received()).toHaveLength(1)
  await showTab(page, 'History')
  await expect(page.getByRole('tabpanel', { name: 'History' }).getByText('published it to Newsroom')).toHaveCount(1)
}

test('a target says whether it can be reached, and an approved story is published with a receipt', async () => {
  await endpoint.start()
  await writeStory(page, 'A pier for pilots', 'The pier opens to pilots on Friday.')
  await addTarget()
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByRole('region', { name: 'Targets' }).getByRole('status')).toContainText(/\S/)
  await closeSettings()

  await expect(target().getByRole('button', { name: 'Publish to Newsroom' })).toHaveAttribute('aria-disabled', 'true')
  await expect(panel()).toContainText('Nothing of this story has been approved yet.')
  await submit(page)
  await approve(page)
  await target().getByRole('button', { name: 'Publish to Newsroom' }).click()
  await expect(target()).toContainText('read back and compared')
  await expect(target()).toContainText('Live since')
  await expect(page.getByRole('main').getByText('Published', { exact: true })).toBeVisible()
  await target().getByText('Receipt').click()
  await expect(target().getByText('SHA-256')).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])
  expect(received()).toHaveLength(1)
})

test('a target that moves to another server asks for the token of that server', async () => {
  await endpoint.start()
  await writeStory(page, 'A quay for kayaks', 'The quay opens to kayaks in May.')
  await addTarget()
  await page.getByRole('button', { name: 'Change…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change ‘Newsroom’' })
  await dialog.getByRole('textbox', { name: 'Address' }).fill(`${endpoint.address}news/`)
  await expect(dialog.getByLabel('Token')).toHaveAttribute('placeholder', 'Unchanged')
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://elsewhere.example/')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('This is another server: enter the token for it.')
  expect(await violationsInBoth(page)).toEqual([])
  await dialog.getByLabel('Token').fill('of the other server')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()

  // Removed, it is gone from the settings and from the story.
  await page.getByRole('button', { name: 'Remove…' }).click()
  const removing = page.getByRole('dialog', { name: 'Remove ‘Newsroom’?' })
  await expect(removing).toContainText('The desk forgets its address and its token. What was published there stays there')
  expect(await violationsInBoth(page)).toEqual([])
  await removing.getByRole('button', { name: 'Remove target' }).click()
  await expect(removing).toBeHidden()
  await closeSettings()
  await expect(target()).toHaveCount(0)
})

test('an endpoint that dies in the middle gets the story when it is back, once', async () => {
  await endpoint.start()
  await writeStory(page, 'Storm barrier closes', 'The barrier closes at noon.')
  await addTarget()
  await closeSettings()
  await submit(page)
  await approve(page)
  // It does the work, and dies before it says so.
  await endpoint.kill()
  await endpoint.start({ slowMs: 2500 })
  await target().getByRole('button', { name: 'Publish to Newsroom' }).click()
  await expect(target().getByRole('progressbar')).toBeVisible()
  await expect.poll(() => received().length).toBe(1)
  await endpoint.kill()
  await expect(target()).toContainText(/Trying again/)
  expect(await violationsInBoth(page)).toEqual([])

  await endpoint.start()
  await publishedOnce()
})

test('a delivery that was under way when the app was killed is finished when it is opened again, once', async () => {
  await endpoint.start({ slowMs: 1500 })
  await writeStory(page, 'Cranes at rest', 'The cranes rest on Sundays.')
  await addTarget()
  await closeSettings()
  await submit(page)
  await approve(page)
  await target().getByRole('button', { name: 'Publish to Newsroom' }).click()
  await expect(target().getByRole('progressbar')).toBeVisible()
  await expect.poll(() => received().length).toBe(1)
  await opened.kill()

  opened = await openApp({ userData: opened.userData })
  page = opened.page
  await showTab(page, 'Publish')
  // Without a keychain the token was known only until the app ended.
  if (await target().getByText('not known on this computer').isVisible()) await enterTokenAgain()
  await publishedOnce()
})

async function enterTokenAgain(): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,')
  await page.getByRole('dialog').getByText('Targets', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Change…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change ‘Newsroom’' })
  await dialog.getByLabel('Token').fill(token)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await closeSettings()
  const again = target().getByRole('button', { name: /^Try (now|again)$/ })
  if (await again.isVisible()) await again.click()
}

test('what somebody changed there is not overwritten without being asked', async () => {
  await endpoint.start()
  await writeStory(page, 'Lock keepers honoured', 'Three lock keepers were honoured.')
  await addTarget()
  await closeSettings()
  await submit(page)
  await approve(page)
  await target().getByRole('button', { name: 'Publish to Newsroom' }).click()
  await expect(target()).toContainText('read back and compared')

  const file = path.join(endpoint.folder, 'stories', received()[0] ?? '')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Three lock keepers', 'Four lock keepers'))
  await target().getByRole('button', { name: 'Publish again to Newsroom' }).click()
  await expect(target()).toContainText(/hanged there/)
  expect(await violationsInBoth(page)).toEqual([])
  expect(readFileSync(file, 'utf8')).toContain('Four lock keepers')

  await target().getByRole('button', { name: 'Overwrite there' }).click()
  await expect(target()).toContainText('read back and compared')
  expect(readFileSync(file, 'utf8')).toContain('Three lock keepers')
})
