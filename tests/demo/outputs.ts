import { expect, type Page } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { OpenedApp } from '../drive/open-app.ts'
import { openStory } from '../drive/stories.ts'
import { exportApproved } from '../drive/transfer.ts'
import { followed } from './review.ts'
import type { Steps } from './steps.ts'

const choose = (page: Page, name: string): Promise<void> => page.getByRole('radio', { name, exact: true }).click()

/** The approved version as readers will see it: as a page and as an entry of a list, and on a phone. */
export async function previewBothSurfaces(page: Page, { picture }: Steps): Promise<void> {
  const shown = page.frameLocator('iframe[title="Preview of the story"]')
  await openStory(page, followed)
  await choose(page, 'Preview')
  await choose(page, 'Approved')
  await choose(page, 'Article')
  await expect(shown.getByText('people with a season ticket')).toBeVisible()
  await picture(page, 'preview-article')
  await choose(page, 'Phone')
  await picture(page, 'preview-phone')
  await choose(page, 'Desktop')
  await choose(page, 'Listing')
  await expect(shown.getByText(followed)).toBeVisible()
  await expect(shown.getByText('people with a season ticket')).toHaveCount(0)
  await picture(page, 'preview-listing')
  await choose(page, 'Article')
  await choose(page, 'Write')
}

/** Exports all that was approved, for Hugo. */
export async function exportForHugo(opened: OpenedApp, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const said = await exportApproved(opened, folder, 'Hugo')
  if (!said.includes('The export is done.')) throw new Error(`The export did not end as it should:\n${said}`)
}

/** Hugo's version, or null when it is not on this machine. */
export function hugoVersion(): string | null {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' })
  return status === 0 ? (/v[\d.]+/.exec(stdout)?.[0] ?? 'of some version') : null
}

const single = '<!doctype html><html lang="{{ .Params.language | default "en" }}"><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}</html>\n'
const list = '<!doctype html><title>{{ .Title }}</title>{{ range .Pages }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p>{{ end }}\n'

/** Builds the exported folder as the content of a small site; answers how many of its pages Hugo made. */
export function buildWithHugo(exported: string, site: string, pages: readonly string[]): number {
  cpSync(exported, site, { recursive: true })
  mkdirSync(path.join(site, 'layouts/_default'), { recursive: true })
  // Stories may be from days to come.
  writeFileSync(path.join(site, 'config.toml'), 'baseURL = "https://www.harbourcities.example/"\ntitle = "News"\nbuildFuture = true\n')
  for (const [name, layout] of [['single', single], ['list', list]] as const) writeFileSync(path.join(site, 'layouts/_default', `${name}.html`), layout)
  const { status, stdout, stderr } = spawnSync('hugo', ['--source', site, '--destination', 'public'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`Hugo could not build what was exported:\n${stdout}${stderr}`)
  const missing = pages.filter((page) => !existsSync(path.join(site, 'public', page.replace(/^content\//, '').replace(/\.md$/, '.html'))))
  if (missing.length > 0) throw new Error(`Hugo made no page of ${missing.join(', ')}`)
  return pages.length
}
