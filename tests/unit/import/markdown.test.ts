import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../src/main/import/markdown/read-markdown'
import { plainText } from '../../../src/shared/story/text'

const words = (entry: ReturnType<typeof readMarkdown>): string => plainText(entry.body(() => null).body)

describe('front matter is read under the names of the site generators', () => {
  const shapes: Record<string, string> = {
    Hugo: 'title: A desk\ndescription: Three offices.\ndate: 2026-03-02T09:00:00+01:00\ntags: [Arrival]\nslug: a-desk\nparams:\n  kind: press-release\n  dateline: Lysøy',
    Jekyll: 'title: A desk\ndescription: Three offices.\ndate: 2026-03-02 09:00:00 +0100\ntags: [Arrival]\npermalink: /news/a-desk/\nkind: press-release\ndateline: Lysøy',
    Eleventy: 'title: A desk\ndescription: Three offices.\ndate: 2026-03-02\ntags:\n  - Arrival\npermalink: /a-desk/index.html\nkind: press-release\ndateline: Lysøy',
    Astro: 'title: A desk\ndescription: Three offices.\npubDate: 2026-03-02\ntags: [Arrival]\nslug: a-desk\nkind: press-release\ndateline: Lysøy',
  }
  test.each(Object.entries(shapes))('%s', (_generator, matter) => {
    const entry = readMarkdown(`---\n${matter}\n---\n\nThe text.\n`, { file: 'index.md' })
    expect(entry).toMatchObject({ headline: 'A desk', summary: 'Three offices.', date: '2026-03-02', topics: ['Arrival'] })
    expect(entry.given).toMatchObject({ kind: 'press-release', fields: { dateline: 'Lysøy' } })
    expect(entry.given.fields['slug']).toBe('a-desk')
    expect(words(entry)).toBe('The text.')
  })
})

test('without a title in the front matter the first heading is the headline, and no part of the text', () => {
  const entry = readMarkdown('# A *desk* for everyone\n\nThe text.\n\n## More\n\nThe end.\n', { file: 'note.md' })
  expect(entry.headline).toBe('A desk for everyone')
  expect(entry.body(() => null).body.content?.map(({ type, attrs }) => [type, attrs?.['level']])).toEqual([['paragraph', undefined], ['heading', 2], ['paragraph', undefined]])
  expect(readMarkdown('A desk\n======\n\nThe text.\n', { file: 'note.md' }).headline).toBe('A desk')
})

test('a file without any title is called after its name, and dated by it', () => {
  expect(readMarkdown('The text.\n', { file: '2026-03-02-a-desk-for-everyone.md' })).toMatchObject({ headline: 'A desk for everyone', date: '2026-03-02', given: { fields: { slug: 'a-desk-for-everyone' } } })
})

test('a page called index has the name of its folder', () => {
  expect(readMarkdown('The text.', { file: 'index.md', folder: 'a-desk' }).given.fields['slug']).toBe('a-desk')
})

test('a summary that is left empty stays empty', () => {
  expect(readMarkdown('---\ntitle: A desk\nsummary: ""\n---\nThe text.', { file: 'a.md' }).summary).toBe('')
  expect(readMarkdown('---\ntitle: A desk\n---\nThe text.', { file: 'a.md' }).summary).toBe('The text.')
})

test('a lead image is read with its words, in the forms that themes use', () => {
  const image = (matter: string) => readMarkdown(`---\ntitle: A\n${matter}\n---\n`, { file: 'a.md' }).image
  expect(image('heroImage: a.jpg\nheroImageAlt: A quay')).toMatchObject({ address: 'a.jpg', alt: 'A quay' })
  expect(image('image:\n  src: a.jpg\n  alt: A quay\n  caption: At dawn')).toMatchObject({ address: 'a.jpg', alt: 'A quay', caption: 'At dawn' })
  expect(image('images: [a.jpg, b.jpg]')).toMatchObject({ address: 'a.jpg' })
  expect(image('image: 7')).toBeNull()
})

test('the files of the text are named, so that they can be put on the desk first', () => {
  expect(readMarkdown('---\ntitle: A\nreport: files/r.pdf\n---\n![A quay](quay.jpg)\n', { file: 'a.md' })).toMatchObject({ bodyFiles: ['quay.jpg'], files: [{ address: 'files/r.pdf', label: '' }] })
})

test('front matter that can’t be read is said, and the text is kept', () => {
  const entry = readMarkdown('---\ntitle: [\n---\n\nThe text.\n', { file: 'a-desk.md' })
  expect(entry.problems.join()).toMatch(/front matter could not be read/)
  expect(words(entry)).toBe('The text.')
})
