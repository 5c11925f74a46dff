import { expect, test, type Page } from '@playwright/test'
import path from 'node:path'
import { createDesk } from '../drive/desk'
import { setClock, workInSittings } from '../drive/long-history'
import { addMember } from '../drive/members'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { addWords, openStory, showTab, storyBody, writeStory } from '../drive/stories'
import { undo, violationsInBoth } from '../drive/writing'

const headline = 'Nine port cities agree on night ferries'
const sittings = 500
const day = 86_400_000

test.describe.configure({ timeout: 240_000 })

let opened: OpenedApp
let page: Page

test.beforeEach(async () => {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  page = opened.page
})
test.afterEach(() => opened.quit())

const history = () => page.getByRole('tabpanel', { name: 'History' })
const versions = () => history().locator('[data-version]')
const older = () => history().getByRole('button', { name: /^Show (older versions|1 older version)/ })

test('a story of five hundred sittings: the first rows at once, the others as one scrolls or goes by key, and what is far down can be compared, named and brought back', async () => {
  const now = Date.now()
  await setClock(opened, now - 60 * day)
  const folder = path.join(temporaryFolder('long-history'), 'desk')
  await createDesk(opened, folder, 'Harbour Cities Council', 'Amina Okafor')
  await addMember(page, 'Tomás Ferreira', ['Writer', 'Reviewer'])
  await writeStory(page, headline, 'Nine port cities agreed on Monday to let their ferries run through the night.')
  await workInSittings(opened, headline, sittings, now - day)
  await setClock(opened, now)
  // The page has an older text: it was not told of what it seemed to write itself.
  await page.reload()

  await openStory(page, headline)
  await showTab(page, 'History')
  // The page that is shown first is a small part of all, and days stand above it.
  await expect(versions().first()).toBeVisible()
  expect(await versions().count()).toBeLessThan(200)
  await expect(history().getByRole('heading', { level: 3 }).first()).toHaveText('Yesterday')
  await expect(older()).toContainText(/\(\d+\)/)

  // Scrolling to the end shows more, without a press.
  const before = await versions().count()
  await history().evaluate((panel) => panel.scrollTo(0, panel.scrollHeight))
  await expect.poll(() => versions().count()).toBeGreaterThan(before)

  // By key: a leap, then to the oldest of all, from which the arrow leads nowhere.
  await versions().first().focus()
  await page.keyboard.press('PageDown')
  await expect(versions().nth(10)).toBeFocused()
  await page.keyboard.press('End')
  // What was there before the first sitting is a version, too; the last sitting goes on.
  await expect(versions()).toHaveCount(sittings)
  await expect(versions().last()).toBeFocused()
  await expect(versions().last()).toBeInViewport()
  await expect(older()).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(versions().last()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(versions().nth(sittings - 2)).toBeFocused()

  // The window stays live: one writes beside the whole list, and every row knows it.
  await addWords(page, ' And one more.')
  await expect(storyBody(page)).toContainText('And one more.')
  await expect(history().getByRole('region', { name: 'Being written' })).toContainText('+3 words')
  await expect(versions()).toHaveCount(sittings + 1)

  // From far down: compared with another one near it, named, and brought back.
  const far = versions().nth(sittings - 1)
  await far.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Name this version…' }).click()
  await page.getByRole('dialog', { name: 'Name the version' }).getByRole('textbox', { name: 'Name' }).fill('After the first sitting')
  await page.keyboard.press('Enter')
  await expect(far).toContainText('After the first sitting')
  await far.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Compare with another version…' }).click()
  await versions().nth(sittings - 3).click()
  const changed = page.getByRole('region', { name: 'What changed' })
  await expect(changed.locator('ins')).toHaveText(/Sitting 002 wrote this\. Sitting 003 wrote this\./)
  await expect(changed).not.toContainText('Sitting 004')
  await far.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Bring this version back' }).click()
  await expect(storyBody(page)).toHaveText('Nine port cities agreed on Monday to let their ferries run through the night. Sitting 001 wrote this.')
  await expect(page.getByText('‘After the first sitting’ is back.')).toBeVisible()
  await expect(versions()).toHaveCount(sittings + 2)
  await storyBody(page).click()
  await undo(page)
  await expect(storyBody(page)).toContainText('And one more.')

  await versions().first().focus()
  await page.keyboard.press('Home')
  await expect(versions().first()).toBeInViewport()
  expect(await violationsInBoth(page)).toEqual([])
})
