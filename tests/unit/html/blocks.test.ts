import { describe, expect, test } from 'vitest'
import { headingIds } from '../../../src/shared/document/heading-ids'
import { embedPage, embedProvider } from '../../../src/shared/document/embed-provider'
import { renderBody, type RenderOptions } from '../../../src/shared/html/render-body'
import { StoryId } from '../../../src/shared/story/ids'
import type { DocumentMark, DocumentNode } from '../../../src/shared/story/revision'
import { everyBlock } from '../../fixtures/every-block'

const hash = 'a'.repeat(64)
const story = StoryId.parse('00000000-0000-4000-8000-000000000002')
const text = (words: string, ...marks: DocumentMark[]): DocumentNode => ({ type: 'text', text: words, marks })
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const link = (href: string): DocumentMark => ({ type: 'link', attrs: { href } })
const render = (content: readonly DocumentNode[], options: Partial<RenderOptions> = {}): string => renderBody({ type: 'doc', content }, { assetAddress: () => '/file', ...options }).replaceAll('\n', '')

test('a pull quote is a quotation with whose it is; without words it is nothing', () => {
  const quote = (words: string, attribution: string): DocumentNode => ({ type: 'pullQuote', attrs: { attribution }, content: words === '' ? [] : [text(words)] })
  expect(render([quote('A harbour is a neighbour.', 'Inês Valadão')])).toBe('<figure class="pull-quote"><blockquote><p>A harbour is a neighbour.</p></blockquote><figcaption>Inês Valadão</figcaption></figure>')
  expect(render([quote('', 'Inês Valadão')])).toBe('')
})

test('a callout says what it is for: by its title, and to those who don’t see its colour', () => {
  const callout = (tone: string, title: string): DocumentNode => ({ type: 'callout', attrs: { tone, title }, content: [paragraph(text('Quay 4 is closed.'))] })
  expect(render([callout('warning', 'Until <May>')])).toBe('<aside class="callout warning" role="note" aria-label="Warning"><p class="callout-title">Until &lt;May&gt;</p><p>Quay 4 is closed.</p></aside>')
  expect(render([callout('tip', '')], { language: 'ar' })).toContain('<p class="callout-title added">نصيحة</p>')
  expect(render([callout('tip', '')], { language: 'fa' })).toContain('<p class="callout-title added" lang="en" dir="ltr">Tip</p>')
})

test('tasks have boxes with their words, which readers don’t tick', () => {
  const task = (checked: boolean, ...content: DocumentNode[]): DocumentNode => ({ type: 'taskItem', attrs: { checked }, content })
  expect(render([{ type: 'taskList', content: [task(true, paragraph(text('Open the fund'))), task(false, paragraph())] }])).toBe(
    '<ul class="task-list" role="list"><li class="task done"><label><input type="checkbox" disabled checked> Open the fund</label></li><li class="task"><label><input type="checkbox" disabled aria-label="Task"> </label></li></ul>',
  )
})

test('a gallery is a list of figures with a caption for all of them', () => {
  const figure = (alt: string, asset: string | null = hash): DocumentNode => ({ type: 'figure', attrs: { asset, alt } })
  const html = render([{ type: 'gallery', attrs: { caption: 'Power' }, content: [figure('A cable'), figure('Lost', null)] }])
  expect(html).toMatch(/^<figure class="gallery"><ul role="list"><li><figure><img src="\/file" alt="A cable"[^>]*><\/figure><\/li><\/ul><figcaption>Power<\/figcaption><\/figure>$/)
  expect(render([{ type: 'gallery', attrs: { caption: 'Power' }, content: [figure('Lost', null)] }])).toBe('')
})

test('a figure has its width, its place, its focal point, and a credit that leads to its source', () => {
  const figure = (attrs: Record<string, unknown>): string => render([{ type: 'figure', attrs: { asset: hash, alt: 'A quay', ...attrs } }])
  const full = figure({ credit: 'Ana Ruiz', source: 'https://example.org/quay', width: 'half', align: 'end', focusX: 20, focusY: 80 })
  expect(full).toContain('<figure class="width-half align-end">')
  expect(full).toContain('style="object-position: 20% 80%"')
  expect(full).toContain('<span class="credit"><a href="https://example.org/quay">Ana Ruiz</a></span>')
  expect(figure({ source: 'https://www.example.org/quay' })).toContain('<span class="credit unnamed"><a href="https://www.example.org/quay">example.org</a></span>')
  expect(figure({ credit: 'Ana', source: 'javascript:x', width: 'x" onload="y', focusX: 900 })).toBe('<figure><img src="/file" alt="A quay"><figcaption><span class="credit">Ana</span></figcaption></figure>')
})

describe('a table', () => {
  const cell = (type: string, words: string, attrs: Record<string, unknown> = {}): DocumentNode => ({ type, attrs, content: [paragraph(text(words))] })
  const table = (caption: string, ...rows: DocumentNode[][]): string => render([{ type: 'table', attrs: { caption }, content: rows.map((content) => ({ type: 'tableRow', content })) }])

  test('has its caption, and the widths of its columns as parts of the whole', () => {
    const html = table('Berths', [cell('tableHeader', 'Port', { colwidth: [240] }), cell('tableHeader', '2031', { colwidth: [120] })])
    expect(html).toContain('<table><caption>Berths</caption><colgroup><col data-width="240" style="width: 66.7%"><col data-width="120" style="width: 33.3%"></colgroup><thead>')
    expect(table('', [cell('tableCell', 'a', { colspan: 2, colwidth: [160, 0] })])).toContain('<colgroup><col data-width="160" style="width: 10rem"><col></colgroup>')
  })

  test('whose heading reaches into the rows below keeps it whole: a thead would cut it', () => {
    const html = table('', [cell('tableHeader', 'Port', { rowspan: 2 }), cell('tableHeader', 'Berths')], [cell('tableCell', '2031')])
    expect(html).not.toContain('<thead>')
    expect(html).toContain('<th scope="col" rowspan="2">Port</th><th scope="col">Berths</th>')
  })
})

test('a button leads somewhere and says where; else it is not there', () => {
  const button = (label: string, address: string, purpose = 'link'): DocumentNode => ({ type: 'button', attrs: { label, address, purpose } })
  expect(render([button('Read <on>', 'https://example.org/?a=1&b=2')])).toBe('<p class="call"><a class="button" href="https://example.org/?a=1&amp;b=2">Read &lt;on&gt;</a></p>')
  expect(render([button('Subscribe', 'mailto:list@example.org', 'subscribe')])).toContain('class="button subscribe"')
  expect(render([button('', 'https://example.org'), button('Run', 'javascript:x'), button('Go', '')])).toBe('')
})

test('an embed is a card of words: nothing is loaded from where it leads', () => {
  const embed = (address: string, title = ''): DocumentNode => ({ type: 'embed', attrs: { address, title } })
  expect(render([embed('https://www.youtube.com/watch?v=abcdefghijk', 'A day at the quay')])).toBe(
    '<p class="embed"><a href="https://www.youtube.com/watch?v=abcdefghijk"><span class="embed-provider">YouTube</span> <span class="embed-title">A day at the quay</span> <span class="embed-host">youtube.com</span></a></p>',
  )
  expect(render([embed('https://social.example/@council/7/')])).toContain('<span class="embed-host">social.example/@council/7</span>')
  expect(render([embed('javascript:x', 'Bad'), embed('')])).toBe('')
  expect(render(everyBlock().content ?? [])).not.toMatch(/<iframe|<script|<link|<object/)
})

test('related stories are a list with a name; those that readers don’t have stand without a link', () => {
  const related = (title: string): DocumentNode => ({ type: 'relatedStories', attrs: { title }, content: [{ type: 'relatedStory', attrs: { story, headline: 'A fund opens' } }, { type: 'relatedStory', attrs: { story: '00000000-0000-4000-8000-000000000003', headline: 'Not yet' } }] })
  const storyAddress = (id: StoryId): string | null => (id === story ? '/news/fund/' : null)
  expect(render([related('')], { storyAddress })).toBe('<nav class="related-stories" aria-label="Related stories"><p class="related-title added">Related stories</p><ul><li><a href="/news/fund/">A fund opens</a></li><li>Not yet</li></ul></nav>')
  expect(render([related('More')])).toContain('<p class="related-title">More</p><ul><li>A fund opens</li>')
  expect(render([{ type: 'relatedStories', attrs: { title: 'More' } }])).toBe('')
})

describe('marks', () => {
  test.each([
    ['underline', 'u'],
    ['subscript', 'sub'],
    ['superscript', 'sup'],
    ['highlight', 'mark'],
  ])('%s is ‘%s’', (type, tag) => {
    expect(render([paragraph(text('a', { type }))])).toBe(`<p><${tag}>a</${tag}></p>`)
  })

  test('a phrase says its language and its direction; what is no language says nothing', () => {
    const phrase = (lang: unknown): string => render([paragraph(text('a', { type: 'language', attrs: { lang } }))])
    expect(phrase('ar')).toBe('<p><span lang="ar" dir="rtl">a</span></p>')
    expect(phrase('PT-br')).toBe('<p><span lang="pt-BR" dir="ltr">a</span></p>')
    expect(phrase('"><script>')).toBe('<p>a</p>')
    expect(phrase(null)).toBe('<p>a</p>')
  })
})

describe('links within the desk', () => {
  test('to a story lead to where readers find it, with the heading; where they don’t, the words stand alone', () => {
    const content = [paragraph(text('a', link(`story:${story}`)), text('b', link(`story:${story}#who-pays`)))]
    expect(render(content, { storyAddress: () => 'https://example.org/x/' })).toBe('<p><a href="https://example.org/x/">a</a><a href="https://example.org/x/#who-pays">b</a></p>')
    expect(render(content, { storyAddress: () => null })).toBe('<p>ab</p>')
    expect(render(content, { storyAddress: () => 'javascript:x' })).toBe('<p>ab</p>')
  })

  test('to a heading of the story itself stay on the page, with the page’s prefix', () => {
    expect(render([paragraph(text('a', link('#who-pays')), text('b', link(`story:${story}#costs`)))], { story, idPrefix: 's2-', storyAddress: () => null })).toBe('<p><a href="#s2-who-pays">a</a><a href="#s2-costs">b</a></p>')
  })

  test('lead to the ids that headings have, none twice, and none that a footnote has', () => {
    const heading = (words: string): DocumentNode => ({ type: 'heading', attrs: { level: 2 }, content: [text(words), { type: 'footnote', content: [text('n')] }] })
    const body: DocumentNode = { type: 'doc', content: [heading('Who pays?'), { type: 'callout', attrs: { tone: 'note', title: '' }, content: [heading('Who pays')] }, heading('FN 1'), heading('fnref-1')] }
    const html = renderBody(body, { assetAddress: () => '/file' })
    expect([...html.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id)).toEqual([...headingIds(body).values()])
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('what an address says of an embed', () => {
  test.each([
    ['https://www.youtube.com/watch?v=x', 'YouTube', 'youtube.com'],
    ['https://youtu.be/x', 'YouTube', 'youtu.be'],
    ['https://player.vimeo.com/video/1', 'Vimeo', 'player.vimeo.com'],
    ['https://x.com/council/status/1', 'X', 'x.com'],
    ['https://mobile.twitter.com/council/status/1', 'X', 'mobile.twitter.com'],
    ['https://www.instagram.com/p/x/', 'Instagram', 'instagram.com'],
    ['https://notyoutube.com/watch', null, 'notyoutube.com'],
    ['https://youtube.com.evil.example/', null, 'youtube.com.evil.example'],
    ['ftp://youtube.com/', null, ''],
    ['', null, ''],
  ])('%s', (address, name, host) => {
    expect(embedProvider(address)).toEqual({ name, host })
  })

  test.each([
    ['//www.youtube-nocookie.com/embed/aBcDeFgHiJk?start=90&rel=0', 'https://www.youtube.com/watch?v=aBcDeFgHiJk&t=90s'],
    ['https://player.vimeo.com/video/123?h=abc', 'https://vimeo.com/123/abc'],
    ['https://www.instagram.com/reel/Abc/embed/captioned/?x=1', 'https://www.instagram.com/reel/Abc/'],
    ['https://www.youtube.com/embed/videoseries?list=PL1', 'https://www.youtube.com/embed/videoseries?list=PL1'],
    ['https://example.org/embed/x', 'https://example.org/embed/x'],
  ])('the page of ‘%s’ is ‘%s’', (address, page) => {
    expect(embedPage(address)).toBe(page)
  })
})
