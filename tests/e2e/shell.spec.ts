import { expect, test, type Page } from '@playwright/test'
import { violations } from '../drive/accessibility'
import { actAs, addMember } from '../drive/members'
import { deskOpened, openApp, resize, temporaryFolder } from '../drive/open-app'
import { headlineBox, listed, newStory, saved, saveState, showView, storyBody, storyList } from '../drive/stories'
import { runFromPalette } from '../drive/transfer'
import { violationsInBoth } from '../drive/writing'

const paneWidth = async (page: Page, pane: string): Promise<number> => Number(await page.getByRole('separator', { name: `Width of the ${pane}` }).getAttribute('aria-valuenow'))
const viewButton = (page: Page, name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: new RegExp(`^${name}\\b`) })

test('the whole window can be used with the keyboard alone', async () => {
  const { page, quit } = await openApp()
  // As the app decides, not as Playwright would have it.
  await page.emulateMedia({ colorScheme: null })
  await expect(page.getByRole('button', { name: 'New desk' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'New desk' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Sample desk' })).toBeFocused()
  await page.keyboard.press('Enter')
  await deskOpened(page)

  // Into the list, and through it.
  await page.keyboard.press('ControlOrMeta+6')
  await expect(viewButton(page, 'All')).toHaveAttribute('aria-current', 'page')
  await listed(page)
  const search = page.getByRole('searchbox', { name: 'Search stories' })
  await page.keyboard.press('ControlOrMeta+Shift+F')
  await expect(search).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(storyList(page)).toBeFocused()
  const options = storyList(page).getByRole('option')
  const selected = storyList(page).getByRole('option', { selected: true })
  await page.keyboard.press('ArrowDown')
  await expect(selected).toHaveAttribute('aria-posinset', '1')
  await page.keyboard.press('ArrowDown')
  await expect(selected).toHaveAttribute('aria-posinset', '2')
  await page.keyboard.press('End')
  const total = (await options.first().getAttribute('aria-setsize')) ?? ''
  await expect(selected).toHaveAttribute('aria-posinset', total)
  await page.keyboard.press('Home')
  await expect(selected).toHaveAttribute('aria-posinset', '1')
  await page.keyboard.press('Enter')
  await expect(headlineBox(page)).toBeFocused()

  // From the story to the next one, whatever has the focus.
  const before = await headlineBox(page).inputValue()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(headlineBox(page)).not.toHaveValue(before)

  // The palette: a command, a story, another member.
  await page.keyboard.press('ControlOrMeta+Shift+P')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('dark appear')
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)

  await page.keyboard.press('ControlOrMeta+Shift+P')
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(before.slice(0, 18))
  await expect(palette.getByRole('option').filter({ hasText: before })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()

  await page.keyboard.press('ControlOrMeta+/')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await quit()
})

test('keys that come before the stories of another view go through those, not through the ones that are still shown', async () => {
  const { page, quit } = await openApp({ args: ['--sample'] })
  await showView(page, 'All')
  await storyList(page).focus()
  await page.keyboard.press('End')
  const selected = storyList(page).getByRole('option', { selected: true })
  await expect(selected).toHaveAttribute('aria-posinset', (await selected.getAttribute('aria-setsize')) ?? '')
  const last = await headlineBox(page).inputValue()
  // Quicker than any answer can be.
  await page.evaluate(() => {
    const button = [...document.querySelectorAll<HTMLElement>('nav button')].find(({ textContent }) => textContent.startsWith('Approved'))
    const list = document.querySelector('[role="listbox"]')
    button?.click()
    for (const key of ['Home', 'ArrowDown']) list?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
  await listed(page)
  await expect(page.getByRole('region', { name: 'Stories: Approved' })).toBeVisible()
  await expect(selected).toHaveAttribute('aria-posinset', '2')
  await expect(headlineBox(page)).not.toHaveValue(last)
  await expect(selected).toContainText(await headlineBox(page).inputValue())
  await quit()
})

test('what is closed with Escape gives the focus back to where it was', async () => {
  const { page, quit } = await openApp({ args: ['--sample'] })
  const newStoryButton = page.getByRole('button', { name: 'New story' }).first()
  await newStoryButton.press('Enter')
  await expect(page.getByRole('dialog', { name: 'New story' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(newStoryButton).toBeFocused()

  // Chosen in a menu that has gone since: back to what opened the menu.
  const acting = page.getByRole('button', { name: /^Acting as/ })
  await acting.press('Enter')
  await page.getByRole('menuitem', { name: 'Add a member…' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(acting).toBeFocused()

  await newStory(page, 'Announcement', 'Tide tables for the new year')
  await storyBody(page).click()
  for (const keys of ['ControlOrMeta+Shift+P', 'ControlOrMeta+,', 'ControlOrMeta+/', 'ControlOrMeta+Enter', 'ControlOrMeta+Alt+M']) {
    await page.keyboard.press(keys)
    await expect(storyBody(page)).not.toBeFocused()
    await page.keyboard.press('Escape')
    await expect(storyBody(page), keys).toBeFocused()
  }
  await quit()
})

test('another member acts after the switch, and sees their own drafts', async () => {
  const { page, quit } = await openApp({ args: ['--sample'] })
  await addMember(page, 'Tomás Ferreira', ['Writer', 'Reviewer'])
  await newStory(page, 'Announcement', 'A draft of the first member')
  await actAs(page, 'Tomás Ferreira')
  await showView(page, 'My drafts')
  await expect(page.getByText('No drafts of yours')).toBeVisible()
  await quit()
})

test('what the list shows is narrowed by view, kind and search, and says so when nothing is left', async () => {
  const { page, quit } = await openApp({ args: ['--sample'] })
  await showView(page, 'All')
  const options = storyList(page).getByRole('option')
  await expect(options.first()).toBeVisible()
  const all = Number(await options.first().getAttribute('aria-setsize'))
  await page.getByRole('button', { name: 'Kind: all kinds' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Press releases' }).click()
  await expect(page.getByRole('button', { name: 'Kind: Press release' })).toBeVisible()
  await expect.poll(async () => Number(await options.first().getAttribute('aria-setsize'))).toBeLessThan(all)
  for (const option of await options.all()) await expect(option).toContainText('Press release')
  await page.getByRole('searchbox', { name: 'Search stories' }).fill('no story has these words')
  await expect(page.getByText('No story matches')).toBeVisible()
  await page.getByRole('button', { name: 'Show all of this view' }).click()
  await expect(options.first()).toHaveAttribute('aria-setsize', String(all))
  await quit()
})

test('a story that changes moves in the list without taking the selection or the place of the list with it', async () => {
  const { page, quit } = await openApp({ args: ['--sample'] })
  await newStory(page, 'Statement', 'Ferry timetable for the winter')
  await newStory(page, 'Statement', 'Ferry timetable for the summer')
  await storyList(page).getByRole('option').filter({ hasText: 'for the winter' }).click()
  await expect(headlineBox(page)).toHaveValue('Ferry timetable for the winter')
  await headlineBox(page).fill('Ferry timetable for the winter and spring')
  await saved(page)
  const selected = storyList(page).getByRole('option', { selected: true })
  await expect(selected).toContainText('winter and spring')
  await expect(headlineBox(page)).toBeFocused()
  await quit()
})

test('a story that was just made is seen in the list, however far down one was', async () => {
  const { page, quit } = await openApp({ args: ['--sample'] })
  await expect(storyList(page).getByRole('option').first()).toBeVisible()
  await page.evaluate(async () => {
    for (let number = 1; number <= 140; number++) await window.copydesk.call('story.create', { kind: 'announcement', headline: `Berth ${number}` })
  })
  await expect(storyList(page).getByRole('option', { name: 'Berth 140' })).toBeVisible()
  await storyList(page).press('End')
  await expect(storyList(page).getByRole('option', { name: 'Berth 140' })).toBeHidden()
  await newStory(page, 'Announcement', 'The berth that was forgotten')
  await expect(storyList(page).getByRole('option', { name: 'The berth that was forgotten', selected: true })).toBeInViewport()
  await quit()
})

test('widths, panes, view and story are as they were after a restart', async () => {
  const userData = temporaryFolder('remembered')
  const first = await openApp({ userData, args: ['--sample'] })
  await first.page.getByRole('separator', { name: 'Width of the list' }).focus()
  const before = await paneWidth(first.page, 'list')
  await first.page.keyboard.press('ArrowRight')
  await expect.poll(() => paneWidth(first.page, 'list')).toBe(before + 16)
  await newStory(first.page, 'Readout', 'What the mayors agreed on')
  await saved(first.page)
  await showView(first.page, 'My drafts')
  await first.page.getByRole('button', { name: 'Hide the inspector' }).click()
  await expect(first.page.getByRole('tab', { name: 'Details' })).toBeHidden()
  await first.page.getByRole('button', { name: 'Hide the sidebar' }).click()
  await expect(first.page.getByRole('navigation', { name: 'Views' })).toBeHidden()
  await first.quit()

  const again = await openApp({ userData })
  await expect(headlineBox(again.page)).toHaveValue('What the mayors agreed on')
  await expect(again.page.getByRole('heading', { name: 'My drafts' })).toBeVisible()
  await expect.poll(() => paneWidth(again.page, 'list')).toBe(before + 16)
  await expect(again.page.getByRole('tab', { name: 'Details' })).toBeHidden()
  await expect(again.page.getByRole('navigation', { name: 'Views' })).toBeHidden()
  await again.page.keyboard.press('ControlOrMeta+Alt+S')
  await expect(again.page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await again.quit()
})

test('in a narrow window the inspector lies over the story, and goes away again', async () => {
  const { app, page, quit } = await openApp({ args: ['--sample'] })
  await newStory(page, 'Announcement', 'A narrow window')
  await resize(app, { width: 1024, height: 700 })
  const details = page.getByRole('tab', { name: 'Details' })
  await expect(details).toBeHidden()
  await page.getByRole('button', { name: 'Show the inspector' }).click()
  await expect(details).toBeVisible()
  await page.getByRole('button', { name: 'Hide the inspector' }).click()
  await expect(details).toBeHidden()
  await quit()
})

test('the native menu runs the same commands as the palette', async () => {
  const { app, page, quit } = await openApp({ args: ['--sample'] })
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File')
    file?.submenu?.items.find(({ label }) => label === 'New story…')?.click()
  })
  await expect(page.getByRole('dialog', { name: 'New story' })).toBeVisible()
  await quit()
})

test('the rules of sign-off can be read by all and changed by an admin', async () => {
  const { page, quit } = await openApp({ args: ['--sample'] })
  await addMember(page, 'Ingrid Solberg', ['Writer'])
  await runFromPalette(page, 'Settings')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Sign-off' }).click()
  const approvals = settings.getByRole('spinbutton', { name: 'Approvals that a story needs' })
  await approvals.fill('2')
  await settings.getByRole('button', { name: 'Save rules' }).click()
  await expect(settings.getByText('The rules of sign-off were saved and signed.')).toBeVisible()
  await page.keyboard.press('Escape')
  await actAs(page, 'Ingrid Solberg')
  await runFromPalette(page, 'Settings')
  await settings.getByRole('button', { name: 'Sign-off' }).click()
  await expect(approvals).toHaveValue('2')
  await expect(approvals).toBeDisabled()
  await quit()
})

test('a desk that is as it should be is said to be, part by part', async () => {
  const { page, quit } = await openApp({ args: ['--sample'] })
  await runFromPalette(page, 'Verify desk')
  const dialog = page.getByRole('dialog', { name: 'Verify desk' })
  await expect(dialog.getByText('Everything is as it should be.')).toBeVisible({ timeout: 30_000 })
  await expect(dialog.getByText(/\d+ checked/).first()).toBeVisible()
  await quit()
})

test('a part of the window that fails says that nothing is lost, leaves the others alone, and comes back after a reload', async () => {
  const { page, quit } = await openApp({ args: ['--sample'] })
  await newStory(page, 'Announcement', 'Kept through a defect')
  await saved(page)
  // Without this, the sidebar can't draw a member's initials: a defect that no code expects.
  await page.evaluate(() => Reflect.set(String.prototype, 'toLocaleUpperCase', undefined))
  await page.keyboard.press('ControlOrMeta+Alt+S')
  await page.keyboard.press('ControlOrMeta+Alt+S')
  const broken = page.getByRole('alert').filter({ hasText: 'The sidebar stopped working' })
  await expect(broken).toContainText('Nothing that was saved is lost.')
  await broken.getByText('Details for a bug report').click()
  expect(await violationsInBoth(page)).toEqual([])
  await expect(headlineBox(page)).toHaveValue('Kept through a defect')
  await broken.getByRole('button', { name: 'Reload the window' }).click()
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await expect(headlineBox(page)).toHaveValue('Kept through a defect')
  await quit()
})

test('a window whose last words could not be saved stays open unless its person gives them up', async () => {
  const { app, page, quit } = await openApp({ args: ['--sample'] })
  await newStory(page, 'Announcement', 'Written on a full disk')
  await saved(page)
  await app.evaluate(({ dialog, ipcMain }) => {
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers')
    if (!(handlers instanceof Map)) throw new Error('Electron keeps its handlers elsewhere now')
    const answer = handlers.get('call')
    const full = { ok: false, error: { code: 'disk-full', message: 'The disk is full.' } }
    handlers.set('call', (event: unknown, name: unknown, input: unknown) => (name === 'story.append' && !Reflect.get(globalThis, 'roomAgain') ? full : answer(event, name, input)))
    Reflect.set(globalThis, 'questions', 0)
    dialog.showMessageBox = () => {
      Reflect.set(globalThis, 'questions', Number(Reflect.get(globalThis, 'questions')) + 1)
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
  })
  await headlineBox(page).fill('Written on a full disk, and kept')
  await expect(saveState(page)).not.toHaveText(/^Saved/)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => app.evaluate(() => Number(Reflect.get(globalThis, 'questions')))).toBe(1)
  await expect(headlineBox(page)).toHaveValue('Written on a full disk, and kept')
  await app.evaluate(() => Reflect.set(globalThis, 'roomAgain', true))
  await saved(page)
  await quit()
})

for (const theme of ['light', 'dark'] as const) {
  test(`shell, dialogs and settings break no rule of accessibility in the ${theme} appearance`, async () => {
    const { page, quit } = await openApp({ args: ['--sample'] })
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await showView(page, 'All')
    await storyList(page).getByRole('option').first().click()
    await expect(headlineBox(page)).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('ControlOrMeta+,')
    const settings = page.getByRole('dialog', { name: 'Settings' })
    for (const section of ['Appearance', 'Sign-off', 'Members', 'Targets']) {
      await settings.getByRole('button', { name: section }).click()
      expect(await violations(page), section).toEqual([])
    }
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+N')
    expect(await violations(page), 'New story').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+Shift+P')
    expect(await violations(page), 'Command palette').toEqual([])
    await quit()
  })
}
