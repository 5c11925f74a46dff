import * as fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, test } from 'vitest'
import { normaliseBody } from '../../../src/shared/document/normalise'
import { elementsIn } from '../../../src/shared/html/elements'
import { documentFromHtml } from '../../../src/shared/html/parse-html'
import { renderBody } from '../../../src/shared/html/render-body'
import { AssetHash } from '../../../src/shared/story/ids'
import type { DocumentMark, DocumentNode } from '../../../src/shared/story/revision'
import { plainText } from '../../../src/shared/story/text'
import { anyBody } from '../document/arbitrary-body'

const hash = AssetHash.parse('a'.repeat(64))
const assetAddress = (asset: string): string => `/files/${asset}`
const asset = (address: string): string | null => /^\/files\/([0-9a-f]{64})$/.exec(address)?.[1] ?? null
const words = (text: string, ...marks: DocumentMark[]): DocumentNode => ({ type: 'text', text, marks })
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const link = (href: string, title: string | null = null): DocumentMark => ({ type: 'link', attrs: { href, title } })
const bold: DocumentMark = { type: 'bold' }
const render = (...content: DocumentNode[]): string => renderBody({ type: 'doc', content }, { assetAddress })

/** Every letter of a body, whatever the space between them. */
const wordsOf = (body: DocumentNode): string => plainText(body).replace(/[\s\0\ufffd]/g, '')

test('everything is escaped', () => {
  expect(render(paragraph(words('<b>&"', link('https://example.org/?a=1&b="', '<"&>'))))).toBe('<p><a href="https://example.org/?a=1&amp;b=&quot;" title="&lt;&quot;&amp;&gt;">&lt;b&gt;&amp;&quot;</a></p>\n')
})

test.each(['javascript:alert(1)', ' javascript:x', 'java\tscript:x', 'data:text/html,x', 'vbscript:x', '//evil.example', ''])('a link to ‘%s’ is no link', (href) => {
  expect(render(paragraph(words('a', link(href))))).toBe('<p>a</p>\n')
})

test('a mark around several pieces is one element, and a link is never cut', () => {
  const inside = link('https://example.org/')
  expect(render(paragraph(words('a', bold), words('b', bold, inside), words('c', inside)))).toBe('<p><strong>a</strong><a href="https://example.org/"><strong>b</strong>c</a></p>\n')
  expect(render(paragraph(words('a', bold), words('b', bold, inside), words('c', bold)))).toBe('<p><strong>a<a href="https://example.org/">b</a>c</strong></p>\n')
})

describe('headings', () => {
  const heading = (text: string): DocumentNode => ({ type: 'heading', attrs: { level: 2 }, content: [words(text)] })

  test('have ids of their words, none twice', () => {
    expect(render(heading('What was agreed'), heading('What was agreed?'), heading('ما تم الاتفاق عليه'))).toBe('<h2 id="what-was-agreed">What was agreed</h2>\n<h2 id="what-was-agreed-2">What was agreed?</h2>\n<h2 id="ما-تم-الاتفاق-عليه">ما تم الاتفاق عليه</h2>\n')
  })
})

describe('figures', () => {
  const figure = (attrs: Record<string, unknown>): DocumentNode => ({ type: 'figure', attrs: { asset: hash, alt: '', caption: '', credit: '', decorative: false, ...attrs } })

  test('say what they show, with caption and credit', () => {
    expect(render(figure({ alt: 'A "quay"', caption: 'At dawn', credit: 'Ana Ruiz' }))).toBe(`<figure>\n<img src="/files/${hash}" alt="A &quot;quay&quot;">\n<figcaption><span class="caption">At dawn</span> <span class="credit">Ana Ruiz</span></figcaption>\n</figure>\n`)
  })

  test('that are decorative say nothing to those who don’t see them', () => {
    expect(render(figure({ alt: 'ignored', decorative: true }))).toContain('alt="" role="presentation"')
  })

  test('without a file are left out', () => {
    expect(render(figure({ asset: null }))).toBe('')
  })
})

describe('footnotes', () => {
  const note = (text: string): DocumentNode => ({ type: 'footnote', content: [words(text, bold)] })

  test('are numbered in order, lead there and back, and keep their marks', () => {
    const html = renderBody({ type: 'doc', content: [paragraph(words('a'), note('one'), words('b'), note('two'))] }, { assetAddress, idPrefix: 'x-', language: 'fr' })
    expect(html).toContain('a<sup class="footnote-call"><a href="#x-fn-1" id="x-fnref-1" role="doc-noteref">1</a></sup>b')
    expect(html).toContain('<section class="footnotes" role="doc-endnotes" aria-label="Notes">')
    expect(html).toContain('<li id="x-fn-2"><strong>two</strong> <a href="#x-fnref-2" class="footnote-back" role="doc-backlink" aria-label="Retour au texte">↩</a></li>')
  })

  test('inside of a link are not part of it', () => {
    expect(render(paragraph(words('a', link('/x')), { ...note('n'), marks: [link('/x')] }, words('b', link('/x'))))).toMatch(/<a href="\/x">a<\/a><sup.*<\/sup><a href="\/x">b<\/a>/)
  })
})

describe('tables', () => {
  const cell = (type: string, text: string, attrs: Record<string, unknown> = {}): DocumentNode => ({ type, attrs: { colspan: 1, rowspan: 1, align: null, ...attrs }, content: [paragraph(...(text === '' ? [] : [words(text)]))] })
  const table = (...rows: DocumentNode[][]): string => render({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) })

  test('say which headings are of columns and which of rows', () => {
    const html = table([cell('tableCell', ''), cell('tableHeader', 'Berths')], [cell('tableHeader', 'Merrow'), cell('tableCell', '12', { align: 'right' })])
    expect(html).toContain('<thead>\n<tr>\n<td></td>\n<th scope="col">Berths</th>')
    expect(html).toContain('<tbody>\n<tr>\n<th scope="row">Merrow</th>\n<td style="text-align: right">12</td>')
  })

  test('keep merged cells and refuse other styles', () => {
    expect(table([cell('tableCell', 'a', { colspan: 2, rowspan: 3, align: 'x;position:fixed' })])).toContain('<td colspan="2" rowspan="3">a</td>')
  })
})

test('attachments say what is downloaded: type and size, in the story’s language', () => {
  const attachment: DocumentNode = { type: 'attachment', attrs: { asset: hash, name: 'plan.pdf', label: 'The plan' } }
  const assets = [{ hash, name: 'plan.pdf', mime: 'application/pdf', size: 1_240_000 }]
  expect(renderBody({ type: 'doc', content: [attachment] }, { assetAddress, assets, language: 'fr' }).replace(/\s/g, ' ')).toBe(`<p class="attachment"><a href="/files/${hash}" download="plan.pdf">The plan</a> <span class="file-note">PDF, 1,2 Mo</span></p> `)
})

describe('any body', () => {
  test('is well-formed, without scripts, handlers or unsafe addresses', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const html = renderBody(body, { assetAddress })
        const root = fromHtml(html, { fragment: true, onerror: ({ ruleId }) => { throw new Error(`${ruleId}: ${html}`) } })
        const names = new Set<string>('p h2 h3 h4 ul ol li blockquote pre code hr div table caption colgroup col thead tbody tr th td figure img figcaption span a strong em u s br sub sup mark section aside nav label input'.split(' '))
        const wrong = [...elementsIn(root)].filter(({ tagName, properties }) => !names.has(tagName) || Object.keys(properties).some((name) => /^on|srcdoc/i.test(name)) || !/^([#/](?!\/)|https?:|mailto:|tel:)/i.test(String(properties['href'] ?? '#')))
        expect(wrong).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  test('is read back as it was, but for what readers don’t see', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const once = documentFromHtml(renderBody(body, { assetAddress }), { asset }).body
        expect(wordsOf(once)).toBe(wordsOf(body))
        const twice = documentFromHtml(renderBody(once, { assetAddress }), { asset }).body
        if (JSON.stringify(twice) !== JSON.stringify(normaliseBody(once))) expect(twice).toEqual(normaliseBody(once))
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})
