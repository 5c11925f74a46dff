import { describe, expect, test } from 'vitest'
import type { PreflightInput } from '../../../src/shared/checks/check'
import { isWebAddress } from '../../../src/shared/document/web-address'
import { checks, isBlocked, preflight } from '../../../src/shared/checks/preflight'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { Instant } from '../../../src/shared/story/ids'
import type { FieldValues, Kind } from '../../../src/shared/story/kind'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { defaultPolicy } from '../../../src/shared/workflow/policy'

const pdf = 'a'.repeat(64)
const photo = 'b'.repeat(64)
const lost = 'c'.repeat(64)

const kindNamed = (id: string): Kind => {
  const kind = defaultKinds.find((candidate) => candidate.id === id)
  if (kind === undefined) throw new Error(`There is no kind ${id}`)
  return kind
}

const text = (words: string, href?: unknown): DocumentNode => ({ type: 'text', text: words, ...(href !== undefined && { marks: [{ type: 'link', attrs: { href } }] }) })
const p = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const h = (level: number, words = 'What was agreed'): DocumentNode => ({ type: 'heading', attrs: { level }, content: words === '' ? [] : [text(words)] })
const figure = (attrs: Record<string, unknown>): DocumentNode => ({ type: 'figure', attrs: { asset: photo, alt: '', caption: '', credit: '', decorative: false, ...attrs } })
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })

const good: FieldValues = { headline: 'Nine ports agree on quiet nights', slug: 'nine-ports-agree', summary: 'Mayors of nine port cities have agreed how long ships may run engines at night.' }

interface Change {
  readonly kind?: string
  readonly fields?: Record<string, FieldValues[string] | undefined>
  readonly body?: DocumentNode
  readonly more?: Partial<PreflightInput>
}

function findingsOf({ kind = 'statement', fields = {}, body = doc(p(text('Ships switch off at ten.'))), more = {} }: Change = {}) {
  const values = Object.fromEntries(Object.entries({ ...good, ...fields }).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])))
  const mimes: Readonly<Record<string, string>> = { [pdf]: 'application/pdf', [photo]: 'image/jpeg' }
  return preflight({ kind: kindNamed(kind), fields: values, body, now: Instant.parse('2026-03-02T09:00:00.000Z'), policy: defaultPolicy, purpose: 'submit', assetMime: (hash) => mimes[hash], ...more })
}

const found = (check: string, change: Change) => findingsOf(change).filter((finding) => finding.check === check)

test('a story with everything has no findings', () => {
  expect(findingsOf()).toEqual([])
})

test('every check has an id of its own and a name', () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
  for (const { label } of checks) expect(label).not.toBe('')
})

test('blockers come first, then warnings, then notes', () => {
  const severities = findingsOf({ fields: { headline: undefined, summary: 'Short.' }, body: doc(h(4), p(text('here', 'https://harbour.example/'))) }).map(({ severity }) => severity)
  expect(severities).toEqual(['blocker', 'warning', 'note', 'note'])
})

test('a policy lets a warning block', () => {
  const findings = findingsOf({ body: doc(h(4), p(text('Ships.'))) })
  expect(isBlocked(findings, defaultPolicy)).toBe(false)
  expect(isBlocked(findings, { ...defaultPolicy, blocking: ['heading-order'] })).toBe(true)
})

describe('headline, slug, summary', () => {
  test.each([undefined, '', '  \n'])('a headline that is %j is missing', (headline) => {
    expect(found('headline', { fields: { headline } })).toEqual([{ check: 'headline', severity: 'blocker', message: 'The headline is missing.', place: { in: 'field', field: 'headline' }, fix: 'Write a headline.' }])
  })

  test('a headline may have 160 characters, not 161', () => {
    expect(found('headline', { fields: { headline: 'x'.repeat(160) } })).toEqual([])
    expect(found('headline', { fields: { headline: 'x'.repeat(161) } })).toMatchObject([{ severity: 'blocker', message: 'The headline has 161 characters; 160 are allowed.', fix: 'Shorten it by 1.' }])
  })

  test.each(['Nine Ports', 'nine ports', 'nine--ports', '-nine', 'nine/ports', '../nine', 'nine.html', 'nine?x'])('‘%s’ is no slug', (slug) => {
    expect(found('slug', { fields: { slug } })).toMatchObject([{ severity: 'blocker', message: `‘${slug}’ can’t be part of an address.`, place: { in: 'field', field: 'slug' } }])
  })

  test('a slug is needed, and belongs to one story', () => {
    expect(found('slug', { fields: { slug: undefined } })).toMatchObject([{ severity: 'blocker', message: 'The slug is missing.' }])
    expect(found('slug', { more: { slugTaken: true } })).toMatchObject([{ severity: 'blocker', message: 'Another story has the slug ‘nine-ports-agree’.' }])
    expect(found('slug', { fields: { slug: 'مدن-الميناء' } })).toEqual([])
  })

  test('a summary is needed, is not too long, and says something', () => {
    const place = { in: 'field', field: 'summary' }
    expect(found('summary', { fields: { summary: undefined } })).toMatchObject([{ severity: 'blocker', message: 'The summary is missing.', place }])
    expect(found('summary', { fields: { summary: 'x'.repeat(321) } })).toMatchObject([{ severity: 'blocker', message: 'The summary has 321 characters; 320 are allowed.', place }])
    expect(found('summary', { fields: { summary: 'x'.repeat(320) } })).toEqual([])
    expect(found('summary', { fields: { summary: 'Short.' } })).toMatchObject([{ severity: 'note', message: 'The summary is very short.', place }])
  })
})

describe('images', () => {
  test('need alternative text, told with the caption or as an image', () => {
    expect(found('alt-text', { body: doc(p(text('Ships.')), figure({ caption: 'The quay at night' }), figure({ alt: '  ' })) })).toMatchObject([
      { severity: 'blocker', message: 'An image has no alternative text.', place: { in: 'body', path: [1], excerpt: 'The quay at night' } },
      { place: { in: 'body', path: [2], excerpt: 'Image' } },
    ])
  })

  test('that are decorative, or have it, are fine', () => {
    expect(found('alt-text', { body: doc(p(text('Ships.')), figure({ decorative: true }), figure({ alt: 'The quay' })) })).toEqual([])
    expect(found('alt-text', { body: doc(p(text('Ships.')), figure({ decorative: 'true' })) })).toHaveLength(1)
  })

  test('deep in the text are found, too', () => {
    expect(found('alt-text', { body: doc({ type: 'blockquote', content: [p(text('Ships.')), figure({})] }) })).toMatchObject([{ place: { path: [0, 1] } }])
  })

  test('in a field need it as well', () => {
    const image = { asset: photo, alt: '', decorative: false, caption: '', credit: '' }
    expect(found('alt-text', { fields: { heroImage: image } })).toMatchObject([{ message: '‘Lead image’ has no alternative text.', place: { in: 'field', field: 'heroImage' } }])
    expect(found('alt-text', { fields: { heroImage: { ...image, decorative: true } } })).toEqual([])
    expect(found('alt-text', { fields: { heroImage: { ...image, alt: 'The quay' } } })).toEqual([])
  })

  test('and files must be on the desk', () => {
    const attachment = { type: 'attachment', attrs: { asset: lost, name: 'Survey.pdf', label: 'The survey' } }
    expect(found('missing-file', { body: doc(figure({ alt: 'The quay', asset: lost }), attachment, figure({ alt: 'Fine' })) })).toMatchObject([
      { severity: 'blocker', message: 'The file of an image is missing.', place: { path: [0], excerpt: 'The quay' } },
      { message: 'The file of an attachment is missing.', place: { path: [1], excerpt: 'The survey' } },
    ])
    for (const asset of [null, '', 'not a hash', 7]) expect(found('missing-file', { body: doc(figure({ alt: 'x', asset })), more: { assetMime: () => 'image/png' } })).toHaveLength(1)
    expect(found('missing-file', { fields: { heroImage: { asset: lost, alt: 'The quay', decorative: false, caption: '', credit: '' } } })).toMatchObject([{ message: 'The file of ‘Lead image’ is missing.', place: { in: 'field', field: 'heroImage' } }])
  })
})

describe('links', () => {
  const linked = (href: unknown): DocumentNode => doc(p(text('Read '), text('the plan', href), text('.')))

  test.each(['https://harbour.example/plan', 'http://harbour.example', 'HTTPS://harbour.example', 'mailto:press@harbour.example', 'tel:+351210000000', '/plan', '/plan?x=1#money', '#money'])('to ‘%s’ is fine', (href) => {
    expect(found('link', { body: linked(href) })).toEqual([])
  })

  test.each(['', '   ', null, 7])('to %j leads nowhere', (href) => {
    expect(found('link', { body: linked(href) })).toEqual([{ check: 'link', severity: 'blocker', message: 'The link ‘the plan’ leads nowhere.', place: { in: 'body', path: [0, 1], excerpt: 'the plan' }, fix: 'Give it a web or mail address, or remove the link.' }])
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'java\r\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    '\u00a0javascript:alert(1)',
    'javascript\u0000:alert(1)',
    'javascript&colon;alert(1)',
    '&#106;avascript:alert(1)',
    'java&Tab;script:alert(1)',
    'javascript%3aalert(1)',
    'java\u200bscript:alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'DATA:text/html;base64,PHNjcmlwdD4=',
    'blob:https://harbour.example/1',
    'file:///etc/passwd',
    'ftp://harbour.example/',
    'copydesk-preview://page/',
    'view-source:https://harbour.example',
    '//evil.example/plan',
    '/\t/evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    'plan.html',
    '../plan',
    'harbour.example/plan',
    ':',
  ])('to %j is refused', (href) => {
    expect(found('link', { body: linked(href) })).toMatchObject([{ severity: 'blocker', place: { path: [0, 1] } }])
  })

  test('of several pieces is one link, at its first piece; in a footnote it is found', () => {
    const mark = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
    const pieces = p(text('Read '), { type: 'text', text: 'the ', marks: [mark] }, { type: 'text', text: 'plan', marks: [{ type: 'bold' }, mark] })
    expect(found('link', { body: doc(pieces) })).toMatchObject([{ message: 'The link ‘the plan’ has an address that is not allowed: javascript:alert(1)', place: { path: [0, 1], excerpt: 'the plan' } }])
    expect(found('link', { body: doc(p(text('Words'), { type: 'footnote', content: [{ type: 'text', text: 'note', marks: [mark] }] })) })).toMatchObject([{ place: { path: [0, 1, 0] } }])
  })

  test('that say ‘click here’ get a note', () => {
    expect(found('link-text', { body: doc(p(text('Click here', 'https://harbour.example'))) })).toMatchObject([{ severity: 'note', message: 'The link ‘Click here’ does not say where it leads.' }])
    expect(found('link-text', { body: linked('https://harbour.example') })).toEqual([])
  })
})

describe('headings and notes', () => {
  test('a level that is left out is a warning where it happens', () => {
    expect(found('heading-order', { body: doc(h(2), h(3), h(4), h(2), h(4, 'Money')) })).toEqual([
      { check: 'heading-order', severity: 'warning', message: 'A heading of level 4 follows one of level 2.', place: { in: 'body', path: [4], excerpt: 'Money' }, fix: 'Make it level 3.' },
    ])
    expect(found('heading-order', { body: doc(h(3)) })).toMatchObject([{ message: 'A heading of level 3 follows one of level 1.' }])
    expect(found('heading-order', { body: doc(h(2), h(3), h(2), h(3), h(4)) })).toEqual([])
  })

  test('empty headings and footnotes are found', () => {
    expect(found('empty-heading', { body: doc(h(2, ''), h(2, ' '), h(2)) })).toHaveLength(2)
    const note = (...content: DocumentNode[]): DocumentNode => p(text('Words'), { type: 'footnote', content })
    expect(found('footnote', { body: doc(note(), note(text('Council survey'))) })).toMatchObject([{ severity: 'blocker', place: { path: [0, 1] } }])
  })
})

describe('kinds', () => {
  test('a cross-post names its origin and links to it; that it is no endorsement is said without anybody writing it', () => {
    const fields = { origin: 'Lagoon City', originAddress: 'https://lagoon.example/news' }
    expect(findingsOf({ kind: 'cross-post', fields })).toEqual([])
    for (const field of Object.keys(fields)) expect(findingsOf({ kind: 'cross-post', fields: { ...fields, [field]: ' ' } })).toMatchObject([{ check: 'cross-post', severity: 'blocker', place: { in: 'field', field } }])
    expect(findingsOf({ kind: 'cross-post' })).toHaveLength(2)
    expect(found('cross-post', { kind: 'statement' })).toEqual([])
  })

  test('a media feature names the outlet and links to the article; it needs no text', () => {
    const fields = { outlet: 'The Evening Tide', outletAddress: 'https://tide.example/ports' }
    expect(findingsOf({ kind: 'media-feature', fields })).toEqual([])
    expect(findingsOf({ kind: 'media-feature' }).map(({ check, place }) => [check, place])).toEqual([['media-feature', { in: 'field', field: 'outlet' }], ['media-feature', { in: 'field', field: 'outletAddress' }]])
    expect(findingsOf({ kind: 'media-feature', fields, body: doc(p()) })).toMatchObject([{ check: 'empty-body', severity: 'note' }])
  })

  test('a publication carries its report, which is a PDF by its bytes', () => {
    const report = (asset: string) => ({ kind: 'publication', fields: { report: { asset, name: 'Survey.pdf' } } })
    expect(findingsOf(report(pdf))).toEqual([])
    expect(findingsOf({ kind: 'publication' })).toMatchObject([{ check: 'report', severity: 'blocker', message: 'A publication must carry its report as a PDF.', place: { in: 'field', field: 'report' } }])
    expect(findingsOf(report(photo))).toMatchObject([{ check: 'report', message: '‘Survey.pdf’ is not a PDF.' }])
    expect(findingsOf(report(lost))).toMatchObject([{ check: 'report', message: 'The file ‘Survey.pdf’ is not on the desk.' }])
    expect(findingsOf({ kind: 'publication', fields: { report: 'Survey.pdf' } })).toMatchObject([{ check: 'report' }])
  })

  test.each([doc(), doc(p()), doc(p(text('  '))), doc({ type: 'horizontalRule' })])('a story without words is empty', (body) => {
    expect(found('empty-body', { body })).toMatchObject([{ severity: 'blocker', message: 'The story has no text.', place: { in: 'story' } }])
  })

  test('an image or a file is a body', () => {
    expect(found('empty-body', { body: doc(figure({ alt: 'The quay' })) })).toEqual([])
  })

  test('fields that a kind requires are needed, and too long ones are told', () => {
    const kind: Kind = { ...kindNamed('statement'), fields: [...kindNamed('statement').fields, { id: 'place', label: 'Place', type: 'text', required: true, maxLength: 5 }] }
    expect(found('required-field', { more: { kind } })).toMatchObject([{ severity: 'blocker', message: '‘Place’ is missing.', place: { in: 'field', field: 'place' } }])
    expect(findingsOf({ fields: { place: 'Lisbon' }, more: { kind } })).toMatchObject([{ check: 'field-length', severity: 'warning', message: '‘Place’ has 6 characters; 5 are allowed.' }])
  })
})

describe('addresses, dates, embargo', () => {
  test.each(['javascript:alert(1)', 'www.harbour.example', '/plan', 'https://', 'https://harbour example/', 'mailto:a@b.example'])('‘%s’ is no web address', (originAddress) => {
    expect(isWebAddress(originAddress)).toBe(false)
    expect(found('address', { kind: 'cross-post', fields: { originAddress } })).toMatchObject([{ severity: 'blocker', place: { in: 'field', field: 'originAddress' } }])
  })

  test.each(['2026-02-30', '2026-3-2', 'tomorrow', '02/03/2026', '2026-03-02T09:00'])('‘%s’ is no date', (date) => {
    expect(found('date', { fields: { date } })).toMatchObject([{ severity: 'blocker', message: `‘Date’ is not a date: ${date}`, place: { in: 'field', field: 'date' } }])
  })

  test.each(['2026-03-02', '2026-03-02T09:00', '2026-02-30T09:00:00Z', '2026-03-02T25:00:00Z', 'tomorrow', '2026'])('‘%s’ is no moment: it must mean the same on every computer', (embargo) => {
    expect(found('date', { fields: { embargo } })).toMatchObject([{ severity: 'blocker', place: { in: 'field', field: 'embargo' } }])
  })

  test.each(['2026-03-02T09:00:00Z', '2026-03-02T09:00+01:00', '2026-03-02T09:00:00.000-05:00'])('‘%s’ is one', (embargo) => {
    expect(found('date', { fields: { embargo, date: '2028-02-29' } })).toEqual([])
  })

  test('an embargo in the future is a warning for a review and stops publishing', () => {
    const fields = { embargo: '2026-03-02T12:00:00+02:00' }
    expect(found('embargo', { fields })).toMatchObject([{ severity: 'warning', message: 'The story is under embargo until 2026-03-02, 10:00 UTC.', place: { in: 'field', field: 'embargo' } }])
    expect(found('embargo', { fields, more: { purpose: 'publish' } })).toMatchObject([{ severity: 'blocker' }])
    expect(found('embargo', { fields, more: { purpose: 'publish', now: Instant.parse('2026-03-02T10:00:00.000Z') } })).toEqual([])
  })
})
