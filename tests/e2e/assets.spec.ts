import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { violations } from '../drive/accessibility.ts'
import { createDesk } from '../drive/desk.ts'
import { dropFiles, type TestFile } from '../drive/files.ts'
import { openApp, resize, root, temporaryFolder, type OpenedApp } from '../drive/open-app.ts'
import { headlineBox, newStory, saved, storyBody } from '../drive/stories.ts'
import { violationsInBoth } from '../drive/writing.ts'

let opened: OpenedApp
test.afterEach(() => opened.quit())

async function deskWithStory(headline = 'New berths for the ferries'): Promise<Page> {
  opened = await openApp({ size: { width: 1440, height: 900 } })
  await createDesk(opened, path.join(temporaryFolder('desk'), 'desk'))
  await newStory(opened.page, 'Announcement', headline)
  return opened.page
}

interface Shot {
  readonly width?: number
  readonly height?: number
  readonly hue?: number
  readonly orientation?: number
}

/** A photograph with the place where it was taken. */
async function photograph(name: string, { width = 900, height = 600, hue = 200, orientation = 1 }: Shot = {}): Promise<TestFile> {
  const sign = { create: { width: Math.round(width / 3), height: Math.round(height / 3), channels: 3, background: `hsl(${(hue + 40) % 360}, 70%, 70%)` } } as const
  const bytes = await sharp({ create: { width, height, channels: 3, background: `hsl(${hue % 360}, 45%, 42%)` } })
    .composite([{ input: sign, left: Math.round(width / 2), top: Math.round(height / 4) }])
    .withMetadata({ orientation })
    .withExifMerge({ IFD0: { Make: 'Seaview', Model: 'Harbourmaster 3' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer()
  return { name, type: 'image/jpeg', bytes }
}

const report = (): TestFile => ({ name: 'welcoming-harbours-2026.pdf', type: 'application/pdf', bytes: readFileSync(path.join(root, 'resources/sample/files/welcoming-harbours-2026.pdf')) })

/** The process that works on pictures, and the kilobytes that it has in memory. */
const pictureProcess = (): Promise<{ pid: number; memory: number }> =>
  opened.app.evaluate(({ app }) => {
    const found = app.getAppMetrics().find(({ name, serviceName }) => `${name ?? ''} ${serviceName ?? ''}`.includes('copydesk pictures'))
    return { pid: found?.pid ?? 0, memory: found?.memory.workingSetSize ?? 0 }
  })

const library = (page: Page) => page.getByRole('dialog', { name: 'Asset library' })
const tiles = (page: Page) => library(page).getByRole('listbox', { name: 'Files' }).getByRole('option')
const details = (page: Page) => library(page).getByRole('complementary', { name: 'Details of the file' })

async function openLibrary(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+L')
  await expect(library(page)).toBeVisible()
}

/** Adds files by dropping them on the library, and waits until their small pictures are there. */
async function addToLibrary(page: Page, files: readonly TestFile[]): Promise<void> {
  await dropFiles(library(page).getByRole('button', { name: 'Add files' }), files)
  await expect(library(page).getByText(/added\./)).toBeVisible()
  await expect(tiles(page).locator('img')).toHaveCount(files.length)
}

const address = (page: Page): Promise<string | null> => storyBody(page).locator('figure img').first().getAttribute('src')

test('a photograph that lies on its side stands upright in the story, and says no longer where it was taken', async () => {
  const page = await deskWithStory()
  await dropFiles(storyBody(page), [await photograph('quay.jpg', { width: 900, height: 600, orientation: 6 })])
  const image = storyBody(page).locator('figure img')
  await expect(image).toBeVisible()
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => [element.naturalWidth, element.naturalHeight])).toEqual([600, 900])
  await saved(page)
  const hash = (await address(page))?.split('/').at(-1)?.slice(0, 64) ?? ''
  const folder = await opened.page.evaluate(() => window.copydesk.call('app.info', undefined))
  const desk = String(Object(Object(Object(folder).value).desk).path)
  const kept = readFileSync(path.join(desk, 'assets', hash.slice(0, 2), hash))
  expect((await sharp(kept).metadata()).exif).toBeUndefined()
  expect(kept.toString('latin1')).not.toContain('Seaview')
})

test('the library finds, describes and inserts a file, and says which story has it', async () => {
  const page = await deskWithStory()
  await openLibrary(page)
  await addToLibrary(page, [await photograph('quay.jpg'), await photograph('market.jpg', { hue: 20 }), report()])

  await library(page).getByRole('searchbox', { name: 'Search files' }).fill('marke')
  await expect(tiles(page)).toHaveCount(1)
  await tiles(page).click()
  await expect(details(page).getByText('JPEG image')).toContainText('900 × 600 pixels')
  await details(page).getByRole('textbox', { name: 'Alternative text' }).fill('Stalls under striped roofs')
  await details(page).getByRole('textbox', { name: 'Credit' }).fill('Nadia Haddad')
  await details(page).getByRole('button', { name: 'Insert into the story' }).click()

  await expect(library(page)).toBeHidden()
  await expect(storyBody(page).getByRole('textbox', { name: 'Alternative text' })).toHaveValue('Stalls under striped roofs')
  await expect(storyBody(page).getByRole('textbox', { name: 'Credit' })).toHaveValue('Nadia Haddad')
  await saved(page)

  await openLibrary(page)
  await library(page).getByRole('searchbox', { name: 'Search files' }).fill('stripes haddad')
  await expect(library(page).getByText('No file fits')).toBeVisible()
  await library(page).getByRole('searchbox', { name: 'Search files' }).fill('striped haddad')
  await tiles(page).click()
  await expect(details(page).getByText('In one story')).toBeVisible()
  await expect(details(page).getByRole('button', { name: 'Remove…' })).toHaveAttribute('aria-disabled', 'true')
  await details(page).getByRole('button', { name: 'New berths for the ferries' }).click()
  await expect(library(page)).toBeHidden()
  await expect(headlineBox(page)).toHaveValue('New berths for the ferries')
})

test('words for a file are kept while one writes them: neither a quit nor a power cut in the middle loses them', async () => {
  const page = await deskWithStory()
  await openLibrary(page)
  await addToLibrary(page, [await photograph('quay.jpg')])
  await tiles(page).first().click()
  const alt = (on: Page) => details(on).getByRole('textbox', { name: 'Alternative text' })
  await alt(page).click()
  await page.keyboard.type('A quay')
  await opened.quit()

  opened = await openApp({ userData: opened.userData })
  await openLibrary(opened.page)
  await tiles(opened.page).first().click()
  await expect(alt(opened.page)).toHaveValue('A quay')
  await alt(opened.page).press('End')
  await opened.page.keyboard.type(' at dawn')
  await opened.page.waitForTimeout(1500)
  await expect(alt(opened.page)).toBeFocused()
  await opened.kill()

  opened = await openApp({ userData: opened.userData })
  await openLibrary(opened.page)
  await tiles(opened.page).first().click()
  await expect(alt(opened.page)).toHaveValue('A quay at dawn')
})

test('the library is used by keyboard, and narrowed by type and use', async () => {
  const page = await deskWithStory()
  await openLibrary(page)
  await addToLibrary(page, [await photograph('a.jpg', { hue: 10 }), await photograph('b.jpg', { hue: 90 }), report()])
  await library(page).getByRole('combobox', { name: 'Order' }).selectOption('By name')
  await expect(tiles(page).first()).toHaveAccessibleName(/^a\.jpg/)
  await library(page).getByRole('combobox', { name: 'Type' }).selectOption('PDFs')
  await expect(tiles(page)).toHaveCount(1)
  await tiles(page).click()
  await expect(details(page).getByText('PDF, 2 pages')).toBeVisible()
  await library(page).getByRole('combobox', { name: 'Type' }).selectOption('All types')
  await expect(tiles(page)).toHaveCount(3)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await library(page).getByRole('listbox', { name: 'Files' }).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(tiles(page).nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(library(page)).toBeHidden()
  await expect(storyBody(page).locator('figure img')).toHaveCount(1)
  await openLibrary(page)
  await library(page).getByRole('combobox', { name: 'Use' }).selectOption('Unused')
  await expect(tiles(page)).toHaveCount(2)
  await tiles(page).first().click()
  await details(page).getByRole('button', { name: 'Remove…' }).click()
  await page.getByRole('dialog', { name: 'Remove this file?' }).getByRole('button', { name: 'Remove' }).click()
  await expect(tiles(page)).toHaveCount(1)
})

test('a file is replaced everywhere: in the open story so that it can be undone, and in the others', async () => {
  const page = await deskWithStory('First story')
  await dropFiles(storyBody(page), [await photograph('quay.jpg')])
  await expect(storyBody(page).locator('figure img')).toBeVisible()
  await saved(page)
  const before = await address(page)
  await newStory(page, 'Announcement', 'Second story')
  await dropFiles(storyBody(page), [await photograph('quay.jpg')])
  await expect(storyBody(page).locator('figure img')).toHaveAttribute('src', before ?? '')
  await saved(page)
  await openLibrary(page)
  await tiles(page).first().click()
  await expect(details(page).getByText('In 2 stories')).toBeVisible()
  await dropFiles(library(page).getByRole('button', { name: 'Add files' }), [await photograph('quay-corrected.jpg', { hue: 120 })])
  await expect(tiles(page)).toHaveCount(2)
  await details(page).getByRole('button', { name: 'Replace everywhere…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Replace everywhere' })
  await expect(dialog.getByRole('region', { name: 'Stories that change' }).getByRole('listitem')).toHaveText(['Second story', 'First story'])
  await dialog.getByRole('radio', { name: /quay-corrected/ }).check()
  expect(await violationsInBoth(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Change 2 stories' }).click()
  await expect(page.getByText('2 stories were changed.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(library(page)).toBeHidden()

  await expect(storyBody(page).locator('figure img')).not.toHaveAttribute('src', before ?? '')
  await storyBody(page).click({ position: { x: 4, y: 4 } })
  await page.keyboard.press('ControlOrMeta+z')
  await expect(storyBody(page).locator('figure img')).toHaveAttribute('src', before ?? '')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(storyBody(page).locator('figure img')).not.toHaveAttribute('src', before ?? '')
})

test('a lead image is cut, turned, and its cut opens again on the original', async () => {
  const page = await deskWithStory()
  const field = page.getByRole('group', { name: /lead image|hero image/i })
  const chooser = page.waitForEvent('filechooser')
  await field.getByRole('button', { name: 'Add image' }).click()
  const shot = await photograph('quay.jpg', { width: 1200, height: 800 })
  await (await chooser).setFiles({ name: shot.name, mimeType: shot.type, buffer: shot.bytes })
  const image = field.locator('img')
  await expect(image).toBeVisible()
  const original = await image.getAttribute('src')

  await field.getByRole('button', { name: /^Crop/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Crop' })
  await dialog.getByRole('radio', { name: '1:1' }).click()
  await expect(dialog.getByRole('status')).toHaveText('800 × 800 pixels')
  expect(await violationsInBoth(page)).toEqual([])
  // A low window shows the whole picture, too.
  await resize(opened.app, { width: 1440, height: 700 })
  await expect.poll(() => page.evaluate(() => window.innerHeight)).toBe(700)
  await expect.poll(() => dialog.locator('.dialog__body').evaluate((body) => body.scrollHeight - body.clientHeight)).toBeLessThanOrEqual(0)
  // So narrow that the inspector no longer stands beside the story: the dialog that was opened from it stays.
  await resize(opened.app, { width: 1024, height: 700 })
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1024)
  await expect(dialog.getByRole('status')).toHaveText('800 × 800 pixels')
  await resize(opened.app, { width: 1440, height: 900 })
  await dialog.getByRole('button', { name: 'Turn right' }).click()
  await expect(dialog.getByRole('status')).toHaveText('800 × 800 pixels')
  await dialog.getByLabel(/^What is kept/).press('ArrowUp')
  await dialog.getByRole('button', { name: 'Crop', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(image).not.toHaveAttribute('src', original ?? '')
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => [element.naturalWidth, element.naturalHeight])).toEqual([800, 800])

  await field.getByRole('button', { name: /^Crop/ }).click()
  await expect(dialog.getByRole('status')).toHaveText('800 × 800 pixels')
  await dialog.getByRole('button', { name: 'Turn left' }).click()
  await expect(dialog.getByRole('status')).toHaveText('1,200 × 800 pixels')
  await dialog.getByRole('button', { name: 'Crop', exact: true }).click()
  await expect(image).toHaveAttribute('src', original ?? '')
})

test('two hundred pictures dropped at once: the window stays live, the damaged ones are named', async () => {
  test.setTimeout(420_000)
  const page = await deskWithStory()
  await openLibrary(page)
  const shots = await Promise.all(Array.from({ length: 198 }, (_, index) => photograph(`berth-${String(index).padStart(3, '0')}.jpg`, { width: 1600, height: 1067, hue: index * 7 })))
  const broken = shots.slice(0, 2).map(({ bytes, ...file }, index) => ({ ...file, name: `broken-${index}.jpg`, bytes: bytes.subarray(0, bytes.length / 2) }))
  await dropFiles(library(page).getByRole('button', { name: 'Add files' }), [...shots, ...broken])
  await expect(library(page).getByRole('progressbar', { name: /^Adding/ })).toBeVisible()
  await library(page).getByRole('searchbox', { name: 'Search files' }).pressSequentially('berth-1')
  await expect(library(page).getByText('198 files were added. 2 were not:')).toBeVisible({ timeout: 300_000 })
  // Pictures that are done with are given back: all of them at once would be some four gigabytes.
  const kept = await pictureProcess()
  expect(kept.memory).toBeLessThan(600_000)
  expect(opened.errors()).not.toContain('GLib-GObject')
  await expect(library(page).getByText('‘broken-0.jpg’ is damaged')).toBeVisible()
  await expect(library(page).getByText('‘broken-1.jpg’ is damaged')).toBeVisible()
  await expect(library(page).getByText('98 files', { exact: true })).toBeVisible()
})

test('adding many files is stopped: what was added stays', async () => {
  const page = await deskWithStory()
  const shots = await Promise.all(Array.from({ length: 60 }, (_, index) => photograph(`berth-${index}.jpg`, { width: 1600, height: 1067, hue: index * 7 })))
  await dropFiles(storyBody(page), shots)
  const adding = page.getByRole('group', { name: 'Adding files' })
  await expect(storyBody(page).locator('figure img').nth(1)).toBeAttached()
  await adding.getByRole('button', { name: 'Cancel' }).click()
  await expect(adding).toBeHidden()
  // The one that was under way when it was stopped is added, too.
  await expect(storyBody(page).locator('.held-place')).toHaveCount(0)
  const inStory = await storyBody(page).locator('figure').count()
  expect(inStory).toBeGreaterThan(0)
  expect(inStory).toBeLessThan(60)
  await saved(page)
  await openLibrary(page)
  await expect(tiles(page)).toHaveCount(inStory)
})

test('the process that works on pictures is killed: the file is named, and the next one is taken', async () => {
  const page = await deskWithStory()
  await openLibrary(page)
  await addToLibrary(page, [await photograph('first.jpg')])
  const { pid } = await pictureProcess()
  expect(pid).toBeGreaterThan(0)
  process.kill(pid, 'SIGKILL')
  await dropFiles(library(page).getByRole('button', { name: 'Add files' }), [await photograph('second.jpg', { hue: 60 })])
  await expect(tiles(page)).toHaveCount(2)
  await expect(tiles(page).locator('img')).toHaveCount(2)
})

test('every part of the library can be used by everyone, light and dark, wide and narrow', async () => {
  const page = await deskWithStory()
  await openLibrary(page)
  await expect(library(page).getByText('No files yet')).toBeVisible()
  expect(await violationsInBoth(page)).toEqual([])
  await addToLibrary(page, [await photograph('quay.jpg'), await photograph('market.jpg', { hue: 20, width: 600, height: 900 }), report()])
  await tiles(page).nth(1).click()
  for (const [width, height] of [[1440, 900], [1024, 700]] as const) {
    await opened.app.evaluate(({ BrowserWindow }, [wide, high]) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide ?? 0, high ?? 0), [width, height])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page)).toEqual([])
      await page.screenshot({ path: `out/test-results/library-${width}-${colorScheme}.png` })
    }
  }
})
