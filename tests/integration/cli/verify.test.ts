import { expect, test } from 'vitest'
import path from 'node:path'
import { openDesk } from '../../../src/main/desk/desk'
import { indexedIds } from '../../../src/main/store/story-index'
import { VerifyReport } from '../../../src/shared/ipc'
import { approve, deskOfTwo, writeStory } from '../desk/people'
import { copydesk } from './terminal'

test('a desk that is well is said to be, with what was checked', async () => {
  const made = deskOfTwo()
  approve(made, writeStory(made))
  made.desk.close()

  const { code, out } = await copydesk(path.dirname(made.folder), ['verify', '--desk', 'desk'])

  expect(code).toBe(0)
  expect(out.split('\n')).toEqual([
    '✓ Database file: 1 checked',
    '✓ Members: 2 checked',
    '✓ Story updates: 3 checked',
    '✓ Workflow events and their signatures: 2 checked',
    '✓ Versions and their hashes: 1 checked',
    '✓ Lists and search: 1 checked',
    'All is well.',
  ])
})

test('a fault is named, and ends the command with 1', async () => {
  const made = deskOfTwo()
  approve(made, writeStory(made))
  made.desk.db.prepare("UPDATE revisions SET json = replace(json, 'Nine', 'Ten')").run()
  made.desk.close()

  const { code, out } = await copydesk(made.folder, ['verify'])

  expect(code).toBe(1)
  expect(out).toMatch(/✗ Versions and their hashes: 1 checked, 1 fault\n    Version [0-9a-f]{64} of story .* was changed/)
  expect(out).toMatch(/1 fault was found\.$/)
})

test('a desk that is open in a window can be checked beside it', async () => {
  const made = deskOfTwo()
  writeStory(made)
  expect((await copydesk(made.folder, ['verify'])).code).toBe(0)
})

test('lists and search are made anew on request', async () => {
  const made = deskOfTwo()
  const id = writeStory(made)
  made.desk.db.exec('DELETE FROM story_index')
  made.desk.close()

  expect((await copydesk(made.folder, ['verify'])).code).toBe(1)
  expect((await copydesk(made.folder, ['verify', '--rebuild'])).code).toBe(0)

  const desk = openDesk(made.folder)
  expect(indexedIds(desk.db)).toEqual([id])
  desk.close()
})

test('one story can be checked by itself; one that is not there is said', async () => {
  const made = deskOfTwo()
  const id = writeStory(made)
  made.desk.close()

  expect((await copydesk(made.folder, ['verify', '--story', id])).code).toBe(0)
  expect(await copydesk(made.folder, ['verify', '--story', '3a0b5f86-58c4-4c5c-9f5d-4d39dbd1a7f1'])).toMatchObject({ code: 1, err: expect.stringContaining('No story of this desk has the id 3a0b5f86') })
})

test('--json prints the report for programs, and nothing else', async () => {
  const made = deskOfTwo()
  writeStory(made)
  made.desk.close()

  const { code, out } = await copydesk(made.folder, ['verify', '--json'])

  expect(code).toBe(0)
  expect(VerifyReport.parse(JSON.parse(out)).ok).toBe(true)
})

test('a check that is stopped ends with 1 and says so', async () => {
  const made = deskOfTwo()
  writeStory(made)
  made.desk.close()
  expect(await copydesk(made.folder, ['verify'], {}, AbortSignal.abort())).toEqual({ code: 1, out: '', err: expect.stringMatching(/The check was cancelled\. Nothing in the desk was changed by it\.$/) })
})
