import { describe, expect, test } from 'vitest'
import type { PreflightInput } from '../../../src/shared/checks/check'
import type { Finding } from '../../../src/shared/checks/finding'
import { preflight } from '../../../src/shared/checks/preflight'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { Instant } from '../../../src/shared/story/ids'
import type { DocumentMark, DocumentNode } from '../../../src/shared/story/revision'
import { defaultPolicy } from '../../../src/shared/workflow/policy'
import { everyBlock, everyBlockInArabic } from '../../fixtures/every-block'

const own = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'
const fields = { headline: 'Nine ports agree on quiet nights', slug: 'nine-ports', summary: 'Mayors of nine port cities have agreed how long ships may run engines at night.' }
const kind = defaultKinds.find(({ id }) => id === 'announcement') ?? defaultKinds[0]!

const text = (words: string, ...marks: DocumentMark[]): DocumentNode => ({ type: 'text', text: words, marks })
const link = (href: string): DocumentMark => ({ type: 'link', attrs: { href } })
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const heading = (words: string): DocumentNode => ({ type: 'heading', attrs: { level: 2 }, content: [text(words)] })

function findingsOf(content: readonly DocumentNode[], more: Partial<PreflightInput> = {}): Finding[] {
  return preflight({ kind, fields, body: { type: 'doc', content: [paragraph(text('Ships switch off at ten.')), ...content] }, story: own, now: Instant.parse('2026-03-02T09:00:00.000Z'), policy: defaultPolicy, purpose: 'submit', ...more })
}
const found = (check: string, content: readonly DocumentNode[], more: Partial<PreflightInput> = {}): Finding[] => findingsOf(content, more).filter((finding) => finding.check === check)

test.each([
  ['English', everyBlock()],
  ['Arabic', everyBlockInArabic()],
])('a page with every block, in %s, has nothing against it', (_language, body) => {
  const findings = findingsOf(body.content ?? [], { storyStanding: () => 'published' })
  expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
})

describe('a link to a heading', () => {
  test('that is in the text is fine, also when it names the story', () => {
    expect(found('heading-link', [heading('Who pays'), heading('Who pays'), paragraph(text('a', link('#who-pays')), text('b', link('#who-pays-2')), text('c', link(`story:${own}#who-pays`)), text('top', link('#')))])).toEqual([])
  })

  test('that is not there is told where it is called', () => {
    expect(found('heading-link', [heading('Who pays'), paragraph(text('See '), text('the money', link('#who-paid')))])).toMatchObject([
      { severity: 'warning', message: 'The link ‘the money’ leads to a heading that is not in the text: who-paid', place: { in: 'body', path: [2, 1], excerpt: 'the money' } },
    ])
  })

  test('of another story is looked for there', () => {
    const content = [paragraph(text('a', link(`story:${other}#costs`)), text('b', link(`story:${other}#gone`)))]
    expect(found('heading-link', content, { storyHeadings: (story) => (story === other ? new Set(['costs']) : undefined) })).toMatchObject([{ message: 'The link ‘b’ leads to a heading that is not in the other story: gone' }])
    expect(found('heading-link', content)).toEqual([])
  })
})

describe('a link to another story', () => {
  const content = [
    paragraph(text('last year’s promise', link(`story:${other}`))),
    { type: 'button', attrs: { label: 'Read on', address: `story:${other}`, purpose: 'link' } },
    { type: 'relatedStories', attrs: { title: '' }, content: [{ type: 'relatedStory', attrs: { story: other, headline: 'A promise' } }] },
  ]

  test.each(['unknown', 'archived'] as const)('that is %s is a warning at each place', (standing) => {
    expect(found('story-link', content, { storyStanding: () => standing }).map(({ severity, place }) => [severity, place])).toEqual([
      ['warning', { in: 'body', path: [1, 0], excerpt: 'last year’s promise' }],
      ['warning', { in: 'body', path: [2], excerpt: 'Read on' }],
      ['warning', { in: 'body', path: [3, 0], excerpt: 'A promise' }],
    ])
  })

  test('that is not published yet is a note: it says what readers get until then', () => {
    expect(found('story-link', content, { storyStanding: () => 'unpublished' })).toMatchObject([
      { severity: 'note', message: '‘last year’s promise’ leads to a story that is not published yet. Until it is, readers get its words without a link.' },
      { severity: 'note', message: '‘Read on’ leads to a story that is not published yet. Until it is, readers don’t get the button.' },
      { severity: 'note', message: '‘A promise’ leads to a story that is not published yet. Until it is, readers get the headline without a link.' },
    ])
  })

  test('that is published is fine, and where nothing is known nothing is said', () => {
    expect(found('story-link', content, { storyStanding: () => 'published' })).toEqual([])
    expect(found('story-link', content)).toEqual([])
  })

  test('to the story itself is no question', () => {
    expect(found('story-link', [paragraph(text('above', link(`story:${own}#x`)))], { storyStanding: () => 'unpublished' })).toEqual([])
  })
})

test('images of a gallery need alternative text like all others', () => {
  const figure = (attrs: Record<string, unknown>): DocumentNode => ({ type: 'figure', attrs: { asset: 'a'.repeat(64), alt: '', caption: '', credit: '', decorative: false, ...attrs } })
  const gallery: DocumentNode = { type: 'gallery', attrs: { caption: 'Power' }, content: [figure({ alt: 'A cable' }), figure({ caption: 'Cabinets' }), figure({ decorative: true })] }
  expect(found('alt-text', [gallery])).toMatchObject([{ severity: 'blocker', place: { in: 'body', path: [1, 1], excerpt: 'Cabinets' } }])
})

test('a button needs words and an address that may be followed', () => {
  const button = (label: string, address: string): DocumentNode => ({ type: 'button', attrs: { label, address, purpose: 'link' } })
  expect(found('button', [button('Read', 'https://example.org'), button(' ', 'mailto:a@example.org'), button('Go', ''), button('Run', 'javascript:x')]).map(({ message, place }) => [message, place.in === 'body' && place.path])).toEqual([
    ['A button has no words.', [2]],
    ['The button ‘Go’ leads nowhere.', [3]],
    ['The button ‘Run’ has an address that is not allowed: javascript:x', [4]],
  ])
})

test('an embed needs a web address, and should have a title', () => {
  const embed = (address: string, title = ''): DocumentNode => ({ type: 'embed', attrs: { address, title } })
  expect(found('embed', [embed('https://youtu.be/abcdefghijk', 'A day'), embed(''), embed('javascript:x', 'Bad'), embed('https://www.vimeo.com/1')]).map(({ severity, message }) => [severity, message])).toEqual([
    ['blocker', 'The embed has no address.'],
    ['blocker', 'The embed ‘Bad’ has no web address: javascript:x'],
    ['note', 'An embed of vimeo.com has no title.'],
  ])
})

test('a list of related stories has some, each with a headline', () => {
  const related = (...headlines: string[]): DocumentNode => ({ type: 'relatedStories', attrs: { title: 'More' }, content: headlines.map((headline) => ({ type: 'relatedStory', attrs: { story: other, headline } })) })
  expect(found('related-stories', [related('One'), related(), related('Two', ' ')]).map(({ message, place }) => [message, place.in === 'body' && place.path])).toEqual([
    ['A list of related stories has no stories.', [2]],
    ['A related story has no headline.', [3, 1]],
  ])
})

test('a table has a row or a column of headings', () => {
  const cell = (type: string): DocumentNode => ({ type, content: [paragraph(text('12'))] })
  const table = (...rows: string[][]): DocumentNode => ({ type: 'table', attrs: { caption: 'Berths' }, content: rows.map((types) => ({ type: 'tableRow', content: types.map(cell) })) })
  const [th, td] = ['tableHeader', 'tableCell']
  expect(found('table-header', [table([th, th], [td, td]), table([td, td], [th, td]), table([td, th], [td, td])])).toEqual([])
  expect(found('table-header', [table([td, td], [td, th])])).toMatchObject([{ severity: 'warning', place: { path: [1], excerpt: 'Berths' } }])
})

test('a pull quote says words of the text, whatever its signs and capitals; what it leaves out is marked', () => {
  const quote = (words: string): DocumentNode => ({ type: 'pullQuote', attrs: { attribution: '' }, content: words === '' ? [] : [text(words)] })
  const said = paragraph(text('“A harbour is a neighbour,” she said. “It should, by all means, not keep anybody awake.”'))
  expect(found('pull-quote', [said, quote('a harbour is a neighbour'), quote('It should … not keep anybody awake')])).toEqual([])
  expect(found('pull-quote', [said, quote('It should not keep anybody awake'), quote('')])).toMatchObject([{ severity: 'warning', message: 'A pull quote is empty.', place: { path: [3] } }, { severity: 'note', place: { path: [2] } }])
})

test('the language of a phrase is one that there is', () => {
  const phrase = (lang: unknown): DocumentNode => paragraph(text('um porto', { type: 'language', attrs: { lang } }))
  expect(found('phrase-language', ['pt', 'pt-BR', 'ar', 'sr-Latn'].map(phrase))).toEqual([])
  expect(found('phrase-language', ['qq', 'no language', null].map(phrase)).map(({ message }) => message)).toEqual(['‘qq’, the language of ‘um porto’, is not known.', '‘no language’, the language of ‘um porto’, is not known.', 'The language of ‘um porto’ is not said.'])
})

test('the source of an image is a web address', () => {
  const figure = (source: string): DocumentNode => ({ type: 'figure', attrs: { asset: 'a'.repeat(64), alt: 'The quay', source } })
  expect(found('source-address', [figure(''), figure('https://example.org/x'), figure('javascript:x')])).toMatchObject([{ severity: 'warning', message: 'The source of an image is not a web address: javascript:x', place: { path: [3] } }])
})
