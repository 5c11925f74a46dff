import { expect, test, type Page } from '@playwright/test'
import { commands, type CommandId } from '../../src/shared/commands'
import { everyBlock, everyBlockInArabic } from '../fixtures/every-block'
import { faultsOfTabbing } from '../drive/keyboard'
import { openApp, resize, type OpenedApp } from '../drive/open-app'
import { openStory, showView, storyBody, storyList } from '../drive/stories'
import { openStoryWith } from '../drive/story-with'
import { violationsInBoth } from '../drive/writing'

/** Screens that a command opens over the window, by the name that they are announced with. */
const dialogs: readonly (readonly [command: CommandId, name: string | RegExp])[] = [
  ['story.new', 'New story'],
  ['desk.new', /New desk/],
  ['stories.import', /Import/],
  ['stories.export', /Export/],
  ['assets.open', 'Asset library'],
  ['desk.verify', /Verify/],
  ['desk.find', 'Find across the desk'],
  ['palette.open', /palette/i],
  ['insert.specialCharacter', /Special characters/i],
  ['story.translate', /Translat/],
  ['story.changeKind', /kind/i],
  ['story.linkTranslation', 'Link as a translation of…'],
  ['story.audit', /^Audit: /],
  ['packet.send', 'Send for review as packet'],
  ['member.switch', 'Act as another member'],
  ['history.keep', 'Keep this version'],
  ['help.shortcuts', 'Keyboard shortcuts'],
  ['help.about', /About/],
]

const approved = 'Eleven harbour cities open first-contact desks for newcomers'
const inReview = 'The first month decides: what a survey of 18,400 newcomers tells city halls'

let opened: OpenedApp
test.beforeAll(async () => {
  opened = await openApp({ args: ['--sample'], size: { width: 1440, height: 900 } })
  await expect(storyList(opened.page).getByRole('option').first()).toBeVisible()
})
test.afterAll(() => opened.quit())

test.describe('No screen breaks WCAG 2.2 AA, in light or dark, and each is used by keyboard', () => {
  for (const [command, name] of dialogs) {
    test(`‘${labelOf(command)}’`, async () => {
      const { page } = opened
      await openStory(page, approved)
      const from = page.getByRole('button', { name: 'More actions' })
      await from.focus()
      await run(opened, command)
      const dialog = page.getByRole('dialog', { name })
      await expect(dialog).toBeVisible()
      expect(await violationsInBoth(page)).toEqual([])
      expect(await faultsOfTabbing(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(from).toBeFocused()
    })
  }

  test('each section of the settings', async () => {
    test.slow()
    const { page } = opened
    await run(opened, 'settings.open')
    const settings = page.getByRole('dialog', { name: 'Settings' })
    const sections = settings.getByRole('navigation').getByRole('button')
    await expect(sections.first()).toBeVisible()
    for (const section of await sections.all()) {
      await section.click()
      expect(await violationsInBoth(page), (await section.textContent()) ?? '').toEqual([])
      expect(await faultsOfTabbing(page), (await section.textContent()) ?? '').toEqual([])
    }
    await page.keyboard.press('Escape')
    await expect(settings).toBeHidden()
  })

  test('what the settings open', async () => {
    test.slow()
    const { page } = opened
    await run(opened, 'settings.open')
    const settings = page.getByRole('dialog', { name: 'Settings' })
    const section = (name: string) => settings.getByRole('navigation').getByRole('button', { name, exact: true }).click()
    await section('Kinds')
    await settings.getByRole('button', { name: 'Edit ‘Press release’' }).click()
    await page.getByRole('dialog', { name: /^Kind / }).locator('[aria-expanded]').nth(2).click()
    await looked('a kind')
    await section('House style')
    await settings.getByRole('button', { name: 'Add term' }).click()
    await looked('a term')
    await section('Members')
    await settings.getByRole('button', { name: 'Set a passphrase…' }).click()
    await looked('a passphrase')
    for (const entry of ['Name and roles…', 'Revoke key…', 'Export identity…']) {
      await settings.getByRole('button', { name: 'More about Leila Haddad' }).click()
      await page.getByRole('menuitem', { name: entry }).click()
      await looked(entry)
    }
    await section('Targets')
    for (const kind of ['WordPress', 'REST endpoint', 'Folder']) {
      await settings.getByRole('button', { name: 'Add target' }).click()
      await page.getByRole('menuitem', { name: kind }).click()
      await looked(kind)
    }
    await page.keyboard.press('Escape')
    await expect(settings).toBeHidden()
  })

  test('the dialogs in which somebody decides', async () => {
    test.slow()
    const { page } = opened
    await openStory(page, 'Before the doors open: a checklist for first-contact desks')
    await run(opened, 'story.submit')
    await looked('Submit')
    await openStory(page, inReview)
    for (const command of ['story.approve', 'story.requestChanges', 'story.reassign'] as const) {
      await run(opened, command)
      await looked(labelOf(command))
    }
    await openStory(page, approved)
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Schedule…' }).click()
    await looked('Schedule')
    await storyBody(page).getByText('We do not ask anybody').click()
    await run(opened, 'story.clear')
    await looked('Clear')
  })

  test('menus, and views without a story', async () => {
    test.slow()
    const { page } = opened
    await openStory(page, approved)
    for (const name of ['More actions', /^Acting as/, /^Harbour Cities Council/, 'All kinds']) {
      await page.getByRole('button', { name }).first().click()
      await expect(page.getByRole('menu')).toBeVisible()
      await page.keyboard.press('ArrowDown')
      expect(await violationsInBoth(page), String(name)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toBeHidden()
    }
    await storyBody(page).getByText('The desks grew out of').click()
    await run(opened, 'block.menu')
    await expect(page.getByRole('menu')).toBeVisible()
    expect(await violationsInBoth(page), 'block menu').toEqual([])
    await page.keyboard.press('Escape')
    await showView(page, 'Published')
    expect(await violationsInBoth(page), 'an empty view').toEqual([])
    await showView(page, 'All')
    await page.getByRole('searchbox', { name: 'Search stories' }).fill('zzzz')
    await expect(page.getByText('No story matches')).toBeVisible()
    expect(await violationsInBoth(page), 'a search without an answer').toEqual([])
    await page.getByRole('button', { name: 'Show all of this view' }).click()
  })

  test('the menus of the tools above the text', async () => {
    const { page } = opened
    await openStory(page, approved)
    await storyBody(page).getByText('The desks grew out of').click()
    const tools = page.getByRole('toolbar')
    for (const tool of await tools.locator('[aria-haspopup="menu"]').all()) {
      await tool.click()
      await expect(page.getByRole('menu')).toBeVisible()
      await page.keyboard.press('ArrowDown')
      expect(await violationsInBoth(page), (await tool.getAttribute('aria-label')) ?? '').toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toBeHidden()
    }
  })

  test('what stands beside the story, where it lies over it in a small window', async () => {
    const { page, app } = opened
    await openStory(page, 'Twenty small ports to share advisers in a new partnership with the Lighthouse Network')
    await resize(app, { width: 1024, height: 700 })
    for (const tab of ['inspector.details', 'inspector.language', 'inspector.review', 'inspector.history', 'inspector.publish'] as const) {
      await run(opened, tab)
      await expect(page.locator('.shell__inspector--over').getByRole('tab', { name: labelOf(tab) })).toHaveAttribute('aria-selected', 'true')
      expect(await violationsInBoth(page), labelOf(tab)).toEqual([])
      await page.getByRole('tab', { name: labelOf(tab) }).focus()
      expect(await faultsOfTabbing(page), labelOf(tab)).toEqual([])
    }
    await run(opened, 'pane.inspector')
    await resize(app, { width: 1440, height: 900 })
    await run(opened, 'inspector.details')
  })

  /** A dialog that was just opened: nothing is wrong with it, and Escape closes it alone. */
  async function looked(what: string): Promise<void> {
    const { page } = opened
    const dialogs = page.locator('dialog[open]')
    await expect(dialogs.last(), what).toBeVisible()
    const before = await dialogs.count()
    expect(await violationsInBoth(page), what).toEqual([])
    expect(await faultsOfTabbing(page), what).toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialogs, what).toHaveCount(before - 1)
  }

  for (const tab of ['inspector.details', 'inspector.review', 'inspector.language', 'inspector.history', 'inspector.publish'] as const) {
    test(`‘${labelOf(tab)}’ beside a story`, async () => {
      const { page } = opened
      await openStory(page, 'Twenty small ports to share advisers in a new partnership with the Lighthouse Network')
      await run(opened, tab)
      await expect(page.getByRole('tab', { name: labelOf(tab) })).toHaveAttribute('aria-selected', 'true')
      expect(await violationsInBoth(page)).toEqual([])
      await page.getByRole('tab', { name: labelOf(tab) }).focus()
      expect(await faultsOfTabbing(page)).toEqual([])
    })
  }

  for (const [language, body] of [
    ['en', everyBlock()],
    ['ar', everyBlockInArabic()],
  ] as const) {
    test(`a story with every block, in ‘${language}’, while one writes and as readers get it`, async () => {
      // Six scans of a text with everything in it.
      test.slow()
      const { page } = opened
      await openStoryWith(page, { kind: 'announcement', headline: `Every block (${language})`, body, language })
      expect(await violationsInBoth(page)).toEqual([])
      await run(opened, 'view.outline')
      await run(opened, 'edit.replace')
      expect(await violationsInBoth(page)).toEqual([])
      await page.keyboard.press('Escape')
      await run(opened, 'view.outline')
      await run(opened, 'story.preview')
      await expect(page.frameLocator('iframe').locator('h1')).toBeVisible()
      expect(await violationsInBoth(page)).toEqual([])
      await run(opened, 'story.preview')
    })
  }
})

function labelOf(id: CommandId): string {
  return commands.find((command) => command.id === id)?.label ?? id
}

/** Chooses a command in the native menu, which a test can't click. */
async function run({ app, page }: { readonly app: OpenedApp['app']; readonly page: Page }, id: CommandId): Promise<void> {
  const label = labelOf(id)
  const chosen = await app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
    const item = items.find((one) => one.label === wanted)
    item?.click()
    return item !== undefined
  }, label)
  expect(chosen, `the menu has ‘${label}’`).toBe(true)
  await page.waitForFunction(() => document.readyState === 'complete')
}
