import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDesk } from '../../../src/main/desk/desk'
import { openKeyring } from '../../../src/main/desk/keyring'
import { workflowOf } from '../../../src/main/desk/story-workflow'
import { loadStory } from '../../../src/main/store/stories'
import { markAllStale } from '../../../src/main/store/story-index'
import { beginStretch, openStretches } from '../../../src/main/store/stretches'
import { saveTarget } from '../../../src/main/store/targets'
import type { Target } from '../../../src/shared/publishing'
import { Instant, type StoryId } from '../../../src/shared/story/ids'
import { approve, deskOfTwo, temporaryFolder, writeStory, type TestDesk } from '../desk/people'
import { copydesk } from './terminal'

interface WithTarget extends TestDesk {
  readonly target: Target
  readonly site: string
  readonly approved: StoryId
}

/** A desk with one approved story, one draft, and a folder to publish to. */
function deskWithTarget(): WithTarget {
  const made = deskOfTwo()
  const site = temporaryFolder()
  const target = saveTarget(made.desk.db, { id: null, settings: { type: 'folder', name: 'Website', folder: site, preset: 'hugo' } })
  const approved = writeStory(made, 'Nine ports agree', 'Signed by all of them.')
  approve(made, approved)
  writeStory(made, 'Never approved', 'A secret draft.')
  made.desk.close()
  return { ...made, target, site, approved }
}

function published({ folder, approved }: WithTarget): unknown {
  const desk = openDesk(folder)
  const state = workflowOf(desk, approved, loadStory(desk.db, approved))
  desk.close()
  return state.published.map(({ target, revision }) => ({ target, revision }))
}

const textIn = (folder: string): string =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
        .join('\n')
    : ''

test('what was approved is delivered, and what was not is nowhere', async () => {
  const made = deskWithTarget()

  const { code, out, err } = await copydesk(made.folder, ['publish', '--target', 'Website'])

  expect(err).toContain('Nine ports agree: delivered')
  expect(out).toMatch(new RegExp(`^${made.approved} {2}delivered {2}\\S+ {2}Nine ports agree$`))
  expect(code).toBe(0)
  expect(textIn(made.site)).toContain('Signed by all of them.')
  expect(textIn(made.site)).not.toContain('A secret draft')
})

test('what is there already is not sent again', async () => {
  const made = deskWithTarget()
  await copydesk(made.folder, ['publish', '--target', 'Website'])

  expect(await copydesk(made.folder, ['publish', '--target', made.target.id])).toEqual({ code: 0, out: '', err: '' })
})

test('without a key, ‘published’ waits to be signed; with a key file it is signed at once', async () => {
  const unsigned = deskWithTarget()
  await copydesk(unsigned.folder, ['publish', '--target', 'Website'])
  expect(published(unsigned)).toEqual([])

  const signed = deskWithTarget()
  const file = path.join(temporaryFolder(), 'keyring.json')
  const never = (): never => {
    throw new Error('There is no keychain')
  }
  openKeyring(file, { available: false, seal: never, open: never }).add(signed.tomas.member.id, signed.tomas.privateKey)
  const { code } = await copydesk(path.dirname(file), ['publish', '--target', 'Website', '--keyring', 'keyring.json', '--desk', signed.folder])

  expect(code).toBe(0)
  expect(published(signed)).toEqual([expect.objectContaining({ target: signed.target.id })])
})

test('a story that nobody approved is refused by name', async () => {
  const made = deskWithTarget()
  const { code, err } = await copydesk(made.folder, ['publish', '--target', 'Website', '--story', 'never-approved'])
  expect(code).toBe(1)
  expect(err).toContain('Skipped: ‘Never approved’ was never approved.')
  expect(textIn(made.site)).toBe('')
})

test('a target that can’t be reached is said, and ends the command with 1; the next run goes on from there', async () => {
  const made = deskWithTarget()
  rmSync(made.site, { recursive: true })
  const failed = await copydesk(made.folder, ['publish', '--target', 'Website', '--json'])
  expect(failed.code).toBe(1)
  expect(failed.err).toContain('The folder of this target is not there.')
  expect(JSON.parse(failed.out)).toEqual([expect.objectContaining({ story: made.approved, state: 'failed' })])

  mkdirSync(made.site)
  expect(await copydesk(made.folder, ['publish', '--target', 'Website'])).toMatchObject({ code: 0, out: expect.stringContaining('delivered') })
})

test('nothing of a run goes on behind its end, and work that a crash had cut off is brought to its end', async () => {
  const made = deskWithTarget()
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => complaints.mockRestore())
  const desk = openDesk(made.folder)
  for (let count = 0; count < 40; count++) writeStory({ ...made, desk }, `Story ${count}`, 'With a text.')
  markAllStale(desk.db)
  beginStretch(desk.db, made.approved, made.amina.member.id, Instant.parse('2026-03-02T09:00:00.000Z'))
  desk.close()

  expect(await copydesk(made.folder, ['publish', '--target', 'Website'])).toMatchObject({ code: 0 })
  const after = openDesk(made.folder)
  onTestFinished(() => after.close())
  expect(openStretches(after.db)).toEqual([])
  // What was left behind would come now, and find the desk closed.
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(complaints.mock.calls).toEqual([])
})

test('an unknown target is answered with those there are', async () => {
  const made = deskWithTarget()
  const { code, err } = await copydesk(made.folder, ['publish', '--target', 'Intranet'])
  expect(code).toBe(2)
  expect(err).toContain('No target of this desk is called ‘Intranet’. Targets: Website.')
})
