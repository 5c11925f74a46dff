import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { planFile, quayPicture, approved, paragraph, readerOf, words } from './approved'
import { exportTo, filesIn, newFolder, read } from './folder'

const page = 'content/press-releases/shore-power-1/index.md'
const manifest = '.copydesk-manifest.json'
const hero = { asset: quayPicture.hash, alt: 'A quay', decorative: false, caption: 'The quay', credit: 'Ana Ruiz' }
const withPicture = (number = 1) => approved({ number, fields: { heroImage: hero }, files: [quayPicture] })

describe('an export', () => {
  test('writes the page with its files beside it, under names that every system takes', async () => {
    const folder = newFolder()
    const summary = await exportTo(folder, { stories: [withPicture()] })
    expect(summary).toMatchObject({ stories: 1, written: 2, unchanged: 0, removed: 0, skipped: [], problems: [] })
    expect(Object.keys(filesIn(folder))).toEqual([manifest, 'content/press-releases/shore-power-1/index.md', 'content/press-releases/shore-power-1/quay-of-port-merrow-final.png'])
    expect(read(folder, page)).toMatch(/^---\ntitle: Shore power for port 1\n/)
  })

  test('done twice changes no byte and touches no file', async () => {
    const folder = newFolder()
    const stories = [withPicture(1), withPicture(2)]
    await exportTo(folder, { stories, all: true })
    const before = filesIn(folder)
    const times = Object.keys(before).map((name) => statSync(path.join(folder, name)).mtimeMs)
    const again = await exportTo(folder, { stories: stories.toReversed(), all: true })
    expect(again).toMatchObject({ stories: 2, written: 0, unchanged: 4, removed: 0 })
    expect(filesIn(folder)).toEqual(before)
    expect(Object.keys(before).map((name) => statSync(path.join(folder, name)).mtimeMs)).toEqual(times)
  })

  test('gives the same bytes in another folder', async () => {
    const [one, other] = [newFolder(), newFolder()]
    await exportTo(one, { stories: [withPicture(1), withPicture(2)] })
    await exportTo(other, { stories: [withPicture(2), withPicture(1)] })
    expect(filesIn(one)).toEqual(filesIn(other))
  })

  test('writes UTF-8 without a byte order mark and with plain line ends', async () => {
    const folder = newFolder()
    await exportTo(folder, { stories: [approved({ fields: { headline: 'مدن الموانئ تتفق' }, body: [paragraph('one\r\ntwo')] })] })
    const bytes = read(folder, page)
    expect(bytes.charCodeAt(0)).not.toBe(0xfeff)
    expect(bytes).not.toContain('\r')
    expect(bytes).toContain('title: مدن الموانئ تتفق\n')
  })

  test('says in its manifest which files are ours, of which story and revision', async () => {
    const folder = newFolder()
    const story = withPicture()
    await exportTo(folder, { stories: [story] })
    const { files, preset } = JSON.parse(read(folder, manifest))
    expect(preset).toBe('hugo')
    expect(files).toHaveLength(2)
    expect(files[1]).toEqual({ path: 'content/press-releases/shore-power-1/quay-of-port-merrow-final.png', sha256: quayPicture.hash, story: story.revision.story, revision: story.id })
  })

  test('tells how far it is, story by story', async () => {
    const seen: string[] = []
    await exportTo(newFolder(), { stories: [withPicture(1), withPicture(2)], report: ({ done, total, label }) => seen.push(`${done}/${total} ${label}`) })
    expect(seen).toEqual(['0/2 Shore power for port 1', '1/2 Shore power for port 2', '2/2 '])
  })

  test('keeps stories under embargo on the desk', async () => {
    const folder = newFolder()
    const summary = await exportTo(folder, { stories: [approved({ fields: { embargo: '2026-12-01T09:00:00.000Z' } })] })
    expect(summary).toMatchObject({ stories: 0, written: 0, skipped: [{ reason: '‘Shore power for port 1’ is under embargo until 2026-12-01, 09:00 UTC.' }] })
    expect(existsSync(path.join(folder, page))).toBe(false)
    expect(await exportTo(folder, { stories: [approved({ fields: { embargo: '2026-12-01T09:00:00.000Z' } })], now: new Date('2026-12-01T09:00:00Z') })).toMatchObject({ stories: 1 })
  })
})

describe('files of others', () => {
  test('are left alone, wherever they are', async () => {
    const folder = newFolder()
    mkdirSync(path.join(folder, 'content/press-releases/shore-power-1'), { recursive: true })
    const others = { 'hugo.toml': 'title = "Site"', 'content/_index.md': 'Welcome', 'content/press-releases/shore-power-1/notes.txt': 'mine' }
    for (const [name, text] of Object.entries(others)) writeFileSync(path.join(folder, name), text)
    await exportTo(folder, { stories: [withPicture()], all: true })
    await exportTo(folder, { stories: [], all: true })
    expect(filesIn(folder)).toEqual({ ...others, [manifest]: expect.any(String) })
  })

  test('are never overwritten when they stand where a page should', async () => {
    const folder = newFolder()
    mkdirSync(path.dirname(path.join(folder, page)), { recursive: true })
    writeFileSync(path.join(folder, page), 'somebody else’s page')
    const summary = await exportTo(folder, { stories: [withPicture(1), withPicture(2)] })
    expect(summary).toMatchObject({ stories: 1, problems: [{ code: 'not-ours', place: page }] })
    expect(read(folder, page)).toBe('somebody else’s page')
    expect(existsSync(path.join(folder, 'content/press-releases/shore-power-1/quay-of-port-merrow-final.png'))).toBe(false)
  })

  test('nor when a file stands where a folder should, or a folder where a file should', async () => {
    const folder = newFolder()
    mkdirSync(path.join(folder, 'content'))
    writeFileSync(path.join(folder, 'content/press-releases'), 'a file')
    mkdirSync(path.join(folder, 'content/statements/shore-power-2/index.md'), { recursive: true })
    const summary = await exportTo(folder, { stories: [approved(), approved({ number: 2, kind: 'statement' })] })
    expect(summary.problems.map(({ code }) => code)).toEqual(['not-ours', 'not-ours'])
    expect(read(folder, 'content/press-releases')).toBe('a file')
  })

  test('nor when a story moves to where they are', async () => {
    const folder = newFolder()
    await exportTo(folder, { stories: [approved()] })
    const moved = 'content/press-releases/new-name/index.md'
    mkdirSync(path.dirname(path.join(folder, moved)), { recursive: true })
    writeFileSync(path.join(folder, moved), 'foreign')
    const summary = await exportTo(folder, { stories: [approved({ fields: { slug: 'new-name' } })], all: true })
    expect(summary).toMatchObject({ stories: 0, removed: 0, problems: [{ code: 'not-ours', place: moved }] })
    expect(read(folder, moved)).toBe('foreign')
    expect(existsSync(path.join(folder, page))).toBe(true)
  })
})

describe('a page of ours that somebody edited', () => {
  test('is kept, and told with what to do', async () => {
    const folder = newFolder()
    await exportTo(folder, { stories: [withPicture()] })
    writeFileSync(path.join(folder, page), 'edited by hand')
    const summary = await exportTo(folder, { stories: [approved({ body: [paragraph('A new version.')], fields: { heroImage: hero }, files: [quayPicture] })] })
    expect(summary).toMatchObject({ stories: 0, written: 0, problems: [{ code: 'edited-by-hand', place: page, message: expect.stringContaining('export again') }] })
    expect(read(folder, page)).toBe('edited by hand')
  })

  test('stays ours: put back as it was, it is updated again', async () => {
    const folder = newFolder()
    await exportTo(folder, { stories: [approved()] })
    const original = read(folder, page)
    writeFileSync(path.join(folder, page), 'edited by hand')
    const next = approved({ body: [paragraph('A new version.')] })
    await exportTo(folder, { stories: [next] })
    writeFileSync(path.join(folder, page), original)
    expect(await exportTo(folder, { stories: [next] })).toMatchObject({ written: 1, problems: [] })
    expect(read(folder, page)).toContain('A new version.')
  })

  test('is not removed with its story either', async () => {
    const folder = newFolder()
    await exportTo(folder, { stories: [withPicture()] })
    writeFileSync(path.join(folder, page), 'edited by hand')
    const summary = await exportTo(folder, { stories: [], all: true })
    expect(summary).toMatchObject({ removed: 1, problems: [{ code: 'edited-by-hand', place: page }] })
    expect(read(folder, page)).toBe('edited by hand')
  })

  test('that somebody deleted is written again', async () => {
    const folder = newFolder()
    await exportTo(folder, { stories: [approved()] })
    rmSync(path.join(folder, page))
    expect(await exportTo(folder, { stories: [approved()] })).toMatchObject({ written: 1 })
  })
})

describe('stories that changed or left', () => {
  test('take their old files with them when they move', async () => {
    const folder = newFolder()
    await exportTo(folder, { stories: [withPicture()] })
    const summary = await exportTo(folder, { stories: [approved({ fields: { slug: 'new-name', heroImage: hero }, files: [quayPicture] })] })
    expect(summary).toMatchObject({ written: 2, removed: 2 })
    expect(readdirSync(path.join(folder, 'content/press-releases'))).toEqual(['new-name'])
  })

  test('are removed when all stories are exported, and only then', async () => {
    const folder = newFolder()
    await exportTo(folder, { stories: [withPicture(1), withPicture(2)], all: true })
    expect(await exportTo(folder, { stories: [withPicture(2)] })).toMatchObject({ removed: 0 })
    expect(existsSync(path.join(folder, page))).toBe(true)
    expect(await exportTo(folder, { stories: [withPicture(2)], all: true })).toMatchObject({ removed: 2, unchanged: 2 })
    expect(existsSync(path.join(folder, 'content/press-releases/shore-power-1'))).toBe(false)
  })

  test('leave their address to another story at once', async () => {
    const folder = newFolder()
    await exportTo(folder, { stories: [approved({ number: 1 })], all: true })
    const heir = approved({ number: 2, fields: { slug: 'shore-power-1' } })
    expect(await exportTo(folder, { stories: [heir], all: true })).toMatchObject({ written: 1, removed: 0, problems: [] })
    expect(read(folder, page)).toContain('Shore power for port 2')
    expect(await exportTo(folder, { stories: [heir], all: true })).toMatchObject({ written: 0, unchanged: 1 })
  })

  test('change presets in place: what the former one wrote goes', async () => {
    const folder = newFolder()
    await exportTo(folder, { stories: [withPicture()], all: true })
    await exportTo(folder, { stories: [withPicture()], all: true, preset: 'jekyll' })
    expect(Object.keys(filesIn(folder))).toEqual([manifest, '_posts/2026-03-02-shore-power-1.md', 'assets/2026-03-02-shore-power-1/quay-of-port-merrow-final.png'])
  })
})

describe('names', () => {
  test('two stories with one slug get two pages; who had it first keeps it', async () => {
    const folder = newFolder()
    const [second, first] = [approved({ number: 2, fields: { slug: 'same' }, approvedAt: '2026-03-01T09:30:00.000Z' }), approved({ number: 1, fields: { slug: 'same' } })]
    await exportTo(folder, { stories: [first] })
    const summary = await exportTo(folder, { stories: [second, first], all: true })
    expect(summary.problems).toMatchObject([{ code: 'slug-changed', place: 'content/press-releases/same-00000002/index.md, field ‘slug’' }])
    expect(read(folder, 'content/press-releases/same/index.md')).toContain('port 1')
    expect(read(folder, 'content/press-releases/same-00000002/index.md')).toContain('port 2')
    expect(await exportTo(folder, { stories: [first, second], all: true })).toMatchObject({ unchanged: 2, written: 0 })
  })

  test.each([
    ['../../outside', 'outside'],
    ['CON', 'con-story'],
    ['aux', 'aux-story'],
    ['Ends with dots...', 'ends-with-dots'],
    ['a/b\\c:d*e?', 'a-b-c-d-e'],
    ['x'.repeat(300), 'x'.repeat(180)],
    ['漢'.repeat(100), '漢'.repeat(60)],
  ])('a slug ‘%s’ becomes a safe part of a path', async (slug, part) => {
    const folder = newFolder()
    await exportTo(folder, { stories: [approved({ fields: { slug } })] })
    expect(readdirSync(path.join(folder, 'content/press-releases'))).toEqual([part])
  })

  test('files of one story with the same name are told apart', async () => {
    const folder = newFolder()
    const twins = ['Plan.PDF', 'plan.pdf', 'PLAN!.pdf'].map((name, index) => ({ ...planFile, name, hash: (index === 0 ? planFile : quayPicture).hash })).slice(0, 2)
    await exportTo(folder, { stories: [approved({ files: twins })] })
    expect(readdirSync(path.join(folder, 'content/press-releases/shore-power-1')).sort()).toEqual(['index.md', 'plan-2.pdf', 'plan.pdf'])
  })
})

describe('links in the folder', () => {
  test('that lead out of it are not followed', async () => {
    const [folder, outside] = [newFolder(), newFolder()]
    symlinkSync(outside, path.join(folder, 'content'))
    const summary = await exportTo(folder, { stories: [withPicture()] })
    expect(summary).toMatchObject({ stories: 0, problems: [{ code: 'leads-outside' }, { code: 'leads-outside' }] })
    expect(readdirSync(outside)).toEqual([])
  })

  test('that lead to another of its folders are', async () => {
    const folder = newFolder()
    mkdirSync(path.join(folder, 'real'))
    symlinkSync('real', path.join(folder, 'content'))
    expect(await exportTo(folder, { stories: [withPicture()] })).toMatchObject({ stories: 1, problems: [] })
    expect(existsSync(path.join(folder, 'real/press-releases/shore-power-1/index.md'))).toBe(true)
  })

  test('in place of a file are not written through, nor removed', async () => {
    const [folder, outside] = [newFolder(), newFolder()]
    await exportTo(folder, { stories: [approved()] })
    renameSync(path.join(folder, page), path.join(outside, 'index.md'))
    symlinkSync(path.join(outside, 'index.md'), path.join(folder, page))
    const before = read(outside, 'index.md')
    expect(await exportTo(folder, { stories: [approved({ body: [paragraph('New.')] })] })).toMatchObject({ stories: 0, problems: [{ code: 'not-ours' }] })
    expect(await exportTo(folder, { stories: [], all: true })).toMatchObject({ removed: 0, problems: [{ code: 'not-ours' }] })
    expect(read(outside, 'index.md')).toBe(before)
  })
})

describe('a damaged or hostile manifest', () => {
  test.each([
    ['no JSON', '{'],
    ['another format', '{"format":"copydesk.export/2","preset":"hugo","files":[]}'],
    ['a path out of the folder', JSON.stringify({ format: 'copydesk.export/1', preset: 'hugo', files: [{ path: '../victim.txt', sha256: 'a'.repeat(64), story: approved().revision.story, revision: 'a'.repeat(64) }] })],
  ])('stops the export: %s', async (_what, text) => {
    const folder = newFolder()
    writeFileSync(path.join(folder, manifest), text)
    await expect(exportTo(folder, { stories: [approved()], all: true })).rejects.toMatchObject({ failure: { code: 'manifest-damaged', place: path.join(folder, manifest) } })
    expect(Object.keys(filesIn(folder))).toEqual([manifest])
  })
})

describe('an interrupted export', () => {
  test('that was cancelled between two stories leaves a true manifest', async () => {
    const folder = newFolder()
    const cancelling = new AbortController()
    const running = exportTo(folder, { stories: [withPicture(1), withPicture(2), withPicture(3)], signal: cancelling.signal, report: ({ done }) => done === 1 && cancelling.abort() })
    await expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } })
    const { files } = JSON.parse(read(folder, manifest))
    expect(files.map((entry: { path: string }) => entry.path)).toEqual(Object.keys(filesIn(folder)).filter((name) => name !== manifest))
    expect(files).toHaveLength(4)
    expect(await exportTo(folder, { stories: [withPicture(1), withPicture(2), withPicture(3)] })).toMatchObject({ written: 2, unchanged: 4 })
  })

  test('that was killed knows its own files again', async () => {
    const folder = newFolder()
    const [former, next] = [approved(), approved({ body: [paragraph('A second version.')] })]
    await exportTo(folder, { stories: [former] })
    // As a kill leaves it: the manifest announces the second version, which is written.
    const elsewhere = newFolder()
    await exportTo(elsewhere, { stories: [next] })
    const entries = JSON.parse(read(folder, manifest))
    entries.files[0].next = JSON.parse(read(elsewhere, manifest)).files[0].sha256
    writeFileSync(path.join(folder, manifest), JSON.stringify(entries))
    writeFileSync(path.join(folder, page), read(elsewhere, page))
    expect(await exportTo(folder, { stories: [approved({ body: [paragraph('A third version.')] })] })).toMatchObject({ written: 1, problems: [] })
    expect(read(folder, page)).toContain('third')
  })

  test('a story whose file is missing is not written at all, and the others are', async () => {
    const folder = newFolder()
    const summary = await exportTo(folder, { stories: [withPicture(1), approved({ number: 2 })], readAsset: readerOf() })
    expect(summary).toMatchObject({ stories: 1, problems: [{ code: 'write-failed', place: page, message: expect.stringContaining('Shore power for port 1') }] })
    expect(Object.keys(filesIn(folder))).toEqual([manifest, 'content/press-releases/shore-power-2/index.md'])
  })
})

test('what Markdown can’t say is told with the file that it is in', async () => {
  const cell = (text: string, colspan = 1) => ({ type: 'tableCell', attrs: { colspan, rowspan: 1, colwidth: null, align: null }, content: [paragraph(text)] })
  const table = { type: 'table', content: [{ type: 'tableRow', content: [cell('Port'), cell('Berths')] }, { type: 'tableRow', content: [cell('none yet', 2)] }] }
  const summary = await exportTo(newFolder(), { stories: [approved({ body: [table] })] })
  expect(summary.problems).toEqual([{ code: 'markdown-loss', message: expect.stringContaining('merged cells'), place: page }])
})

test('code that looks like a shortcode is made harmless for Hugo, or the story stays out', async () => {
  const folder = newFolder()
  const code = (text: string) => ({ type: 'codeBlock', attrs: { language: null }, content: [words(text)] })
  const summary = await exportTo(folder, { stories: [approved({ body: [code('{{< youtube x >}}')] }), approved({ number: 2, body: [code('{{< never closed')] })] })
  expect(read(folder, page)).toContain('{{</* youtube x */>}}')
  expect(summary).toMatchObject({ stories: 1, problems: [{ code: 'template-code', place: 'content/press-releases/shore-power-2/index.md' }] })
})
