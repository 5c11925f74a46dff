import { listPackage } from '@electron/asar'
import { expect, test, type Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { z } from 'zod'
import { dropFiles } from '../drive/files'
import { root, temporaryFolder } from '../drive/open-app'
import { headlineBox, newStory, saved, storyBody, summaryBox } from '../drive/stories'
import { fillStory } from '../drive/writing'
import { archive, commandLine, executable, isPackaged, newHome, startInstalled, userData, type InstalledApp } from './installed-app'

test.skip(!isPackaged, `There is no packaged app at ${executable}: npm run package`)

const running = new Set<InstalledApp>()
test.afterEach(() => running.forEach((app) => app.kill()))

async function start(home: string, ...args: string[]): Promise<InstalledApp> {
  const app = await startInstalled(home, ...args)
  running.add(app)
  return app
}

async function end(app: InstalledApp): Promise<void> {
  expect(await app.close()).toBe(0)
  running.delete(app)
  expect(app.errors()).not.toMatch(/Error: |Cannot find|could not/)
}

/** The command line of the installed app, as a shell runs it. */
function copydesk(directory: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => execFile(commandLine, args, { cwd: directory, shell: process.platform === 'win32' }, (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out: out.trim(), err: err.trim() })))
}

/** One call of the contract between window and main. */
function ask(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(([call, given]) => {
    const bridge: unknown = Reflect.get(window, 'copydesk')
    const make: unknown = typeof bridge === 'object' && bridge !== null ? Reflect.get(bridge, 'call') : undefined
    return typeof make === 'function' ? make(call, given) : undefined
  }, [name, input] as const)
}

async function idOf(page: Page, headline: string): Promise<string> {
  const answer = await ask(page, 'story.list', { view: 'all', search: headline, kind: null, offset: 0, limit: 1 })
  return z.object({ value: z.object({ rows: z.tuple([z.object({ id: z.string() })]) }) }).parse(answer).value.rows[0].id
}

const deskOf = (home: string): string => path.join(userData(home), 'Sample desk')
const assetsOf = (home: string): Buffer[] => readdirSync(path.join(deskOf(home), 'assets'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name)).map((entry) => readFileSync(path.join(entry.parentPath, entry.name)))
const derivedOf = (home: string): string[] => {
  const folder = path.join(deskOf(home), 'assets', 'derived')
  return existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath }) => path.basename(parentPath)) : []
}

/** A photograph with the name of its camera in it: taken in, it must have lost that. */
const photograph = () =>
  sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#345d7e' } })
    .withExifMerge({ IFD0: { Make: 'Seaview', Model: 'Harbourmaster 3' } })
    .jpeg()
    .toBuffer()

test('the app that is installed has all that it needs: pictures, PDFs, dictionaries, processes, the command line, and packets from outside', async () => {
  expect(listPackage(archive, { isPack: false })).toContain(path.join(path.sep, 'resources', 'icons', 'icon.png'))
  const home = newHome()
  const app = await start(home)
  const { page } = app
  await page.getByRole('button', { name: 'Sample desk' }).click()
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible({ timeout: 60_000 })
  const before = assetsOf(home).length
  expect(before).toBeGreaterThan(3)

  // Small pictures are made of what is taken in, and a cover of a PDF.
  await newStory(page, 'Announcement', 'Night ferries')
  await summaryBox(page).fill('From June the ferries between the two banks run all night, says the council.')
  await storyBody(page).fill('They recieve thirty passengers.')
  await dropFiles(storyBody(page), [{ name: 'harbour.jpg', type: 'image/jpeg', bytes: await photograph() }])
  await expect(storyBody(page).locator('img').first()).toBeVisible()
  await dropFiles(storyBody(page), [{ name: 'report.pdf', type: 'application/pdf', bytes: Buffer.concat([readFileSync(path.join(root, 'resources/sample/files/welcoming-harbours-2026.pdf')), Buffer.from('% another copy\n')]) }])
  await expect.poll(() => assetsOf(home).length, { timeout: 30_000 }).toBe(before + 2)
  await saved(page)
  expect(assetsOf(home).filter((bytes) => bytes.includes('Harbourmaster 3'))).toEqual([])
  await expect.poll(() => new Set(derivedOf(home)).size, { timeout: 60_000 }).toBeGreaterThanOrEqual(before + 2)

  // Dictionaries, in a process of their own.
  await page.getByRole('group', { name: 'Details' }).getByLabel('Language').selectOption('en')
  await expect(page.locator('.story-text .proof--spelling')).toHaveText(['recieve'], { timeout: 30_000 })

  // Long texts are compared in another one: one more than before, and it answers.
  await page.keyboard.press('ControlOrMeta+End')
  await fillStory(page, '<p>The ferries run all night between the two banks of the river. </p>'.repeat(800))
  await saved(page)
  const helpers = app.helpers()
  const changes = await ask(page, 'story.redline', { id: await idOf(page, 'Night ferries'), from: 'none', to: 'current' })
  expect(changes).toMatchObject({ ok: true, value: { blocks: expect.arrayContaining([expect.objectContaining({ change: 'inserted' })]) } })
  expect(app.helpers()).toBe(helpers + 1)
  await end(app)

  // What was made is proved, and sent, by the same app without a window.
  const verified = await copydesk(deskOf(home), 'verify')
  expect(verified).toMatchObject({ code: 0, out: expect.stringMatching(/All is well\.$/) })
  const post = temporaryFolder('post')
  const packet = path.join(post, 'ferries.copydesk')
  const sent = await copydesk(post, 'packet', 'write', packet, '--as', 'Amina Okafor', '--story', 'night-ferries', '--to', 'Ines Duarte', '--keyring', path.join(userData(home), 'keyring.json'), '--desk', deskOf(home))
  expect(sent).toMatchObject({ code: 0, out: packet })

  // It is double-clicked on a computer on which Copydesk was never started.
  const elsewhere = newHome()
  const guest = await start(elsewhere, packet)
  await expect(guest.page.getByText('‘ferries.copydesk’')).toBeVisible()
  await guest.page.getByRole('button', { name: 'Sample desk' }).click()
  const dialog = guest.page.getByRole('dialog', { name: 'For review, from Amina Okafor' })
  await expect(dialog).toContainText('Night ferries', { timeout: 60_000 })
  await dialog.getByRole('button', { name: 'Trust and open' }).click()
  await expect(headlineBox(guest.page)).toHaveValue('Night ferries')
  await expect(storyBody(guest.page).locator('img').first()).toBeVisible()
  await end(guest)
})
