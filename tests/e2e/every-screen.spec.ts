import { expect, test, type Page } from '@playwright/test'
import { commands, type CommandId } from '../../src/shared/commands'
import { everyBlock, everyBlockInArabic } from '../fixtures/every-block'
import { openApp, type OpenedApp } from '../drive/open-app'
import { openStory, storyList } from '../drive/stories'
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
  ['help.shortcuts', 'Keyboard shortcuts'],
  ['help.about', /About/],
]

let opened: OpenedApp
test.beforeAll(async () => {
  opened = await openApp({ args: ['--sample'], size: { width: 1440, height: 900 } })
  await expect(storyList(opened.page).getByRole('option').first()).toBeVisible()
})
test.afterAll(() => opened.quit())

test.describe('No screen breaks WCAG 2.2 AA, in light or dark', () => {
  for (const [command, name] of dialogs) {
    test(`‘${labelOf(command)}’`, async () => {
      const { page } = opened
      await openStory(page, 'Eleven harbour cities open first-contact desks for newcomers')
      await run(opened, command)
      const dialog = page.getByRole('dialog', { name })
      await expect(dialog).toBeVisible()
      expect(await violationsInBoth(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    })
  }

  test('each section of the settings', async () => {
    const { page } = opened
    await run(opened, 'settings.open')
    const settings = page.getByRole('dialog', { name: 'Settings' })
    const sections = settings.getByRole('navigation').getByRole('button')
    await expect(sections.first()).toBeVisible()
    for (const section of await sections.all()) {
      await section.click()
      expect(await violationsInBoth(page), (await section.textContent()) ?? '').toEqual([])
    }
    await page.keyboard.press('Escape')
    await expect(settings).toBeHidden()
  })

  for (const tab of ['inspector.details', 'inspector.review', 'inspector.language', 'inspector.history', 'inspector.publish'] as const) {
    test(`‘${labelOf(tab)}’ beside a story`, async () => {
      const { page } = opened
      await openStory(page, 'Twenty small ports to share advisers in a new partnership with the Lighthouse Network')
      await run(opened, tab)
      await expect(page.getByRole('tab', { name: labelOf(tab) })).toHaveAttribute('aria-selected', 'true')
      expect(await violationsInBoth(page)).toEqual([])
    })
  }

  for (const [language, body] of [
    ['en', everyBlock()],
    ['ar', everyBlockInArabic()],
  ] as const) {
    test(`a story with every block, in ‘${language}’, while one writes and as readers get it`, async () => {
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
