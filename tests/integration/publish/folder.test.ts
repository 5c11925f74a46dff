import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportApproved } from '../../../src/main/export/export-approved'
import { targetOpener } from '../../../src/main/publish/open-target'
import { givenSecrets } from '../../../src/main/publish/secrets'
import { approve, deskOfTwo, edit, temporaryFolder, writeOn } from '../desk/people'
import { crashing, crashPoints } from './crashing-target'
import { addTarget, afterCrash, outboxOf, publish, settled } from './deliveries'
import { illustratedStory } from './illustrated-story'

const noSecret = ''

function scene() {
  const all = deskOfTwo()
  const site = temporaryFolder()
  writeFileSync(path.join(site, 'hugo.toml'), 'title = "Harbour Cities"\n')
  const target = addTarget(all.desk, { type: 'folder', name: 'Site', folder: site, preset: 'hugo' })
  return { ...all, all, site, target, outbox: outboxOf(all.desk, noSecret).outbox }
}

/** Paths of the site's files without the exporter's list. */
const filesIn = (site: string): string[] =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)))
    .sort()

describe('a story in the folder of a static site', () => {
  test('arrives as a page with its pictures beside the site’s own files', async () => {
    const { all, desk, site, target, outbox } = scene()
    const story = await illustratedStory(all)
    const receipt = await publish(desk, outbox, story.id, target.id)
    expect(receipt).toMatchObject({ action: 'created', remarks: [] })
    expect(receipt.url).toMatch(/^file:\/\/.*\.md$/)
    const files = filesIn(site)
    expect(files).toContain('hugo.toml')
    expect(files.filter((file) => file.endsWith('.png'))).toHaveLength(2)
    expect(readFileSync(path.join(site, receipt.remoteId), 'utf8')).toContain('What was signed')
  })

  test('the same version again touches no file, a corrected one changes the page', async () => {
    const { all, desk, site, target, outbox } = scene()
    const story = await illustratedStory(all)
    const { remoteId } = await publish(desk, outbox, story.id, target.id)
    const page = path.join(site, remoteId)
    const { mtimeMs, ino } = statSync(page)
    expect((await publish(desk, outbox, story.id, target.id)).action).toBe('unchanged')
    expect(statSync(page)).toMatchObject({ mtimeMs, ino })
    edit(all, story.id, writeOn('Corrected: '))
    approve(all, story.id)
    expect((await publish(desk, outbox, story.id, target.id)).action).toBe('updated')
    expect(readFileSync(page, 'utf8')).toContain('Corrected: ')
  })

  test('a page that somebody edited is not overwritten; then it is, when a person decides so', async () => {
    const { all, desk, site, target, outbox } = scene()
    const story = await illustratedStory(all)
    const { remoteId } = await publish(desk, outbox, story.id, target.id)
    const page = path.join(site, remoteId)
    writeFileSync(page, `${readFileSync(page, 'utf8')}\nBy hand.\n`)
    edit(all, story.id, writeOn('Corrected: '))
    approve(all, story.id)
    const { id } = outbox.enqueue(story.id, target.id)
    expect(await settled(desk, id)).toMatchObject({ state: 'drifted', error: { message: expect.stringContaining(remoteId) } })
    expect(readFileSync(page, 'utf8')).toContain('By hand.')
    outbox.retry(id, { overwrite: true })
    expect(await settled(desk, id)).toMatchObject({ state: 'delivered', receipt: { action: 'updated', remarks: [] } })
    expect(readFileSync(page, 'utf8')).not.toContain('By hand.')
  })

  test('an export of the desk in between is no edit', async () => {
    const { all, desk, site, target, outbox } = scene()
    const story = await illustratedStory(all)
    await publish(desk, outbox, story.id, target.id)
    edit(all, story.id, writeOn('Corrected: '))
    approve(all, story.id)
    await exportApproved(desk, { folder: site, preset: 'hugo', stories: null })
    expect((await publish(desk, outbox, story.id, target.id)).action).toBe('unchanged')
  })

  test('a file of somebody else in the way is kept, and said', async () => {
    const { all, desk, site, target, outbox } = scene()
    const story = await illustratedStory(all)
    const { remoteId } = await publish(desk, outbox, story.id, target.id)
    rmSync(path.join(site, '.copydesk-manifest.json'))
    writeFileSync(path.join(site, remoteId), 'Not by Copydesk')
    const other = addTarget(desk, { type: 'folder', name: 'Site again', folder: site, preset: 'hugo' })
    const delivery = await settled(desk, outbox.enqueue(story.id, other.id).id)
    expect(delivery).toMatchObject({ state: 'failed', error: { code: 'export-refused', message: expect.stringContaining(remoteId) } })
    expect(readFileSync(path.join(site, remoteId), 'utf8')).toBe('Not by Copydesk')
  })

  test('a folder that is not there is said, and not made', async () => {
    const { all, desk, outbox } = scene()
    const story = await illustratedStory(all)
    const missing = path.join(temporaryFolder(), 'unplugged')
    const target = addTarget(desk, { type: 'folder', name: 'Stick', folder: missing, preset: 'jekyll' })
    expect(await settled(desk, outbox.enqueue(story.id, target.id).id)).toMatchObject({ state: 'failed', error: { code: 'no-folder' } })
    mkdirSync(missing)
    await expect(targetOpener(desk, givenSecrets(() => undefined))(target).check(AbortSignal.timeout(1000))).resolves.toContain('unplugged')
  })

  test.for(crashPoints.filter(({ step }) => step !== 'placeFile'))('killed $side $step: it goes on', async (point) => {
    const { all, desk, folder, site, target } = scene()
    const story = await illustratedStory(all)
    const broken = crashing(targetOpener(desk, givenSecrets(() => undefined))(target), point)
    const { id } = outboxOf(desk, noSecret, { targetFor: () => broken.target }).outbox.enqueue(story.id, target.id)
    await broken.dark
    const reopened = afterCrash(folder)
    outboxOf(reopened, noSecret).outbox.resume()
    expect(await settled(reopened, id)).toMatchObject({ state: 'delivered', receipt: { action: 'created', remarks: [] } })
    expect(filesIn(site).filter((file) => file.endsWith('.md'))).toHaveLength(1)
  })
})
