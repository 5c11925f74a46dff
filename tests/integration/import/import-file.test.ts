import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/main/import/import-file'
import { sourceLimit } from '../../../src/main/import/read-source'
import { describeAsset, listAssets } from '../../../src/main/store/assets'
import { snapshot } from '../../../src/main/store/snapshot'
import { loadStory, storyIds } from '../../../src/main/store/stories'
import { listStories } from '../../../src/main/store/story-lists'
import type { ImportReport } from '../../../src/shared/ipc'
import { AssetHash } from '../../../src/shared/story/ids'
import { FileValue, ImageValue } from '../../../src/shared/story/kind'
import type { Revision } from '../../../src/shared/story/revision'
import { plainText } from '../../../src/shared/story/text'
import { deskOfTwo, temporaryFolder, type TestDesk } from '../desk/people'

const fixtures = path.join(import.meta.dirname, '../../fixtures')
const newsPage = path.join(fixtures, 'news-page/news.html')

const run = (made: TestDesk, file: string, signal?: AbortSignal, report?: (progress: { done: number; total: number; label: string }) => void): Promise<ImportReport> =>
  importFile(made.desk, { file, by: made.amina.member.id, signal, report })

function storiesOf({ desk }: TestDesk, report: ImportReport): Revision[] {
  return report.created.map(({ story }) => snapshot(desk, story, loadStory(desk.db, story)))
}

function fileOf(name: string, content: string | Uint8Array): string {
  const file = path.join(temporaryFolder(), name)
  writeFileSync(file, content)
  return file
}

const heading = (title: string, address: string, more = ''): string => `<article><h2><a href="${address}">${title}</a></h2><p>Some words about it.</p>${more}</article>`

describe('a saved news page of ten entries', () => {
  test('becomes ten drafts of the right kinds, by whoever imported it', async () => {
    const made = deskOfTwo()
    const report = await run(made, newsPage)
    expect(report.created.map(({ kind }) => kind)).toEqual(['newsletter', 'readout', 'publication', 'statement', 'research', 'media-feature', 'announcement', 'cross-post', 'knowledge-product', 'press-release'])
    const { rows } = listStories(made.desk.db, { view: 'myDrafts', search: '', kind: null, offset: 0, limit: 50, member: made.amina.member.id })
    expect(rows.map(({ headline }) => headline)).toEqual(report.created.map(({ headline }) => headline))
    expect(new Set(rows.map(({ author }) => author))).toEqual(new Set(['Amina Okafor']))
  })

  test('each with its fields', async () => {
    const made = deskOfTwo()
    const stories = storiesOf(made, await run(made, newsPage))
    expect(stories.map(({ fields }) => fields['date'])).toEqual(['2026-11-12', '2026-10-29', '2026-10-14', '2026-09-30', '2026-09-17', '2026-09-08', '2026-08-27', '2026-08-11', '2026-01-20', '2026-01-08'])
    expect(stories.map(({ fields }) => fields['language'])).toEqual([...Array.from({ length: 9 }, () => 'en-GB'), 'ar'])
    expect(stories[1]?.fields).toMatchObject({ headline: 'Readout: mayors meet on the ferry to São Brás', slug: 'readout-porto-alvar' })
    expect(stories[5]?.fields).toMatchObject({ outlet: 'The Tidewater Courier', outletAddress: 'https://www.tidewatercourier.example/cities/2026/09/ports-hire-from-the-ferry-queue' })
    expect(stories[7]?.fields).toMatchObject({
      origin: 'Quayside Institute',
      originAddress: 'https://www.quayside-institute.example/briefs/who-crosses-the-bridge',
    })
    expect(stories[9]?.fields['headline']).toBe('مدينة نهر الساحل تفتتح أول مكتب استقبال مشترك للوافدين الجدد')
  })

  test('with their texts: subheads, lists, links, the quotation and the table', async () => {
    const made = deskOfTwo()
    const [newsletter, readout, publication, statement, research, , , crossPost] = storiesOf(made, await run(made, newsPage))
    const types = (story: Revision | undefined): string[] => (story?.body.content ?? []).map(({ type }) => type)
    expect(types(newsletter)).toEqual(['paragraph', 'paragraph', 'heading', 'bulletList', 'heading', 'paragraph', 'paragraph', 'paragraph'])
    expect(types(readout)).toContain('orderedList')
    expect(types(publication)).toEqual(['paragraph', 'table', 'paragraph'])
    expect(publication?.body.content?.[1]?.attrs?.['caption']).toBeTruthy()
    expect(types(statement)).toContain('blockquote')
    expect(research?.body.content?.filter(({ type }) => type === 'heading').map(({ attrs }) => attrs?.['level'])).toEqual([2, 2, 2])
    expect(JSON.stringify(newsletter?.body)).toContain('https://www.harbourcities.example/programmes/exchange/')
    // What a cross-post says of its origin is in its fields, not in its text once more; a note in words of its own stays.
    expect(plainText(crossPost?.body ?? { type: 'doc' })).not.toMatch(/first appeared/)
    expect(plainText(crossPost?.body ?? { type: 'doc' })).toMatch(/^The Council shares texts of partner organisations; cross-posting does not mean that it endorses or agrees with all that they say\.\n/)
    expect(crossPost?.fields).not.toHaveProperty('endorsementNote')
  })

  test('with their images and the report as files of the desk', async () => {
    const made = deskOfTwo()
    const stories = storiesOf(made, await run(made, newsPage))
    const heroes = stories.map(({ fields }) => ImageValue.safeParse(fields['heroImage']).data)
    expect(heroes.map((hero) => hero && describeAsset(made.desk.db, AssetHash.parse(hero.asset))?.name)).toEqual(['harbour-dawn.jpg', 'ferry-tour.jpg', 'report-cover.png', 'lectern.jpg', 'tram-street.jpg', 'market-street.jpg', undefined, 'bridge-mist.jpg', undefined, 'city-hall.jpg'])
    expect(heroes[0]?.alt).toBe('Sailing boats on a calm harbour at dawn, with low hills behind the town')
    expect(heroes[1]).toMatchObject({ alt: '', decorative: false })
    const report = FileValue.parse(stories[2]?.fields['report'])
    expect(report.name).toBe('welcoming-harbours-2026.pdf')
    expect(describeAsset(made.desk.db, AssetHash.parse(report.asset))?.mime).toBe('application/pdf')
  })

  test('and says what was left out, with the entry', async () => {
    const { problems } = await run(deskOfTwo(), newsPage)
    expect(problems.map(({ place, message }) => `${place}: ${message}`)).toEqual([
      expect.stringMatching(/^news\.html, entry 1, .*javascript:/),
      expect.stringMatching(/^news\.html, entry 7, .*lighthouse-network\.jpg’ was not taken: it is on the web/),
      expect.stringMatching(/^news\.html, entry 9, ‘2025 year in review’: Only its beginning is in the file/),
    ])
  })

  test('nothing hostile of it is on the desk', async () => {
    const made = deskOfTwo()
    const stories = storiesOf(made, await run(made, newsPage))
    expect(JSON.stringify(stories)).not.toMatch(/javascript:|onerror|<script|collect\.example|pixel\.metrics|document\.cookie|Injected/)
    expect(listAssets(made.desk.db)).toHaveLength(9)
  })

  test('imported again brings nothing twice, and says so', async () => {
    const made = deskOfTwo()
    await run(made, newsPage)
    const again = await run(made, newsPage)
    expect(again.created).toEqual([])
    expect(again.problems.map(({ code }) => code)).toEqual(Array.from({ length: 10 }, () => 'import-already-here'))
    expect(storyIds(made.desk.db)).toHaveLength(10)
  })

  test('imported again after it has grown brings only what is new', async () => {
    const made = deskOfTwo()
    await run(made, newsPage)
    const folder = temporaryFolder()
    cpSync(path.dirname(newsPage), folder, { recursive: true })
    const grown = readFileSync(newsPage, 'utf8').replace('<div class="news-list">', `<div class="news-list">${heading('Mayors agree on winter rooms', 'https://www.harbourcities.example/news/winter-rooms/')}`)
    writeFileSync(path.join(folder, 'news (1).html'), grown)
    expect((await run(made, path.join(folder, 'news (1).html'))).created.map(({ headline }) => headline)).toEqual(['Mayors agree on winter rooms'])
  })

  test('says how far it is, and stops when it is told to, keeping what is whole', async () => {
    const made = deskOfTwo()
    const stop = new AbortController()
    const steps: string[] = []
    const report = await run(made, newsPage, stop.signal, ({ done, total, label }) => {
      steps.push(`${done}/${total} ${label.slice(0, 10)}`)
      if (done === 2) stop.abort()
    })
    expect(steps).toEqual(['0/10 مدينة نهر ', '1/10 2025 year ', '2/10 Who crosse'])
    expect(report.created).toHaveLength(3)
    expect(report.problems.at(-1)?.message).toBe('The import was stopped after 3 of 10 stories. What was imported before stays.')
    expect(storyIds(made.desk.db)).toHaveLength(3)
  })
})

describe('files beside a page', () => {
  const refused = async (address: string, prepare: (folder: string) => void = () => {}): Promise<{ problems: string[]; assets: number }> => {
    const made = deskOfTwo()
    const outside = temporaryFolder()
    const folder = path.join(outside, 'page')
    mkdirSync(folder)
    cpSync(path.join(path.dirname(newsPage), 'news_files/lectern.jpg'), path.join(outside, 'secret.jpg'))
    prepare(folder)
    writeFileSync(path.join(folder, 'page.html'), `<main>${heading('A story', '/a', `<p>Text.</p><img src="${address}" alt="x"><p>More text.</p>`)}${heading('Another one', '/b')}</main>`)
    const report = await run(made, path.join(folder, 'page.html'))
    expect(report.created).toHaveLength(2)
    return { problems: report.problems.map(({ message }) => message).filter((message) => message.includes('not taken') || message.includes('left out')), assets: listAssets(made.desk.db).length }
  }

  test.each([
    ['../secret.jpg', 'it is not in the folder of the page'],
    ['sub/../../secret.jpg', 'it is not in the folder of the page'],
    ['..%2Fsecret.jpg', 'it is not in the folder of the page'],
    ['..\\secret.jpg', 'it is not in the folder of the page'],
    ['/etc/hostname', 'it is not in the folder of the page'],
    ['C:\\Users\\secret.jpg', 'it is not in the folder of the page'],
    ['file:///etc/hostname', 'its address is not that of a file beside the page'],
    ['//host.example/secret.jpg', 'it is on the web'],
    ['missing.jpg', 'it is missing from the folder of the page'],
    ['.', 'it is not in the folder of the page'],
  ])('are not read from elsewhere: %s', async (address, reason) => {
    const { problems, assets } = await refused(address)
    expect(problems).toEqual([expect.stringContaining(reason)])
    expect(assets).toBe(0)
  })

  test('are not read through a link that leads out', async () => {
    const { problems, assets } = await refused('link.jpg', (folder) => symlinkSync(path.join(folder, '..', 'secret.jpg'), path.join(folder, 'link.jpg')))
    expect(problems).toEqual([expect.stringContaining('it is not in the folder of the page')])
    expect(assets).toBe(0)
  })

  test('are taken by their bytes, not by their names', async () => {
    const made = deskOfTwo()
    const file = fileOf('page.html', `<main>${heading('A story', '/a', '<p>Text.</p><img src="picture.jpg"><p>More.</p>')}${heading('Another one', '/b')}</main>`)
    writeFileSync(path.join(path.dirname(file), 'picture.jpg'), '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const report = await run(made, file)
    expect(report.problems.map(({ message }) => message).join()).toMatch(/‘picture.jpg’ is an SVG drawing/)
    expect(listAssets(made.desk.db)).toEqual([])
  })
})

describe('a file that can’t be imported is refused with one sentence, and nothing changes', () => {
  const refusal = async (file: string): Promise<string> => {
    const made = deskOfTwo()
    const error: unknown = await run(made, file).then(() => null, (reason: unknown) => reason)
    expect(storyIds(made.desk.db)).toEqual([])
    expect(error).toMatchObject({ name: 'DeskError' })
    return error instanceof Error ? error.message : ''
  }

  test('an empty one', async () => expect(await refusal(fileOf('a.html', ' \n'))).toBe('‘a.html’ is empty.'))
  test('a picture under another name', async () => expect(await refusal(fileOf('a.txt', readFileSync(path.join(path.dirname(newsPage), 'news_files/lectern.jpg'))))).toMatch(/^‘a.txt’ is not a text file/))
  test('a page without a story', async () => expect(await refusal(fileOf('a.html', '<p>Nothing here.</p>'))).toMatch(/^No story was found in ‘a.html’\. A page of news has headings/))
  test('a type that is not imported', async () => expect(await refusal(fileOf('a.docx', 'x'))).toMatch(/^‘a.docx’ is of a type that can’t be imported/))
  test('a web archive, with what to do', async () => expect(await refusal(fileOf('a.mhtml', 'x'))).toMatch(/Save the page as ‘Web page, complete’/))
  test('one that is not there', async () => expect(await refusal(path.join(temporaryFolder(), 'a.html'))).toMatch(/^‘a.html’ can’t be read/))
  test('a folder', async () => {
    const folder = path.join(temporaryFolder(), 'a.html')
    mkdirSync(folder)
    expect(await refusal(folder)).toMatch(/^‘a.html’ (?:is not a file|can’t be read)/)
  })
  test('one that is too large', async () => {
    const file = fileOf('a.html', '')
    truncateSync(file, sourceLimit + 1)
    expect(await refusal(file)).toBe('‘a.html’ has 21 MB; a page may have up to 20 MB without its pictures.')
  })
  test('one that is nested without end', async () => expect(await refusal(fileOf('a.html', `${'<div>'.repeat(100_000)}<h1>A</h1>`))).toMatch(/nested too deeply/))
})

describe('other files', () => {
  test('a plain text of news becomes stories, with what nobody can know said', async () => {
    const made = deskOfTwo()
    const report = await run(made, path.join(fixtures, 'plain-text/news.txt'))
    expect(report.created.map(({ kind }) => kind)).toEqual(['newsletter', 'readout', 'publication', 'statement', 'research', 'media-feature', 'announcement', 'announcement', 'cross-post', 'knowledge-product'])
    const stories = storiesOf(made, report)
    expect(stories[5]?.fields['outlet']).toBe('Meridian Post')
    expect(stories[8]?.fields).toMatchObject({ origin: 'Delta Forum', summary: 'Seasonal work needs rooms that exist for five months, and few cities plan for them…' })
    expect(report.problems.filter(({ message }) => message.startsWith('Nothing says')).map(({ place }) => place)).toEqual(['news.txt, line 33, ‘A Town of Boat Builders Finds Its Apprentices’'])
    expect((await run(made, path.join(fixtures, 'plain-text/news.txt'))).created).toEqual([])
  })

  test('Markdown becomes a story of the kind that it names, with its files', async () => {
    const made = deskOfTwo()
    const file = fileOf('2026-03-02-a-desk.md', '---\ntitle: A desk\ndescription: Three offices share a room.\nkind: press-release\nlanguage: fr\nparams:\n  dateline: Lysøy\n  nonsense: {a: 1}\nheroImage: quay.jpg\n---\n\nThe *text*.[^1]\n\n![A quay](quay.jpg)\n\n[^1]: A note.\n')
    cpSync(path.join(path.dirname(newsPage), 'news_files/lectern.jpg'), path.join(path.dirname(file), 'quay.jpg'))
    const report = await run(made, file)
    const [story] = storiesOf(made, report)
    expect(report.problems).toEqual([])
    expect(story).toMatchObject({ kind: 'press-release', fields: { headline: 'A desk', slug: 'a-desk', summary: 'Three offices share a room.', language: 'fr', dateline: 'Lysøy', date: '2026-03-02' } })
    expect(story?.fields).not.toHaveProperty('nonsense')
    expect(story?.body.content?.map(({ type }) => type)).toEqual(['paragraph', 'figure'])
    expect(plainText(story?.body ?? { type: 'doc' })).toBe('The text. A note.')
    expect(story?.assets).toHaveLength(1)
  })

  test('a page saved as text is read as the page that it is, and one in another encoding as what it says', async () => {
    const made = deskOfTwo()
    const html = `<!doctype html><meta charset="iso-8859-1"><main>${heading('São Brás', '/a')}${heading('Lysøy', '/b')}</main>`
    const report = await run(made, fileOf('page.txt', Buffer.from(html, 'latin1')))
    expect(report.created.map(({ headline }) => headline)).toEqual(['São Brás', 'Lysøy'])
  })
})

test('two stories with one headline get slugs of their own', async () => {
  const made = deskOfTwo()
  const report = await run(made, fileOf('page.html', `<main>${heading('Year in review', '/?p=1')}${heading('Year in review', '/?p=2')}</main>`))
  expect(storiesOf(made, report).map(({ fields }) => fields['slug'])).toEqual(['year-in-review-2', 'year-in-review'])
})

test('a story is stored whole or not at all, and the others go on', async () => {
  const made = deskOfTwo()
  made.desk.db.exec("CREATE TRIGGER full BEFORE INSERT ON story_index WHEN new.headline = 'Lysøy' BEGIN SELECT RAISE(ABORT, 'no room'); END")
  const report = await run(made, fileOf('page.html', `<main>${heading('São Brás', '/a')}${heading('Lysøy', '/b')}${heading('Porto Alvar', '/c')}</main>`))
  expect(report.created.map(({ headline }) => headline)).toEqual(['São Brás', 'Porto Alvar'])
  expect(report.problems.find(({ code }) => code === 'import-entry')).toMatchObject({ message: 'This story could not be imported.', place: 'page.html, entry 2, ‘Lysøy’' })
  expect(storyIds(made.desk.db)).toHaveLength(2)
})

test('the fixture page brings every file that it names but the one on the web', () => {
  const names = readdirSync(path.join(path.dirname(newsPage), 'news_files')).sort()
  const html = readFileSync(newsPage, 'utf8')
  expect(names.filter((name) => !html.includes(name))).toEqual([])
})
