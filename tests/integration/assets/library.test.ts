import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { cropAsset } from '../../../src/main/assets/crop-asset'
import { picturesHere } from '../../../src/main/assets/pictures'
import { verifyDesk } from '../../../src/main/desk/verify'
import { replaceEverywhere } from '../../../src/main/session/replace-everywhere'
import { statusOf } from '../../../src/main/session/status'
import { actOn } from '../../../src/main/session/act'
import { addAsset, assetPath, describeAsset } from '../../../src/main/store/assets'
import { nextToPrepare } from '../../../src/main/store/asset-variants'
import { assetUsesAreRight } from '../../../src/main/store/asset-uses'
import { assetDetails, listLibrary, removeAsset, setAssetWords } from '../../../src/main/store/library'
import { openDatabase } from '../../../src/main/store/database'
import { migrate, migrations } from '../../../src/main/store/migrations'
import { createStory, loadStory } from '../../../src/main/store/stories'
import { bodyOf } from '../../../src/main/store/snapshot'
import { clearIndex, refreshStale, refreshStory } from '../../../src/main/store/story-index'
import type { AssetInfo } from '../../../src/shared/assets/asset-info'
import type { LibraryQuery } from '../../../src/shared/assets/library'
import type { StoryId } from '../../../src/shared/story/ids'
import type { FieldValue } from '../../../src/shared/story/kind'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { storyFields } from '../../../src/shared/story/story-doc'
import { approve, deskOfTwo, edit, kindOf, temporaryFolder } from '../desk/people'
import { sitting, type Sitting } from '../session/sitting'
import { pdf, png } from '../store/files'
import { halves } from './pictures'

const figure = (asset: string): DocumentNode => ({ type: 'figure', attrs: { asset, alt: 'Ships at the quay', caption: '', credit: '', decorative: false } })
const attachment = (asset: string, name: string): DocumentNode => ({ type: 'attachment', attrs: { asset, name, label: 'The report' } })

function story({ desk, amina }: Pick<Sitting, 'desk' | 'amina'>, headline: string, blocks: readonly DocumentNode[], fields: Record<string, FieldValue> = {}): StoryId {
  const text: DocumentNode = { type: 'paragraph', content: [{ type: 'text', text: 'Nine mayors met on the quay.' }] }
  const id = createStory(desk.db, { kind: kindOf(desk), by: amina.member.id, headline, fields: { summary: 'Mayors of nine port cities have agreed how newcomers find a home within a year.', ...fields }, body: { type: 'doc', content: [text, ...blocks] } })
  refreshStory(desk, id, loadStory(desk.db, id))
  return id
}

const picture = ({ desk }: Pick<Sitting, 'desk'>, name: string, shade: number): Promise<AssetInfo> => addAsset(desk, { name, bytes: png(40, 30, shade) })
const names = (at: Pick<Sitting, 'desk'>, query: Partial<LibraryQuery> = {}): string[] => listLibrary(at.desk.db, { search: '', type: 'all', use: 'all', sort: 'name', offset: 0, limit: 100, ...query }).assets.map(({ name }) => name)

describe('The library', () => {
  test('finds a file by its name, and by what is said of it, whatever accents and capitals', async () => {
    const at = deskOfTwo()
    const quay = await picture(at, 'Cais_São-Bento.png', 1)
    await picture(at, 'market.png', 2)
    setAssetWords(at.desk.db, quay.hash, { alt: 'Ferries before dawn', caption: '', credit: 'Inês Carvalhal' })
    expect(names(at, { search: 'sao bento' })).toEqual(['Cais_São-Bento.png'])
    expect(names(at, { search: 'FERRIES carva' })).toEqual(['Cais_São-Bento.png'])
    expect(names(at, { search: 'ferries market' })).toEqual([])
    expect(names(at, { search: '%' })).toEqual([])
    expect(describeAsset(at.desk.db, quay.hash)?.words).toEqual({ alt: 'Ferries before dawn', caption: '', credit: 'Inês Carvalhal' })
  })

  test('is narrowed by type and use, and comes in the order that is asked for', async () => {
    const at = deskOfTwo()
    const small = await picture(at, 'b.png', 1)
    await addAsset(at.desk, { name: 'a.pdf', bytes: pdf() })
    await addAsset(at.desk, { name: 'c.png', bytes: await halves(300, 300).png({ compressionLevel: 0 }).toBuffer() })
    story(at, 'One', [figure(small.hash)])
    expect(names(at)).toEqual(['a.pdf', 'b.png', 'c.png'])
    expect(names(at, { type: 'picture' })).toEqual(['b.png', 'c.png'])
    expect(names(at, { type: 'pdf' })).toEqual(['a.pdf'])
    expect(names(at, { use: 'used' })).toEqual(['b.png'])
    expect(names(at, { use: 'unused' })).toEqual(['a.pdf', 'c.png'])
    expect(names(at, { sort: 'size' })[0]).toBe('c.png')
    expect(listLibrary(at.desk.db, { search: '', type: 'all', use: 'all', sort: 'name', offset: 1, limit: 1 })).toMatchObject({ total: 3, assets: [{ name: 'b.png', stories: 1 }] })
  })

  test('says which stories have a file: in the text, in a field, as they stand and as they were approved', async () => {
    const at = sitting()
    const quay = await picture(at, 'quay.png', 1)
    const inText = story(at, 'In the text', [figure(quay.hash)])
    const inField = story(at, 'In a field', [], { heroImage: { asset: quay.hash, alt: 'Ships', decorative: false, caption: '', credit: '' } })
    const approved = story(at, 'Approved with it', [figure(quay.hash)])
    approve(at, approved)
    edit(at, approved, (doc) => doc.getXmlFragment('body').delete(1, 1))
    refreshStory(at.desk, approved, loadStory(at.desk.db, approved))

    const { asset, uses, earlier } = assetDetails(at.desk.db, quay.hash)
    expect(asset.stories).toBe(3)
    expect(earlier).toBe(0)
    const told = new Map(uses.map(({ story, now, approved }) => [story, { now, approved }]))
    expect(told.get(inText)).toEqual({ now: true, approved: false })
    expect(told.get(inField)).toEqual({ now: true, approved: false })
    expect(told.get(approved)).toEqual({ now: false, approved: true })
  })

  test('knows the same after all rows were derived anew', async () => {
    const at = sitting()
    const quay = await picture(at, 'quay.png', 1)
    approve(at, story(at, 'Approved', [figure(quay.hash)]))
    const before = assetDetails(at.desk.db, quay.hash)
    clearIndex(at.desk.db)
    expect(assetDetails(at.desk.db, quay.hash).uses).toEqual([])
    refreshStale(at.desk)
    expect(assetDetails(at.desk.db, quay.hash)).toEqual(before)
    expect(assetUsesAreRight(at.desk.db)).toBe(true)
  })
})

describe('Removing a file', () => {
  test('takes it off the desk, and nothing else', async () => {
    const at = deskOfTwo()
    const [quay, market] = [await picture(at, 'quay.png', 1), await picture(at, 'market.png', 2)]
    await removeAsset(at.desk, quay.hash)
    expect(names(at)).toEqual(['market.png'])
    expect(existsSync(assetPath(at.folder, quay.hash))).toBe(false)
    expect(existsSync(assetPath(at.folder, market.hash))).toBe(true)
    expect((await verifyDesk(at.folder, { rebuild: false })).ok).toBe(true)
  })

  test('is refused while a story has it, or any version that was kept', async () => {
    const at = sitting()
    const quay = await picture(at, 'quay.png', 1)
    const id = story(at, 'Submitted with it', [figure(quay.hash)])
    await expect(removeAsset(at.desk, quay.hash)).rejects.toThrow('in use')

    actOn(at.session, id, { type: 'submit', note: '', reviewers: [], due: null })
    edit(at, id, (doc) => doc.getXmlFragment('body').delete(1, 1))
    refreshStory(at.desk, id, loadStory(at.desk.db, id))
    expect(assetDetails(at.desk.db, quay.hash)).toMatchObject({ uses: [], earlier: 1 })
    await expect(removeAsset(at.desk, quay.hash)).rejects.toThrow('in use')
    expect(existsSync(assetPath(at.folder, quay.hash))).toBe(true)
  })

  test('is refused while it is only suggested for the text: it must be there when that is accepted', async () => {
    const at = sitting()
    const [inserted, instead] = [await picture(at, 'inserted.png', 1), await picture(at, 'instead.png', 2)]
    const tag = { id: 'a-suggestion', by: at.amina.member.id, at: '2026-05-04T09:00:00.000Z' }
    const suggested = { type: 'figure', attrs: { ...figure(inserted.hash).attrs, inserted: tag } }
    const id = story(at, 'Suggested', [suggested, { type: 'figure', attrs: { ...figure('f'.repeat(64)).attrs, turned: [{ ...tag, type: 'figure', attrs: { asset: instead.hash } }] } }])
    for (const { hash } of [inserted, instead]) {
      expect(assetDetails(at.desk.db, hash).uses).toMatchObject([{ story: id, now: true, approved: false }])
      await expect(removeAsset(at.desk, hash)).rejects.toThrow('in use')
    }
  })

  test('is refused while a field has it that the story’s kind no longer has: it comes back with the field', async () => {
    const at = sitting()
    const quay = await picture(at, 'quay.png', 1)
    const id = story(at, 'Kept', [])
    edit(at, id, (doc) => storyFields(doc).set('formerImage', { asset: quay.hash, alt: 'Ships', decorative: false, caption: '', credit: '' }))
    refreshStory(at.desk, id, loadStory(at.desk.db, id))
    await expect(removeAsset(at.desk, quay.hash)).rejects.toThrow('in use')
  })
})

describe('Replacing a file everywhere', () => {
  const nobody = (): void => undefined

  test('changes text and fields of every story, and leaves what is said there', async () => {
    const at = sitting()
    const [before, after] = [await picture(at, 'quay.png', 1), await picture(at, 'quay-corrected.png', 2)]
    const hero = { asset: before.hash, alt: 'Ships', decorative: false, caption: 'At dawn', credit: '' }
    const first = story(at, 'First', [figure(before.hash), { type: 'gallery', attrs: { caption: '' }, content: [figure(before.hash), figure(after.hash)] }], { heroImage: hero })
    const second = story(at, 'Second', [figure(before.hash)])
    const other = story(at, 'Other', [])
    const untouched = statusOf(at.session, other).currentRevision

    const report = await replaceEverywhere(at.session, { from: before.hash, to: after.hash }, nobody)

    expect(report.skipped).toEqual([])
    expect([...report.changed].sort()).toEqual([first, second].sort())
    const text = JSON.stringify(bodyOf(loadStory(at.desk.db, first)))
    expect(text).not.toContain(before.hash)
    expect(text.split(after.hash)).toHaveLength(4)
    expect(text).toContain('Ships at the quay')
    expect(storyFields(loadStory(at.desk.db, first)).get('heroImage')).toEqual({ ...hero, asset: after.hash })
    expect(statusOf(at.session, other).currentRevision).toBe(untouched)
    expect(assetDetails(at.desk.db, before.hash).asset.stories).toBe(0)
    expect(assetDetails(at.desk.db, after.hash).asset.stories).toBe(2)
  })

  test('leaves what was approved as it was signed', async () => {
    const at = sitting()
    const [before, after] = [await picture(at, 'quay.png', 1), await picture(at, 'new.png', 2)]
    const id = story(at, 'Approved', [figure(before.hash)])
    approve(at, id)
    at.session.reload()
    const signed = statusOf(at.session, id)

    await replaceEverywhere(at.session, { from: before.hash, to: after.hash }, nobody)

    const now = statusOf(at.session, id)
    expect(now.workflow.approvedRevision).toBe(signed.currentRevision)
    expect(now.changedSinceApproval).toBe(true)
    expect(assetDetails(at.desk.db, before.hash).uses).toMatchObject([{ story: id, now: false, approved: true }])
  })

  test('passes over archived stories, and says so', async () => {
    const at = sitting()
    const [before, after] = [await picture(at, 'quay.png', 1), await picture(at, 'new.png', 2)]
    const id = story(at, 'Put away', [figure(before.hash)])
    actOn(at.session, id, { type: 'archive' })
    const report = await replaceEverywhere(at.session, { from: before.hash, to: after.hash }, nobody)
    expect(report).toMatchObject({ changed: [], skipped: [{ code: 'archived', message: '‘Put away’ is archived, so it was left as it is.' }] })
    expect(assetDetails(at.desk.db, before.hash).uses).toMatchObject([{ now: true }])
  })

  test('leaves the rest as they are when it is stopped, each story whole, and goes on from there', async () => {
    const at = sitting()
    const [before, after] = [await picture(at, 'quay.png', 1), await picture(at, 'new.png', 2)]
    for (const headline of ['First', 'Second', 'Third']) story(at, headline, [figure(before.hash)])
    const stop = new AbortController()
    const report = await replaceEverywhere(at.session, { from: before.hash, to: after.hash }, ({ done }) => done === 1 && stop.abort(), stop.signal)
    expect(report).toMatchObject({ skipped: [], left: 1 })
    expect(report.changed).toHaveLength(2)
    at.session.index.flush()
    expect(assetDetails(at.desk.db, before.hash).asset.stories).toBe(1)
    expect(await replaceEverywhere(at.session, { from: before.hash, to: after.hash }, nobody)).toMatchObject({ changed: [expect.any(String)], left: 0 })
  })

  test('gives a file to download the name of the new one, and keeps its label', async () => {
    const at = sitting()
    const before = await addAsset(at.desk, { name: 'report-draft.pdf', bytes: pdf() })
    const after = await addAsset(at.desk, { name: 'report.pdf', bytes: Buffer.concat([pdf(), Buffer.from('\n')]) })
    const id = story(at, 'With a report', [attachment(before.hash, before.name)])
    await replaceEverywhere(at.session, { from: before.hash, to: after.hash }, nobody)
    expect(bodyOf(loadStory(at.desk.db, id)).content?.at(-1)?.attrs).toEqual({ asset: after.hash, name: 'report.pdf', label: 'The report' })
  })

  test('puts no document in the place of a picture', async () => {
    const at = sitting()
    const [quay, report] = [await picture(at, 'quay.png', 1), await addAsset(at.desk, { name: 'report.pdf', bytes: pdf() })]
    await expect(replaceEverywhere(at.session, { from: quay.hash, to: report.hash }, nobody)).rejects.toThrow('‘report.pdf’ is no picture')
    await expect(replaceEverywhere(at.session, { from: report.hash, to: quay.hash }, nobody)).rejects.toThrow('‘quay.png’ is a picture')
  })
})

describe('Cutting a picture', () => {
  const leftHalf = { turn: 0, x: 0, y: 0, width: 50, height: 100 } as const

  test('makes a new one, which remembers what it was cut out of and starts with its words', async () => {
    const at = deskOfTwo()
    const original = await addAsset(at.desk, { name: 'quay.png', bytes: await halves(200, 100).png().toBuffer() })
    setAssetWords(at.desk.db, original.hash, { alt: 'Ships', caption: '', credit: 'Nadia Haddad' })

    const cut = await cropAsset(at.desk, describeAsset(at.desk.db, original.hash) ?? original, leftHalf, picturesHere)

    expect(cut).toMatchObject({ name: 'quay (cut).png', width: 100, height: 100, words: { alt: 'Ships', credit: 'Nadia Haddad' } })
    expect(assetDetails(at.desk.db, cut.hash).origin).toEqual({ hash: original.hash, name: 'quay.png', crop: leftHalf })
    expect(assetDetails(at.desk.db, original.hash).origin).toBeNull()
    const again = await cropAsset(at.desk, original, leftHalf, picturesHere)
    expect(again.hash).toBe(cut.hash)
  })

  test('turns it first', async () => {
    const at = deskOfTwo()
    const original = await addAsset(at.desk, { name: 'quay.png', bytes: await halves(200, 100).png().toBuffer() })
    const top = await cropAsset(at.desk, original, { turn: 90, x: 0, y: 0, width: 100, height: 50 }, picturesHere)
    expect([top.width, top.height]).toEqual([100, 100])
    const { dominant } = await (await import('sharp')).default(assetPath(at.folder, top.hash)).stats()
    expect(dominant.r).toBeGreaterThan(dominant.b)
  })

  test('of the whole is the picture itself', async () => {
    const at = deskOfTwo()
    const original = await picture(at, 'quay.png', 1)
    expect((await cropAsset(at.desk, original, { turn: 0, x: 0, y: 0, width: 100, height: 100 }, picturesHere)).hash).toBe(original.hash)
    expect(names(at)).toEqual(['quay.png'])
  })
})

test('a desk of the format before the library learns the files of its versions, and derives its stories anew', () => {
  const folder = temporaryFolder()
  const db = openDatabase(path.join(folder, 'desk.sqlite'), { create: true })
  onTestFinished(() => void db.close())
  migrate(db, folder, migrations.slice(0, 2))
  const [quay, market] = ['1'.repeat(64), '2'.repeat(64)]
  db.prepare("INSERT INTO assets VALUES (?, 'Quay.PNG', 'image/png', 10, 4, 4, '2026-11-23T09:00:00.000Z')").run(quay)
  const revise = db.prepare("INSERT INTO revisions VALUES (?, 'story', ?, 'Headline', 3, '2026-11-23T09:00:00.000Z', 'member')")
  revise.run('a', JSON.stringify({ assets: [{ hash: quay }, { hash: market }] }))
  revise.run('b', 'damaged')
  db.prepare("INSERT INTO story_updates (story, bytes, appended_at) VALUES ('story', x'00', '2026-11-23T09:00:00.000Z')").run()
  db.prepare('DELETE FROM story_stale').run()

  migrate(db, folder)

  expect(db.prepare('SELECT asset, revision, story FROM revision_assets ORDER BY asset').raw().all()).toEqual([[quay, 'a', 'story'], [market, 'a', 'story']])
  expect(db.prepare('SELECT story FROM story_stale').pluck().all()).toEqual(['story'])
  expect(nextToPrepare(db)?.hash).toBe(quay)
  expect(listLibrary(db, { search: 'quay', type: 'all', use: 'used', sort: 'newest', offset: 0, limit: 10 }).total).toBe(1)
})
