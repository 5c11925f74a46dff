import { describe, expect, test } from 'vitest'
import { previewDocument } from '../../../src/shared/html/preview-document'
import { renderStory } from '../../../src/shared/html/render-story'
import { endorsementNoteOf } from '../../../src/shared/reader/endorsement-note'
import { defaultKinds } from '../../../src/shared/story/default-kinds'
import { AssetHash, KindId, StoryId } from '../../../src/shared/story/ids'
import type { FieldValue, Kind } from '../../../src/shared/story/kind'
import type { DocumentNode, Revision } from '../../../src/shared/story/revision'

const hash = AssetHash.parse('a'.repeat(64))
const assetAddress = (asset: AssetHash): string => `/files/${asset.slice(0, 4)}`
const paragraph = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function kindNamed(id: string): Kind {
  const kind = defaultKinds.find((one) => one.id === id)
  if (kind === undefined) throw new TypeError(`There is no kind ‘${id}’`)
  return kind
}

function story(kind: string, fields: Record<string, FieldValue> = {}, body: DocumentNode[] = [paragraph('Ships will switch off their engines.')]): Revision {
  const assets = [{ hash, name: 'plan.pdf', mime: 'application/pdf', size: 2_400_000 }]
  return { format: 'copydesk.revision/1', story: StoryId.parse('00000001-0000-4000-8000-000000000000'), kind: KindId.parse(kind), fields: { headline: 'Shore power', ...fields }, body: { type: 'doc', content: body }, assets }
}

const render = (revision: Revision, heroImage = false): string => renderStory(revision, kindNamed(revision.kind), { assetAddress, heroImage })

describe('what a kind adds to its text', () => {
  test('a cross-post says where it comes from and that it is no endorsement, before all else', () => {
    const html = render(story('cross-post', { origin: 'Coastal Review', originAddress: 'https://example.org/quay' }))
    expect(html).toMatch(/^<div class="story-origin">\n<p>First published by <a href="https:\/\/example\.org\/quay">Coastal Review<\/a><\/p>\n<p>This text is shared for information\. [^<]* Coastal Review says\.<\/p>\n<\/div>\n<p>Ships/)
  })

  test.each(['en', 'fr', 'es', 'pt', 'de', 'ar'])('the note of a cross-post is made of the origin’s name in the story’s language: %s', (language) => {
    const note = endorsementNoteOf(kindNamed('cross-post'), { origin: 'Coastal Review', language })
    expect(note).toMatchObject({ language, generated: true })
    expect(note?.words).toContain('Coastal Review')
    expect(endorsementNoteOf(kindNamed('cross-post'), { language })?.words).not.toMatch(/undefined|\s\s|\(\)/)
  })

  test('a cross-post from before notes were made keeps the words that it was approved with, and only those', () => {
    const html = render(story('cross-post', { origin: 'Coastal Review', originAddress: 'https://example.org/quay', endorsementNote: 'No endorsement.' }))
    expect(html).toMatch(/<\/p>\n<p>No endorsement\.<\/p>\n<\/div>\n<p>Ships/)
  })

  test('no other kind says that it is no endorsement', () => {
    expect(defaultKinds.filter((kind) => endorsementNoteOf(kind, { origin: 'Coastal Review' }) !== null).map(({ id }) => id)).toEqual(['cross-post'])
  })

  test('a media feature leads to its article, in the story’s language', () => {
    expect(render(story('media-feature', { outlet: 'El Puerto', outletAddress: 'https://example.org/a', language: 'es' }))).toContain('<p><a href="https://example.org/a">Leer el artículo en El Puerto</a></p>')
  })

  test('an unsafe address makes no link of it', () => {
    expect(render(story('media-feature', { outlet: 'El Puerto', outletAddress: 'javascript:x' }))).toContain('<p>Read the article at El Puerto</p>')
  })

  test('a publication offers its report, with type and size', () => {
    expect(render(story('publication', { report: { asset: hash, name: 'plan.pdf' } }))).toContain('<p class="attachment"><a href="/files/aaaa" download="plan.pdf">Shore power</a> <span class="file-note">PDF, 2.4 MB</span></p>')
  })

  test('a press release opens with its place', () => {
    expect(render(story('press-release', { dateline: 'PORT MERROW' }))).toBe('<p><strong>PORT MERROW</strong> — Ships will switch off their engines.</p>\n')
  })

  test('footnotes come last, after what the kind adds', () => {
    const note: DocumentNode = { type: 'footnote', content: [{ type: 'text', text: 'n' }] }
    const html = render(story('media-feature', { outlet: 'O', outletAddress: 'https://example.org/' }, [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }, note] }]))
    expect(html.indexOf('story-links')).toBeLessThan(html.indexOf('class="footnotes"'))
  })

  test('the lead image opens the page only when it is asked for', () => {
    const revision = story('press-release', { heroImage: { asset: hash, alt: 'A quay', decorative: false, caption: 'Dawn', credit: '' } })
    expect(render(revision)).not.toContain('<img')
    expect(render(revision, true)).toMatch(/^<figure>\n<img src="\/files\/aaaa" alt="A quay">/)
  })
})

describe('language and direction', () => {
  test.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['ur', 'rtl'],
    ['az', 'ltr'],
    ['pa-Arab', 'rtl'],
    ['pt-BR', 'ltr'],
  ])('%s is written %s', (language, direction) => {
    expect(render(story('announcement', { language }))).toMatch(new RegExp(`^<div lang="${language}" dir="${direction}">`))
  })

  test('words that are not translated say that they are English', () => {
    expect(render(story('cross-post', { origin: 'O', originAddress: 'https://example.org/', language: 'fa' }))).toContain('<div class="story-origin" lang="en" dir="ltr">')
  })

  test('what is no language is none', () => {
    expect(render(story('announcement', { language: '"><script>' }))).toBe('<p>Ships will switch off their engines.</p>\n')
  })
})

describe('a preview', () => {
  const preview = (revision: Revision, surface: 'article' | 'listing' = 'article'): string => previewDocument({ surface, theme: 'dark', revision, kind: kindNamed(revision.kind), assetAddress })
  const full = { summary: 'A <summary>', byline: ['Ana Ruiz', 'Tom Okafor'], date: '2026-03-02', language: 'fr', heroImage: { asset: hash, alt: 'Q', decorative: false, caption: '', credit: '' } }

  test('of an article shows kind, headline, summary, byline, date in words and lead image', () => {
    const html = preview(story('press-release', full))
    expect(html).toContain('<html lang="fr" dir="ltr" data-theme="dark">')
    expect(html).toContain('<bdi>Press release</bdi>')
    expect(html).toContain('<h1 class="headline">Shore power</h1>')
    expect(html).toContain('<p class="summary">A &lt;summary&gt;</p>')
    expect(html).toContain('Par Ana Ruiz et Tom Okafor')
    expect(html).toContain('<time datetime="2026-03-02">2 mars 2026</time>')
    expect(html).toContain('<img src="/files/aaaa" alt="Q">')
  })

  test('of a listing cuts the text at a word when there is no summary, and leaves footnotes out', () => {
    const body: DocumentNode[] = [{ type: 'paragraph', content: [{ type: 'text', text: 'Ships will switch off their engines at the quay.' }, { type: 'footnote', content: [{ type: 'text', text: 'A survey.' }] }, { type: 'text', text: ' harbour'.repeat(60) }] }]
    const excerpt = /<p class="excerpt">(.*)<\/p>/.exec(preview(story('announcement', {}, body), 'listing'))?.[1]
    expect(excerpt).toMatch(/^Ships will switch off their engines at the quay\. harbour.* harbour…$/)
    expect(excerpt?.length).toBeLessThanOrEqual(220)
  })

  test('has no script and loads nothing but the desk’s own pictures', () => {
    for (const surface of ['article', 'listing'] as const) {
      const html = preview(story('press-release', { ...full, headline: '<script>alert(1)</script>', language: 'en" onload="x' }), surface)
      expect(html).not.toMatch(/<script|<link|<iframe|@import|url\(| on[a-z]+=/i)
      expect([...html.matchAll(/ src="([^"]*)"/g)].map(([, address]) => address)).toEqual(['/files/aaaa'])
    }
  })

  test('of an empty story says so', () => {
    const empty = story('announcement', { headline: ' ' }, [])
    expect(preview(empty)).toContain('No headline yet')
    expect(preview(empty, 'listing')).toContain('No headline yet')
  })

  test('leaves out a date that is none', () => {
    expect(preview(story('announcement', { date: '2026-13-99' }))).not.toContain('<time')
  })
})
