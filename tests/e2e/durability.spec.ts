import { expect, test } from '@playwright/test'
import { answerDialogs, openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { createDesk } from '../drive/desk'
import { headlineBox, newStory, saved, saveState, storyBody } from '../drive/stories'
import path from 'node:path'

const headline = 'A story that outlives its writer’s computer'
const rounds = 50

test('killed fifty times while someone types, the app has lost no word that it called saved', async () => {
  // A minute and a half on two cores that have nothing else to do.
  test.setTimeout(600_000)
  const userData = temporaryFolder('killed')
  const desk = path.join(temporaryFolder('killed-desk'), 'desk')
  let opened = await openApp({ userData })
  await createDesk(opened, desk)
  await newStory(opened.page, 'Announcement', headline)
  await saved(opened.page)
  const acknowledged: string[] = []

  for (let round = 0; round < rounds; round++) {
    acknowledged.push(...(await typeUntilKilled(opened, round)))
    opened = await openApp({ userData })
    // The story that was last looked at comes back by itself.
    await expect(headlineBox(opened.page)).toHaveValue(headline)
    const text = await storyBody(opened.page).innerText()
    const lost = acknowledged.filter((word) => !text.includes(word))
    expect(lost, `lost in round ${round + 1}`).toEqual([])
  }
  await opened.quit()
  expect(acknowledged.length).toBeGreaterThan(rounds)
})

/** Types numbered words for a random while, kills the app in the middle, and answers the words that were called saved. */
async function typeUntilKilled(opened: OpenedApp, round: number): Promise<string[]> {
  const { page } = opened
  await storyBody(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  const words = Array.from({ length: 2 + (round % 3) }, (_, index) => `r${round}w${index}x`)
  for (const word of words) await page.keyboard.type(`${word} `)
  await saved(page)
  // From here on nothing is promised: these letters are on their way to the disk when the power goes.
  const unfinished = page.keyboard.type(`unsaved${round} and more words after it `).catch(() => undefined)
  await page.waitForTimeout(Math.random() * 150).catch(() => undefined)
  await opened.kill()
  await unfinished
  return words
}

test('what was typed is saved within 300 ms', async () => {
  const opened = await openApp({ args: ['--sample'] })
  const { page } = opened
  await newStory(page, 'Announcement', 'Saved soon')
  await storyBody(page).click()
  await saved(page)
  const taken: number[] = []
  for (let index = 0; index < 20; index++) {
    taken.push(
      await page.evaluate(async () => {
        const start = performance.now()
        const state = document.querySelector('[data-testid="save-state"]')
        if (!state) throw new Error('There is no save state')
        const settled = new Promise<void>((resolve) => {
          const watcher = new MutationObserver(() => {
            if (!state.textContent?.startsWith('Saved')) return
            watcher.disconnect()
            resolve()
          })
          watcher.observe(state, { subtree: true, childList: true, characterData: true })
        })
        document.execCommand('insertText', false, 'word ')
        await settled
        return performance.now() - start
      }),
    )
    await page.waitForTimeout(60)
  }
  const median = taken.sort((a, b) => a - b)[10] ?? Infinity
  expect(median).toBeLessThan(300)
  await opened.quit()
})

test('words that can’t be stored are said to be, are kept, and are stored as soon as they can be', async () => {
  const opened = await openApp({ args: ['--sample'] })
  const { page } = opened
  await newStory(page, 'Announcement', 'A full disk')
  await storyBody(page).click()
  await saved(page)
  await refuseUpdates(opened, true)
  await page.keyboard.type('Kept in the window')
  await expect(saveState(page)).toHaveText('Not saved: The disk is full.')
  await page.keyboard.type(' and typed on')
  await expect(storyBody(page)).toHaveText('Kept in the window and typed on')
  await refuseUpdates(opened, false)
  await saved(page)
  await opened.quit()
  const again = await openApp({ userData: opened.userData })
  await expect(storyBody(again.page)).toHaveText('Kept in the window and typed on')
  await again.quit()
})

/** Makes the main process answer each update with an error, as on a full disk, or as usual again. */
async function refuseUpdates({ app }: OpenedApp, refuse: boolean): Promise<void> {
  await app.evaluate(({ ipcMain }, refuse) => {
    type Handler = (event: unknown, name: string, input: unknown) => unknown
    // Electron has no public way to the handler that is there already.
    const handlers: Map<string, Handler> = Reflect.get(ipcMain, '_invokeHandlers')
    const usual: Handler | undefined = Reflect.get(globalThis, 'usualCall') ?? handlers.get('call')
    if (usual === undefined) throw new Error('Nothing answers calls')
    Reflect.set(globalThis, 'usualCall', usual)
    const full = { ok: false, error: { code: 'disk-full', message: 'The disk is full.' } }
    handlers.set('call', refuse ? (event, name, input) => (name === 'story.append' ? full : usual(event, name, input)) : usual)
  }, refuse)
}

test('quitting with words just typed asks nothing and loses nothing', async () => {
  const userData = temporaryFolder('quit')
  const opened = await openApp({ userData, args: ['--sample'] })
  await newStory(opened.page, 'Statement', 'Quit in the middle of a word')
  await storyBody(opened.page).click()
  await opened.page.keyboard.type('The last word is kept')
  await opened.quit()

  const again = await openApp({ userData })
  await expect(headlineBox(again.page)).toHaveValue('Quit in the middle of a word')
  await expect(storyBody(again.page)).toContainText('The last word is kept')
  await again.quit()
})

test('a second app on the same desk is told who has it', async () => {
  const folder = path.join(temporaryFolder('shared-desk'), 'desk')
  const first = await openApp()
  await createDesk(first, folder)
  const second = await openApp()
  await answerDialogs(second.app, folder)
  await second.page.getByRole('button', { name: 'Open desk' }).click()
  await expect(second.page.getByRole('alert')).toContainText(/open in another|is open/i)
  await second.quit()
  await first.quit()
})
