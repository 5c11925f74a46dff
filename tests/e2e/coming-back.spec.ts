import { expect, test, type Page } from '@playwright/test'
import * as Y from 'yjs'
import { mergeFromElsewhere } from '../drive/merge'
import { openApp, temporaryFolder, type OpenedApp } from '../drive/open-app'
import { runFromPalette } from '../drive/transfer'
import { headlineBox, newStory, nextFrame, pasteHtml, saved, showTab, storyBody, summaryBox } from '../drive/stories'

test('when the window’s process is killed in the middle of a word, the window comes back by itself, with the story, and asks nothing', async () => {
  const opened = await openApp({ args: ['--sample'] })
  const { app, page } = opened
  await countQuestions(opened)
  await newStory(page, 'Statement', 'A window that was killed')
  await storyBody(page).click()
  await page.keyboard.type('These words are on the disk. ')
  await saved(page)
  const unfinished = page.keyboard.type('These are on their way when it happens, and there are many of them.').catch(() => undefined)
  await expect(storyBody(page)).toContainText('on their way')
  const killed = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)
  process.kill(killed, 'SIGKILL')
  await unfinished

  // The page that drove it is gone with its process: what is there now is asked through the main process.
  await expect.poll(() => inWindow(opened, 'document.querySelector(".story-headline")?.value ?? ""')).toBe('A window that was killed')
  await expect.poll(() => inWindow(opened, 'document.querySelector(".story-text")?.textContent ?? ""')).toContain('These words are on the disk. ')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())).not.toBe(killed)

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.focus())
  await inWindow(opened, 'document.querySelector(".story-text").focus()')
  await expect.poll(() => inWindow(opened, 'document.activeElement === document.querySelector(".story-text")')).toBe(true)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.insertText('Written on.'))
  await expect.poll(() => inWindow(opened, 'document.querySelector(".story-text")?.textContent ?? ""')).toContain('Written on.')
  await expect.poll(() => inWindow(opened, 'document.querySelector("[data-testid=save-state]")?.textContent ?? ""')).toMatch(/^Saved/)
  expect(await questions(opened)).toBe(0)
  await opened.quit()

  const again = await openApp({ userData: opened.userData })
  await expect(storyBody(again.page)).toContainText('These words are on the disk.')
  await expect(storyBody(again.page)).toContainText('Written on.')
  await again.quit()
})

test('undo takes back one’s own words in text and fields, and leaves what others wrote meanwhile', async () => {
  const opened = await openApp({ args: ['--sample'] })
  const { page } = opened
  const headline = 'Two people write this'
  await newStory(page, 'Announcement', headline)
  const [body, summary] = [storyBody(page), summaryBox(page)]
  await body.click()
  await page.keyboard.type('Mine in the text.')
  await summary.click()
  await page.keyboard.type('Mine in the summary.')
  await saved(page)
  await mergeFromElsewhere(opened, headline, (doc) => {
    const paragraph = doc.getXmlFragment('body').get(0)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
    if (!(text instanceof Y.XmlText)) throw new Error('The text does not begin with a paragraph of words')
    text.insert(0, 'Theirs first. ')
    doc.getText('text:summary').insert(0, 'Theirs: ')
    doc.getText('text:headline').insert(headline.length, ', at once')
  })
  await expect(body).toHaveText('Theirs first. Mine in the text.')
  await expect(summary).toHaveValue('Theirs: Mine in the summary.')
  await expect(headlineBox(page)).toHaveValue(`${headline}, at once`)

  await page.keyboard.press('ControlOrMeta+z')
  await expect(summary).toHaveValue('Theirs: ')
  await expect(body).toHaveText('Theirs first. Mine in the text.')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(body).toHaveText('Theirs first.')
  // There is nothing more of one's own: the rest is theirs.
  for (let time = 0; time < 3; time++) await page.keyboard.press('ControlOrMeta+z')
  await expect(body).toHaveText('Theirs first.')
  await expect(summary).toHaveValue('Theirs: ')
  await expect(headlineBox(page)).toHaveValue(`${headline}, at once`)

  await page.keyboard.press('ControlOrMeta+Shift+z')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(body).toHaveText('Theirs first. Mine in the text.')
  await expect(summary).toHaveValue('Theirs: Mine in the summary.')
  await saved(page)
  await opened.quit()

  const again = await openApp({ userData: opened.userData })
  await expect(storyBody(again.page)).toHaveText('Theirs first. Mine in the text.')
  await again.quit()
})

test('what comes within the frame of a letter finds it told: undo, a merge and the next paragraph', async () => {
  const opened = await openApp({ args: ['--sample'] })
  const { page } = opened
  const headline = 'Written in a hurry'
  await newStory(page, 'Announcement', headline)
  const body = storyBody(page)
  await body.click()
  await page.keyboard.type('Before')
  // In one task: a letter, and at once another key.
  const letterThen = (key: string, ctrl: boolean) =>
    page.evaluate(
      async ({ key, ctrl }) => {
        document.execCommand('insertText', false, 'x')
        // The editor has read the letter; its frame is still to come.
        await Promise.resolve()
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: ctrl, bubbles: true, cancelable: true }))
      },
      { key, ctrl },
    )
  // The letter belongs to the paragraph that is left, so undo takes back the new one alone, and then, with the letter, the words.
  await letterThen('Enter', false)
  await expect(body.locator('p')).toHaveText(['Beforex', ''])
  await page.keyboard.press('ControlOrMeta+z')
  await expect(body.locator('p')).toHaveText(['Beforex'])
  await page.keyboard.press('Enter')
  await letterThen('z', true)
  await expect(body.locator('p')).toHaveText(['Beforex'])
  await page.evaluate(() => document.execCommand('insertText', false, 'y'))
  await mergeFromElsewhere(opened, headline, (doc) => doc.getText('text:summary').insert(0, 'Theirs'))
  await expect(body.locator('p')).toHaveText(['Beforexy'])
  await saved(page)
  await opened.quit()

  const again = await openApp({ userData: opened.userData })
  await expect(storyBody(again.page).locator('p')).toHaveText(['Beforexy'])
  await again.quit()
})

test('a key means the cursor that is on the screen, also before the browser has told of it', async () => {
  const { page, quit } = await openApp({ args: ['--sample'] })
  await newStory(page, 'Announcement', 'Two keys at once')
  const body = storyBody(page)
  await body.click()
  await page.keyboard.type('Night ferries')
  // In one task, as on a busy computer: the browser moves the cursor, and the next key is there.
  const moveThen = (alter: 'move' | 'extend', by: 'lineboundary' | 'word', key: string, ctrl: boolean) =>
    page.evaluate(
      ({ alter, by, key, ctrl }) => {
        getSelection()?.modify(alter, 'backward', by)
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: ctrl, bubbles: true, cancelable: true }))
      },
      { alter, by, key, ctrl },
    )
  await moveThen('extend', 'word', 'b', true)
  await expect(body.locator('strong')).toHaveText('ferries')
  await moveThen('move', 'lineboundary', 'Enter', false)
  await expect(body.locator('p')).toHaveText(['', 'Night ferries'])
  await quit()
})

test('the next start shows the story where it was left: place, cursor and panes', async () => {
  const userData = temporaryFolder('left')
  const opened = await openApp({ userData, args: ['--sample'] })
  const { page } = opened
  await newStory(page, 'Announcement', 'A long story that is left')
  await storyBody(page).click()
  await pasteHtml(page, Array.from({ length: 120 }, (_, index) => `<p>Paragraph ${index + 1}. ${'The mayors of nine harbour cities agreed. '.repeat(1 + (index % 7))}</p>`).join(''))
  const left = storyBody(page).getByText('Paragraph 71.')
  await left.click()
  await page.keyboard.press('End')
  await saved(page)
  await showTab(page, 'History')
  await runFromPalette(page, 'Show or hide the sidebar')
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden()
  await expect(left).toBeInViewport()
  const distance = await distanceFromTop(opened, 'Paragraph 71.')
  await opened.quit()

  const again = await openApp({ userData })
  await expect(headlineBox(again.page)).toHaveValue('A long story that is left')
  await expect(again.page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true')
  await expect(again.page.getByRole('navigation', { name: 'Views' })).toBeHidden()
  await expect(storyBody(again.page).getByText('Paragraph 71.')).toBeInViewport()
  await expect.poll(() => distanceFromTop(again, 'Paragraph 71.')).toBeCloseTo(distance, -1)
  await storyBody(again.page).focus()
  await nextFrame(again.page)
  await expect.poll(() => cursorStandsIn(again)).toContain('Paragraph 71.')
  await again.page.keyboard.type('Written on.')
  await expect(storyBody(again.page).locator('p').filter({ hasText: 'Paragraph 71.' })).toContainText('Written on.')
  await again.quit()
})

test('words that wait in a box are in it again after a quit, and after the app was killed', async () => {
  const first = await openApp({ args: ['--sample'] })
  const topics = (page: Page) => page.getByRole('combobox', { name: 'Topics' })
  await newStory(first.page, 'Announcement', 'Half a word')
  await showTab(first.page, 'Details')
  await topics(first.page).pressSequentially('night fer')
  // The window loses the focus, as before a quit, or while something is looked up elsewhere: the browser tells the box, which still has it.
  await first.page.evaluate(() => document.activeElement?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
  await expect(topics(first.page)).toHaveValue('night fer')
  await first.quit()

  const second = await openApp({ userData: first.userData })
  await expect(topics(second.page)).toHaveValue('night fer')
  await topics(second.page).press('End')
  await topics(second.page).pressSequentially('ries')
  // No longer than somebody needs to look up; the browser by itself writes after five seconds.
  await second.page.waitForTimeout(1500)
  await second.kill()

  const third = await openApp({ userData: first.userData })
  await expect(topics(third.page)).toHaveValue('night ferries')
  await topics(third.page).press('Enter')
  await expect(topics(third.page)).toHaveValue('')
  await saved(third.page)
  await third.quit()

  const last = await openApp({ userData: first.userData })
  await expect(last.page.getByRole('button', { name: 'Remove night ferries' })).toBeVisible()
  await expect(topics(last.page)).toHaveValue('')
  await last.quit()
})

test('in a long story, what is far off is found, jumped to and written in as what is near', async () => {
  const opened = await openApp({ args: ['--sample'] })
  const { page } = opened
  await newStory(page, 'Announcement', 'A very long story')
  const body = storyBody(page)
  await body.click()
  await pasteHtml(page, Array.from({ length: 300 }, (_, index) => `<p>Paragraph ${index + 1}. ${'The mayors of nine harbour cities agreed. '.repeat(1 + (index % 9))}</p>`).join(''))
  await page.keyboard.press('ControlOrMeta+Home')
  await nextFrame(page)
  await page.keyboard.type('Start. ')
  await expect(body.locator('p').first()).toBeInViewport()
  await page.keyboard.press('ControlOrMeta+End')
  await nextFrame(page)
  await expect(body.locator('p').last()).toBeInViewport()
  await page.keyboard.type('The end.')
  await expect(body.locator('p').last()).toContainText('The end.')
  // Page after page upwards, what one looks at stays: each page begins above the one before.
  let before = Infinity
  for (let time = 0; time < 8; time++) {
    await page.keyboard.press('PageUp')
    await nextFrame(page)
    const first = await firstInSight(opened)
    expect(first).toBeLessThan(before)
    before = first
  }
  expect(before).toBeGreaterThan(100)
  await opened.quit()
})

/** How far below the upper edge of the page of text a paragraph begins. */
async function distanceFromTop({ page }: OpenedApp, words: string): Promise<number> {
  return storyBody(page)
    .locator('p')
    .filter({ hasText: words })
    .evaluate((element) => element.getBoundingClientRect().top - (element.closest('.story-editor__scroll')?.getBoundingClientRect().top ?? 0))
}

async function cursorStandsIn({ page }: OpenedApp): Promise<string> {
  return page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('p')?.textContent ?? '')
}

/** The number of the first paragraph that is in sight. */
async function firstInSight({ page }: OpenedApp): Promise<number> {
  return storyBody(page).evaluate((text) => {
    const top = text.closest('.story-editor__scroll')?.getBoundingClientRect().top ?? 0
    return [...text.children].findIndex((block) => block.getBoundingClientRect().bottom > top)
  })
}

async function inWindow({ app }: OpenedApp, script: string): Promise<unknown> {
  return app.evaluate(({ BrowserWindow }, script) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script).catch(() => undefined), script)
}

/** From now on, questions to the person are counted instead of asked. */
async function countQuestions({ app }: OpenedApp): Promise<void> {
  await app.evaluate(({ dialog }) => {
    Reflect.set(globalThis, 'questions', 0)
    dialog.showMessageBox = () => {
      Reflect.set(globalThis, 'questions', Number(Reflect.get(globalThis, 'questions')) + 1)
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
  })
}

const questions = ({ app }: OpenedApp): Promise<number> => app.evaluate(() => Number(Reflect.get(globalThis, 'questions')))
