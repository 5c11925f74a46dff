import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { PresetName } from '../../../src/shared/presets'
import { fromMarkdown } from '../../../src/shared/markdown/parse'
import { readProof, sealIsRight } from '../../../src/shared/markdown/presets/page-proof'
import { approved, linkTo, paragraph, planFile, quayPicture, words } from './approved'
import { exportTo, filesIn, newFolder, read } from './folder'

const hero = { asset: quayPicture.hash, alt: 'A quay', decorative: false, caption: 'The quay at dawn', credit: 'Ana Ruiz' }
const publication = approved({
  kind: 'publication',
  files: [quayPicture, planFile],
  fields: { heroImage: hero, report: { asset: planFile.hash, name: planFile.name }, publisher: 'Harbour Cities Council', byline: ['Ana Ruiz', 'Tom Okafor'], topics: ['shore power', 'no'], places: ['Port Merrow'], language: 'en-GB' },
  body: [paragraph('Read ', linkTo('the site', 'https://example.org/'), '.'), { type: 'figure', attrs: { asset: quayPicture.hash, alt: 'A quay', caption: 'At dawn', credit: 'Tom Okafor', decorative: false } }],
})
// What was signed holds a remark, so it is not part of the page.
const proofFor = (preset: PresetName) => ({ story: publication.revision.story, revision: publication.id, writtenFor: preset, approvals: [{ name: 'Ana Ruiz', member: '0123456789abcdef0123456789abcdef', key: 'a2V5', at: '2026-03-02T09:30:00.000Z', signature: 'c2lnbmF0dXJl' }], fileDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) })

async function pageOf(preset: PresetName, story = publication): Promise<{ paths: string[]; text: string; front: Record<string, unknown>; body: string }> {
  const folder = newFolder()
  const summary = await exportTo(folder, { stories: [story], preset })
  expect(summary.problems).toEqual([])
  const paths = Object.keys(filesIn(folder)).filter((name) => !name.startsWith('.'))
  const text = read(folder, paths.find((name) => name.endsWith('.md')) ?? '')
  const [, front = '', body = ''] = /^---\n(.*?)---\n\n(.*)$/s.exec(text) ?? []
  // Ruby, Go and js-yaml read YAML 1.1; an unquoted date is a date to them.
  return { paths, text, front: parse(front, { version: '1.1' }) as Record<string, unknown>, body }
}

const at = new Date('2026-03-02T09:30:00Z')
const picture = { alt: 'A quay', caption: 'The quay at dawn', credit: 'Ana Ruiz' }

describe('front matter and places', () => {
  test('of Hugo: a page bundle, own names under params', async () => {
    const { paths, front, body } = await pageOf('hugo')
    expect(paths).toEqual(['content/publications/shore-power-1/index.md', 'content/publications/shore-power-1/quay-of-port-merrow-final.png', 'content/publications/shore-power-1/shore-power-plan.pdf'])
    expect(front).toEqual({
      title: 'Shore power for port 1',
      date: at,
      lastmod: at,
      description: 'Ships at berth will be able to switch off their engines.',
      summary: 'Ships at berth will be able to switch off their engines.',
      slug: 'shore-power-1',
      tags: ['shore power', 'no'],
      images: ['quay-of-port-merrow-final.png'],
      params: { kind: 'publication', byline: ['Ana Ruiz', 'Tom Okafor'], places: ['Port Merrow'], language: 'en-GB', heroImage: { address: 'quay-of-port-merrow-final.png', ...picture }, report: 'shore-power-plan.pdf', publisher: 'Harbour Cities Council', copydesk: proofFor('hugo') },
    })
    expect(body).toBe('Read [the site](https://example.org/).\n\n![A quay](quay-of-port-merrow-final.png)\\\n*At dawn* (Tom Okafor)\n\n[Shore power for port 1](shore-power-plan.pdf "Shore power plan.pdf")\n')
  })

  test('of Jekyll: a dated post, files under assets, lines broken by spaces', async () => {
    const { paths, front, text, body } = await pageOf('jekyll')
    expect(paths).toEqual(['_posts/2026-03-02-shore-power-1.md', 'assets/2026-03-02-shore-power-1/quay-of-port-merrow-final.png', 'assets/2026-03-02-shore-power-1/shore-power-plan.pdf'])
    expect(text).toContain('\ndate: 2026-03-02 09:30:00 +0000\nlast_modified_at: 2026-03-02 09:30:00 +0000\n')
    expect(front).toMatchObject({ layout: 'post', description: expect.any(String), excerpt: expect.any(String), categories: ['publications'], tags: ['shore power', 'no'], author: ['Ana Ruiz', 'Tom Okafor'], lang: 'en-GB', render_with_liquid: false, publisher: 'Harbour Cities Council', report: '/assets/2026-03-02-shore-power-1/shore-power-plan.pdf', copydesk: proofFor('jekyll') })
    expect(front['image']).toEqual({ path: '/assets/2026-03-02-shore-power-1/quay-of-port-merrow-final.png', ...picture })
    expect(body).toContain('quay-of-port-merrow-final.png)  \n*At dawn*')
  })

  test('of Eleventy: a permalink, Markdown without templates', async () => {
    const { paths, front } = await pageOf('eleventy')
    expect(paths).toEqual(['assets/publications/shore-power-1/quay-of-port-merrow-final.png', 'assets/publications/shore-power-1/shore-power-plan.pdf', 'content/publications/shore-power-1.md'])
    expect(front).toMatchObject({ title: 'Shore power for port 1', date: at, updated: at, permalink: '/publications/shore-power-1/', tags: ['publications', 'shore power', 'no'], templateEngineOverride: 'md', copydesk: proofFor('eleventy') })
  })

  test('of Astro: an entry of a collection, pictures beside it, other files in public', async () => {
    const { paths, front, body } = await pageOf('astro')
    expect(paths).toEqual(['public/files/publications/shore-power-1/shore-power-plan.pdf', 'src/content/publications/shore-power-1/index.md', 'src/content/publications/shore-power-1/quay-of-port-merrow-final.png'])
    expect(front).toMatchObject({ pubDate: at, updatedDate: at, heroImage: './quay-of-port-merrow-final.png', heroImageAlt: 'A quay', tags: ['shore power', 'no'], copydesk: proofFor('astro') })
    expect(body).toContain('](/files/publications/shore-power-1/shore-power-plan.pdf ')
  })
})

describe('for every preset', () => {
  const presets = ['hugo', 'jekyll', 'eleventy', 'astro'] as const

  test.each(presets)('%s: dates carry their offset, and the reviewer’s note stays on the desk', async (preset) => {
    const { text } = await pageOf(preset)
    expect(text).toMatch(/^(date|pubDate): 2026-03-02[T ]09:30:00( ?\+00:?00)$/m)
    expect(text).not.toContain('second paragraph')
  })

  test.each(presets)('%s: the page says what it is, and that nobody changed it', async (preset) => {
    const trap = `fileDigest: sha256:${'0'.repeat(64)}\n---\nfileDigest: sha256:${'0'.repeat(64)}`
    const tricky = approved({ kind: 'publication', fields: { headline: trap, publisher: `Two\n${trap}` }, body: [paragraph(trap)] })
    const { text } = await pageOf(preset, { ...tricky, approvals: tricky.approvals.map((approval) => ({ ...approval, note: '', event: '{"format":"copydesk.event/1"}' })) })
    expect(readProof(text)).toMatchObject({ story: tricky.revision.story, revision: tricky.id, writtenFor: preset, approvals: [{ event: '{"format":"copydesk.event/1"}' }] })
    expect(sealIsRight(text)).toBe(true)
    expect(sealIsRight(text.replace('Ana Ruiz', 'Ana Ruíz'))).toBe(false)
    expect(sealIsRight(`${text} `)).toBe(false)
  })

  test.each(presets)('%s: the text is read back as it was approved', async (preset) => {
    const { text } = await pageOf(preset)
    const { body, problems } = fromMarkdown(text, { asset: (address) => (address.endsWith('.png') ? quayPicture.hash : address.endsWith('.pdf') ? planFile.hash : null) })
    expect(problems).toEqual([])
    expect(body.content?.slice(0, 2)).toMatchObject(publication.revision.body.content ?? [])
  })

  test.each(presets)('%s: a cross-post says where it comes from and that it is no endorsement, in its text', async (preset) => {
    const note = 'Cross-posting is no endorsement of these views.'
    const { front, body } = await pageOf(preset, approved({ kind: 'cross-post', fields: { origin: 'Coastal Review', originAddress: 'https://example.org/quay', endorsementNote: note } }))
    expect(body).toMatch(/^First published by \[Coastal Review\]\(https:\/\/example\.org\/quay\)\n\nCross-posting is no endorsement of these views\.\n\nShips/)
    expect(JSON.stringify(front)).toContain('"originAddress":"https://example.org/quay"')
  })

  test.each(presets)('%s: a media feature leads to its article, in its text', async (preset) => {
    const { front, body } = await pageOf(preset, approved({ kind: 'media-feature', fields: { outlet: 'The Harbour Times', outletAddress: 'https://example.org/times', outletDate: '2026-03-01', language: 'fr' } }))
    expect(body).toContain('[Lire l’article sur The Harbour Times](https://example.org/times)')
    expect(JSON.stringify(front)).toContain('"outletDate":"2026-03-01"')
  })

  test.each(presets)('%s: a press release opens with its place', async (preset) => {
    const { body } = await pageOf(preset, approved({ fields: { dateline: 'PORT MERROW' } }))
    expect(body).toMatch(/^\*\*PORT MERROW\*\* — Ships will/)
  })
})

test('a field that is named like one of the generator’s own gets another name', async () => {
  const story = approved({ fields: { layout: 'wide' } })
  const kind = { ...story.kind, fields: [...story.kind.fields, { id: 'layout', label: 'Layout', type: 'text' as const, required: false }] }
  const { front } = await pageOf('jekyll', { ...story, kind })
  expect(front).toMatchObject({ layout: 'post', layoutField: 'wide' })
})

describe('the date of a page', () => {
  const dateOf = async (fields: Record<string, string | undefined>): Promise<unknown> => (await pageOf('hugo', approved({ fields, approvedAt: '2026-03-02T09:30:00.000Z' }))).front['date']

  test('on the day of approval is the moment of it, so that it does not lie in the future', async () => {
    expect(await dateOf({ date: '2026-03-02' })).toEqual(new Date('2026-03-02T09:30:00Z'))
  })

  test('on another day is noon, which is the same day nearly everywhere', async () => {
    expect(await dateOf({ date: '2026-02-20' })).toEqual(new Date('2026-02-20T12:00:00Z'))
  })

  test('on the day an embargo ends is that moment', async () => {
    expect(await dateOf({ date: '2026-03-05', embargo: '2026-03-05T07:00:00.000Z' })).toEqual(new Date('2026-03-05T07:00:00Z'))
  })

  test('is the approval’s when the story has none', async () => {
    expect(await dateOf({ date: undefined })).toEqual(new Date('2026-03-02T09:30:00Z'))
  })
})

test('words that YAML would take for something else stay words', async () => {
  const { front } = await pageOf('hugo', approved({ fields: { headline: '2026-03-02: yes, no #1', summary: '12:30', topics: ['on', '~', '1_000', '0x1F', 'null', '- a', '"q"', ': b'] } }))
  expect(front).toMatchObject({ title: '2026-03-02: yes, no #1', description: '12:30', tags: ['on', '~', '1_000', '0x1F', 'null', '- a', '"q"', ': b'] })
})

test('marks and special characters reach the page escaped, not interpreted', async () => {
  const { body } = await pageOf('hugo', approved({ body: [paragraph('2 * 3 * 4 _x_ [y] {{ z }} | # <b>', words(' bold', 'bold'))] }))
  expect(body).toBe('2 \\* 3 \\* 4 \\_x\\_ \\[y] \\{\\{ z }} \\| # \\<b> **bold**\n')
})
