import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import path from 'node:path'
import { openApp, root, sandboxArgs, temporaryFolder } from '../drive/open-app.ts'
import { saved, saveState, storyBody, storyList } from '../drive/stories.ts'
import { longStory } from './sample-text.ts'

/** An editor that is measured: Copydesk's, or the bare one beside it. */
export interface MeasuredEditor {
  readonly app: ElectronApplication
  readonly page: Page
  /** Gets ready what `open` then does with one click, so that nothing else is measured with it. */
  prepare(headline: string): Promise<void>
  /** Clicks on the story that was made ready; it may be on its way still. */
  open(): Promise<void>
  quit(): Promise<void>
}

export interface Editors {
  readonly ours: MeasuredEditor
  readonly floor: MeasuredEditor
  quit(): Promise<void>
}

/** Both editors, each in a window of its own, on the same stories. @param stories How many words each headline's story has. */
export async function openEditors(stories: Readonly<Record<string, number>>): Promise<Editors> {
  const [ours, floor] = [await openCopydesk(stories), await openBareEditor(stories)]
  return {
    ours,
    floor,
    async quit() {
      await ours.quit()
      await floor.quit()
    },
  }
}

async function openCopydesk(stories: Readonly<Record<string, number>>): Promise<MeasuredEditor> {
  const { deskOfLongStories } = await import(path.join(root, 'out/bench/long-stories.mjs'))
  const desk = path.join(temporaryFolder('bench-desk'), 'desk')
  deskOfLongStories(desk, stories)
  const { app, page, quit } = await openApp({ userData: temporaryFolder('bench-user-data'), args: [`--desk=${desk}`], size: { width: 1440, height: 900 } })
  await storyList(page).getByRole('option').first().waitFor()
  let option = storyList(page).getByRole('option').first()
  return {
    app,
    page,
    async prepare(headline) {
      option = storyList(page).getByRole('option').filter({ hasText: headline })
      await option.waitFor()
    },
    open: () => option.click(),
    quit,
  }
}

async function openBareEditor(stories: Readonly<Record<string, number>>): Promise<MeasuredEditor> {
  const app = await _electron.launch({ args: [...sandboxArgs, `--user-data-dir=${temporaryFolder('bench-bare')}`, path.join(root, 'tests/bench/floor/bare-editor.mjs'), path.join(root, 'out/bench/bare-editor')], cwd: root })
  const page = await app.firstWindow()
  const button = page.getByRole('button', { name: 'Open' })
  await button.waitFor()
  return {
    app,
    page,
    async prepare(headline) {
      await page.evaluate((json) => Reflect.get(globalThis, 'store')(json), JSON.stringify(longStory(stories[headline] ?? 0)))
    },
    open: () => button.click(),
    quit: () => app.close(),
  }
}

/** Opens a story, and waits until it is at rest. */
export async function openAndRest({ page, prepare, open }: MeasuredEditor, headline: string): Promise<void> {
  await prepare(headline)
  await open()
  await storyBody(page).getByText('The text ends here.').waitFor()
  if ((await saveState(page).count()) > 0) await saved(page)
  await atRest(page)
}

/** Resolves when the page has had nothing to do for a while. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let quiet = 0; quiet < 5; quiet++) await new Promise((resolve) => requestIdleCallback(resolve))
  })
  await page.waitForTimeout(1000)
}
