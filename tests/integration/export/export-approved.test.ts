import path from 'node:path'
import { expect, test } from 'vitest'
import { exportApproved } from '../../../src/main/export/export-approved'
import { act, approve, deskOfTwo, temporaryFolder, writeStory } from '../desk/people'
import { filesIn } from './folder'

const pages = (folder: string): string[] => Object.keys(filesIn(folder)).filter((name) => name.endsWith('.md')).sort()

test('an export of everything takes away the pages of a story that went into the archive', async () => {
  const made = deskOfTwo()
  const [kept, gone] = [writeStory(made, 'Nine ports agree'), writeStory(made, 'An old call')]
  for (const id of [kept, gone]) approve(made, id)
  const folder = path.join(temporaryFolder(), 'site')
  await exportApproved(made.desk, { folder, preset: 'hugo', stories: null })
  expect(pages(folder)).toHaveLength(2)

  act(made, gone, made.amina, { type: 'archive' })
  const summary = await exportApproved(made.desk, { folder, preset: 'hugo', stories: null })

  expect(summary.removed).toBe(1)
  expect(pages(folder)).toHaveLength(1)
})

test('a story that can’t be proved any more keeps the page that it has, and is named', async () => {
  const made = deskOfTwo()
  const id = writeStory(made, 'Nine ports agree')
  approve(made, id)
  const folder = path.join(temporaryFolder(), 'site')
  await exportApproved(made.desk, { folder, preset: 'hugo', stories: null })
  const before = filesIn(folder)

  made.desk.db.prepare("UPDATE revisions SET json = replace(json, 'Nine ports', 'Ten ports')").run()
  const summary = await exportApproved(made.desk, { folder, preset: 'hugo', stories: null })

  expect(summary).toMatchObject({ stories: 0, removed: 0, skipped: [{ story: id, reason: expect.stringMatching(/no longer what was signed/) }] })
  expect(filesIn(folder)).toEqual(before)
})
