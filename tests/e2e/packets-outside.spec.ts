import { expect, test, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { openPacketFile } from '../../src/main/packet/read-zip'
import { violations } from '../drive/accessibility'
import { createDesk } from '../drive/desk'
import { answerDialogs, openApp, root, sandboxArgs, temporaryFolder, withoutDevelopmentServer, type OpenedApp } from '../drive/open-app'
import { choosePacket, replyByPacket, sendPacket } from '../drive/packets'
import { approve, headlineBox, newStory, saved, showTab, storyBody, storyList, summaryBox, writeStory } from '../drive/stories'
import { runFromPalette } from '../drive/transfer'

let home: OpenedApp
let away: OpenedApp | undefined
let post: string
test.beforeEach(async () => {
  post = temporaryFolder('post')
  home = await openApp({ size: { width: 1440, height: 900 } })
  await createDesk(home, path.join(temporaryFolder('home'), 'desk'), 'Harbour Cities Council', 'Amina Okafor')
})
test.afterEach(async () => {
  await Promise.all([home.quit(), away?.quit()])
  away = undefined
})
const inPost = (name: string): string => path.join(post, name)

const shots = process.env['COPYDESK_SHOTS']
async function look({ page }: OpenedApp, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page), `${name}, ${colorScheme}`).toEqual([])
    if (shots !== undefined) await page.screenshot({ path: path.join(shots, `${name}-${colorScheme}.png`) })
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

/** Starts the app once more on the same computer, as a double click on a file does; answers how that ended. */
function doubleClick({ userData }: OpenedApp, ...named: string[]): Promise<number | null> {
  const electron: unknown = createRequire(import.meta.url)('electron')
  const started = spawn(String(electron), [...sandboxArgs, `--user-data-dir=${userData}`, root, ...named], { cwd: post, env: withoutDevelopmentServer(), stdio: 'ignore' })
  return new Promise((resolve) => started.once('exit', resolve))
}

/** What a page is called after Chromium has shown it as any browser would, and its link was followed. */
function titleOf({ app }: OpenedApp, file: string): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }, page) => {
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'a browser', sandbox: true } })
    await window.loadFile(page)
    await window.webContents.executeJavaScript('document.getElementById("link").click(), new Promise((shown) => setTimeout(shown, 300))')
    const title: unknown = await window.webContents.executeJavaScript('document.title')
    window.destroy()
    return String(title)
  }, file)
}

const forReview = ({ page }: OpenedApp) => page.getByRole('dialog', { name: 'For review, from Amina Okafor' })

test('a packet that is double-clicked is shown: in a new app once there is a desk, in a running one at once, and one after the other', async () => {
  test.slow()
  for (const [headline, file] of [['Night ferries', 'ferries.copydesk'], ['Tide tables', 'tides – für alle.copydesk']] as const) {
    await writeStory(home.page, headline, 'They run all night.')
    await sendPacket(home, inPost(file), { to: 'Tomás Ferreira' })
  }

  // Whoever has no Copydesk looks at the page in it. It runs nothing, even with a program in it.
  const packet = await openPacketFile(inPost('ferries.copydesk'))
  const html = Buffer.from(await packet.read('review.html')).toString()
  packet.close()
  const live = '<script>document.title = "ran"</script><img src="x" onerror="document.title = \'ran\'"><a id="link" href="javascript:void(document.title = \'ran\')">x</a>'
  writeFileSync(inPost('review.html'), html.replace('<main>', `<main>${live}`))
  writeFileSync(inPost('without.html'), `<title>For review</title>${live}`)
  expect([await titleOf(home, inPost('review.html')), await titleOf(home, inPost('without.html'))]).toEqual(['For review: Night ferries', 'ran'])

  // The first thing that somebody does with Copydesk.
  away = await openApp({ args: [inPost('ferries.copydesk')], size: { width: 1024, height: 700 } })
  await expect(away.page.getByRole('status')).toContainText('‘ferries.copydesk’ waits for a desk')
  await look(away, 'packet-waits')
  await createDesk(away, path.join(temporaryFolder('away'), 'desk'), 'Office of the Mayor', 'Tomás Ferreira')
  await expect(forReview(away)).toContainText('Night ferries')

  // While it is looked at another one comes, by its address and while the window is out of sight.
  await away.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  expect(await doubleClick(away, pathToFileURL(inPost('tides – für alle.copydesk')).href)).toBe(0)
  await expect.poll(() => away?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()))).toEqual([false])
  await expect(forReview(away)).toContainText('Night ferries')
  await expect(away.page.getByText('The packet is shown as soon as this dialog is closed.')).toBeVisible()
  await forReview(away).getByRole('button', { name: 'Trust and open' }).click()
  await expect(forReview(away)).toContainText('Tide tables')
  await forReview(away).getByRole('button', { name: 'Open', exact: true }).click()
  await expect(headlineBox(away.page)).toHaveValue('Tide tables')
  await expect(storyList(away.page).getByRole('option')).toHaveCount(2)

  // Relative to where it is, and two at once.
  expect(await doubleClick(away, 'ferries.copydesk', 'tides – für alle.copydesk')).toBe(0)
  await expect(forReview(away)).toContainText('Night ferries')
  await away.page.keyboard.press('Escape')
  await expect(forReview(away)).toContainText('Tide tables')
  await away.page.keyboard.press('Escape')
  await expect(forReview(away)).toBeHidden()

  // As macOS tells it.
  await away.app.evaluate(({ app }, file) => void app.emit('open-file', { preventDefault() {} }, file), inPost('ferries.copydesk'))
  await expect(forReview(away)).toContainText('This packet was opened here before.')
  await away.page.keyboard.press('Escape')
  await expect(forReview(away)).toBeHidden()

  // Something that has only the name of one.
  expect(await doubleClick(away, 'gone.copydesk')).toBe(0)
  await expect(away.page.getByRole('dialog', { name: 'The packet was not opened' })).toContainText('This file can’t be read. Check that it is still there')
})

/** Puts files of random bytes into the open story, made where they are needed. */
async function attach(page: Page, names: readonly string[], megabytes: number): Promise<void> {
  await storyBody(page).evaluate(
    (element, { names, megabytes }) => {
      const data = new DataTransfer()
      for (const name of names) {
        const bytes = new Uint8Array(megabytes * 1024 * 1024)
        for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
        bytes.set(new TextEncoder().encode('%PDF-1.7\n'))
        data.items.add(new File([bytes], name, { type: 'application/pdf' }))
      }
      const { left, top, width } = element.getBoundingClientRect()
      element.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, clientX: left + width / 2, clientY: top + 8 }))
    },
    { names, megabytes },
  )
}

/** The process of a job, as soon as there is one. */
async function processOf({ app }: OpenedApp, job: string): Promise<number> {
  const find = () => app.evaluate(({ app: running }, name) => running.getAppMetrics().find(({ name: own, serviceName }) => `${own ?? ''} ${serviceName ?? ''}`.includes(name))?.pid ?? 0, job)
  await expect.poll(find, { intervals: [10] }).toBeGreaterThan(0)
  return find()
}

const filesOf = (desk: string): string[] => readdirSync(path.join(desk, 'assets'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name)).map(({ name }) => name)

test('a packet with large files is stopped while it is written and while it is taken in, and leaves nothing behind; files that are there are not sent again', async () => {
  test.setTimeout(480_000)
  const { page } = home
  await newStory(page, 'Announcement', 'Three reports')
  await summaryBox(page).fill('What the harbour cities decided, and what changes for those who live and work there.')
  await storyBody(page).fill('All of them can be read here.')
  await attach(page, ['one.pdf', 'two.pdf', 'three.pdf'], 24)
  await expect(storyBody(page).getByText('three.pdf').first()).toBeVisible({ timeout: 60_000 })
  await saved(page)

  // Held still in the middle of writing, so that there is time to stop it.
  await answerDialogs(home.app, inPost('reports.copydesk'))
  await runFromPalette(page, 'Send for review as packet')
  const dialog = page.getByRole('dialog', { name: 'Send for review as packet' })
  await dialog.getByRole('textbox', { name: /^To/ }).fill('Tomás Ferreira')
  const write = dialog.getByRole('button', { name: /rite packet…$/ })
  for (const end of ['cancelled', 'killed'] as const) {
    await write.click()
    const pid = await processOf(home, 'packetWrite')
    await expect.poll(() => existsSync(inPost('reports.copydesk.part')), { intervals: [5], timeout: 90_000 }).toBe(true)
    process.kill(pid, end === 'killed' ? 'SIGKILL' : 'SIGSTOP')
    if (end === 'cancelled') {
      await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuemax', /^7[23]$/)
      await look(home, 'packet-writing')
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      process.kill(pid, 'SIGCONT')
      await expect(page.getByText('The packet was not written, and nothing was changed.')).toBeVisible()
    } else await expect(dialog).toContainText('The packet was not written: that stopped before it was done.')
    expect(readdirSync(post)).toEqual([])
    await expect(page.getByRole('main').getByText('Draft', { exact: true })).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await sendPacket(home, inPost('reports.copydesk'), { to: 'Tomás Ferreira' })
  expect(statSync(inPost('reports.copydesk')).size).toBeGreaterThan(72 * 1024 * 1024)
  await expect(page.getByRole('main').getByText('In review', { exact: true })).toBeVisible()

  away = await openApp({ size: { width: 1024, height: 700 } })
  const folder = path.join(temporaryFolder('away'), 'desk')
  await createDesk(away, folder, 'Office of the Mayor', 'Tomás Ferreira')
  for (const end of ['cancelled', 'killed'] as const) {
    const found = await choosePacket(away, inPost('reports.copydesk'))
    await found.getByRole('button', { name: 'Trust and open' }).click()
    const pid = await processOf(away, 'packetTake')
    await expect.poll(() => filesOf(folder).length, { intervals: [5], timeout: 90_000 }).toBeGreaterThan(0)
    process.kill(pid, end === 'killed' ? 'SIGKILL' : 'SIGSTOP')
    if (end === 'cancelled') {
      await look(away, 'packet-taking')
      await found.getByRole('button', { name: 'Cancel' }).click()
      process.kill(pid, 'SIGCONT')
      await expect(away.page.getByText('The packet was not opened. Nothing on the desk was changed.')).toBeVisible()
      await expect(found).toBeHidden()
    } else {
      await expect(away.page.getByRole('dialog', { name: 'The packet was not opened' })).toContainText('The packet was not taken in: that stopped before it was done.')
      await away.page.keyboard.press('Escape')
    }
    expect(filesOf(folder)).toEqual([])
    await expect(storyList(away.page).getByRole('option')).toHaveCount(0)
  }
  const found = await choosePacket(away, inPost('reports.copydesk'))
  await found.getByRole('button', { name: 'Trust and open' }).click()
  await expect(headlineBox(away.page)).toHaveValue('Three reports', { timeout: 60_000 })
  expect(filesOf(folder)).toHaveLength(3)

  // The answer says that the files are there; the next packet only names them.
  await approve(away.page)
  await replyByPacket(away, inPost('answer.copydesk'))
  await (await choosePacket(home, inPost('answer.copydesk'))).getByRole('button', { name: 'Trust and open' }).click()
  await expect(page.getByRole('main').getByText('Approved', { exact: true })).toBeVisible()
  await showTab(page, 'Review')
  await runFromPalette(page, 'Send for review as packet')
  await expect(dialog.getByRole('checkbox', { name: /^Send all files again/ })).toHaveAccessibleName(/Otherwise 3 files of it \(72 MB\), which are on the desk of Tomás Ferreira already, are left out/)
  await look(home, 'packet-files-there')
  await page.keyboard.press('Escape')
  await sendPacket(home, inPost('again.copydesk'))
  expect(statSync(inPost('again.copydesk')).size).toBeLessThan(1024 * 1024)
  const lean = await choosePacket(away, inPost('again.copydesk'))
  await expect(lean).toContainText('3 files, already on this desk')
  await lean.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(headlineBox(away.page)).toHaveValue('Three reports')
})
