import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ExportSummary } from '../../../src/shared/ipc'
import { approve, deskOfTwo, edit, temporaryFolder, writeOn, writeStory } from '../desk/people'
import { copydesk } from './terminal'

const markdownIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')

test('what was approved is exported, and what was not is in no file', async () => {
  const made = deskOfTwo()
  const approved = writeStory(made, 'Nine ports agree', 'Signed by all of them.')
  approve(made, approved)
  edit(made, approved, writeOn('Added after the approval. '))
  writeStory(made, 'Never approved', 'A secret draft.')
  made.desk.close()
  const where = temporaryFolder()

  const { code, out } = await copydesk(where, ['export', '--desk', made.folder, '--preset', 'hugo', '--to', 'site'])

  expect(code).toBe(0)
  expect(out).toMatch(/^1 story in .*site: \d+ files written, 0 unchanged, 0 removed\.$/)
  const text = markdownIn(path.join(where, 'site'))
  expect(text).toContain('Signed by all of them.')
  expect(text).not.toContain('Added after the approval')
  expect(text).not.toContain('A secret draft')
})

test('exporting again changes nothing', async () => {
  const made = deskOfTwo()
  approve(made, writeStory(made))
  made.desk.close()
  const args = ['export', '--preset', 'astro', '--to', path.join(temporaryFolder(), 'site'), '--json']

  const first = ExportSummary.parse(JSON.parse((await copydesk(made.folder, args)).out))
  const second = ExportSummary.parse(JSON.parse((await copydesk(made.folder, args)).out))

  expect(first.written).toBeGreaterThan(0)
  expect(second).toMatchObject({ written: 0, unchanged: first.written, removed: 0 })
})

test('a story that was asked for by its slug and is not approved is named, and ends the command with 1', async () => {
  const made = deskOfTwo()
  writeStory(made, 'Still a draft')
  made.desk.close()
  const to = path.join(temporaryFolder(), 'site')

  const { code, err } = await copydesk(made.folder, ['export', '--preset', 'hugo', '--to', to, '--story', 'still-a-draft'])

  expect(code).toBe(1)
  expect(err).toContain('Skipped: ‘Still a draft’ was never approved.')
  expect(existsSync(to) ? markdownIn(to) : '').toBe('')
})

test('a version that was changed in the file does not leave the desk', async () => {
  const made = deskOfTwo()
  approve(made, writeStory(made))
  made.desk.db.prepare("UPDATE revisions SET json = replace(json, 'Nine ports', 'Ten ports')").run()
  made.desk.close()
  const to = path.join(temporaryFolder(), 'site')

  const { code, err } = await copydesk(made.folder, ['export', '--preset', 'hugo', '--to', to])

  expect(code).toBe(1)
  expect(err).toMatch(/Skipped: .*no longer what was signed/)
  expect(existsSync(to) ? markdownIn(to) : '').not.toContain('Ten ports')
})
