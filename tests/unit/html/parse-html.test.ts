import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentSchema } from '../../../src/shared/document/schema'
import { documentFromHtml } from '../../../src/shared/html/parse-html'
import { renderBody } from '../../../src/shared/html/render-body'
import { plainText } from '../../../src/shared/story/text'

const hash = 'a'.repeat(64)
const asset = (address: string): string | null => (/^(known|\.\/known|images\/known)/.test(address) ? hash : null)
const parse = (html: string) => documentFromHtml(html, { asset })
const blocks = (html: string) => parse(html).body.content ?? []
/** The body as HTML without ids, to be read. */
const shown = (html: string): string => renderBody(parse(html).body, { assetAddress: () => 'file' }).replace(/ id="[^"]*"/g, '').replaceAll('\n', '')

describe('what is dangerous', () => {
  test.each([
    ['scripts', '<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
    ['styles and handlers', '<style>p{}</style><p onclick="x()" style="position:fixed" class="y">a</p>', '<p>a</p>'],
    ['addresses that run code', '<p><a href="javascript:alert(1)">a</a></p>', '<p>a</p>'],
    ['addresses that run code, written with holes', '<p><a href="java\nscript:alert(1)">a</a> <a href="&#1;javascript:x">b</a></p>', '<p>a b</p>'],
    ['addresses of other kinds', '<p><a href="data:text/html,x">a</a> <a href="file:///etc/passwd">b</a> <a href="//evil.example">c</a></p>', '<p>a b c</p>'],
    ['frames and drawings', '<p>a<iframe src="https://example.org"></iframe><svg onload="x()"><text>t</text></svg></p>', '<p>a</p>'],
    ['forms', '<form action="https://example.org"><input value="x"><button>Send</button><label>Name</label></form>', '<p>Name</p>'],
    ['comments and templates', '<!-- x --><template><p>t</p></template><p>a</p>', '<p>a</p>'],
  ])('%s', (_what, html, clean) => {
    expect(shown(html)).toBe(clean)
  })

  test('is told where a person would miss it', () => {
    expect(parse('<p><a href="javascript:x">a</a><img src="lost.png"><iframe src="https://video.example/1"></iframe></p>').problems).toEqual([
      'A link was left out because its address is not allowed: ‘javascript:x’',
      'An image was left out because its file was not found: ‘lost.png’',
      'An embedded page was left out: ‘https://video.example/1’',
    ])
  })

  test('any text at all gives a body that the schema allows', () => {
    const tag = fc.constantFrom('p', 'div', 'b', 'a href="known"', 'a href="#fn-1"', 'ul', 'ol', 'li', 'table', 'tr', 'td rowspan="9"', 'th', 'h1', 'h6', 'blockquote', 'pre', 'code', 'figure', 'figcaption', 'img src="known.png"', 'br', 'hr', 'svg', 'script', 'section class="footnotes"', 'li id="fn-1"', 'template', 'select', 'math')
    const piece = fc.oneof(tag.map((name) => `<${name}>`), tag.map((name) => `</${name.split(' ')[0]}>`), fc.constantFrom('text', ' ', '\n', '&amp;', '&#0;', '<', '"'), fc.string({ maxLength: 5 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        documentSchema.nodeFromJSON(parse(pieces.join('')).body).check()
      }),
      { numRuns: 500 },
    )
  }, 60_000)

  test('nested a hundred thousand times is refused in words', () => {
    expect(parse('<div>'.repeat(100_000)).problems).toEqual(['The page could not be read: its elements are nested too deeply.'])
  })
})

describe('what stands in the wrong place', () => {
  test.each([
    ['text without a paragraph', 'one <b>two</b><p>three</p>four', '<p>one <strong>two</strong></p><p>three</p><p>four</p>'],
    ['unknown wrappers', '<main><section><x-card><p>a</p></x-card></section></main>', '<p>a</p>'],
    ['blocks inside of words', '<b>one<p>two</p></b>', '<p><strong>one</strong></p><p><strong>two</strong></p>'],
    ['a link around blocks', '<a href="https://example.org/"><h2>Title</h2><p>Text</p></a>', '<h2><a href="https://example.org/">Title</a></h2><p><a href="https://example.org/">Text</a></p>'],
    ['a list right inside a list', '<ul><li>a</li><ul><li>b</li></ul></ul>', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
    ['an item that starts with something else', '<ol start="4"><li><h3>a</h3></li></ol>', '<ol start="4"><li><h3>a</h3></li></ol>'],
    ['words in a list, beside its items', '<ul>x<li>a</li></ul>', '<ul><li>x</li><li>a</li></ul>'],
    ['an image among words', '<p>a <img src="known.png" alt="A quay"> b</p>', '<p>a</p><figure><img src="file" alt="A quay"></figure><p>b</p>'],
    ['an image in a heading', '<h2><img src="known.png" alt="Q">Title</h2>', '<h2>Title</h2><figure><img src="file" alt="Q"></figure>'],
    ['white space', '<p>\n  a\n  <b> b </b>\t c </p>\n\n', '<p>a <strong>b </strong>c</p>'],
    ['a rule and breaks', '<p>a<br>b<br></p><hr>', '<p>a<br>b</p><hr>'],
    ['terms and definitions', '<dl><dt>Port</dt><dd>A place for ships</dd></dl>', '<p><strong>Port</strong></p><p>A place for ships</p>'],
    ['what word processors write', '<b style="font-weight:normal"><p><span style="font-weight:700;font-style:italic">a</span></p></b>', '<p><strong><em>a</em></strong></p>'],
  ])('%s', (_what, html, clean) => {
    expect(shown(html)).toBe(clean)
  })
})

describe('headings', () => {
  test('go one level down together when the page has a first one', () => {
    expect(shown('<h1>a</h1><h2>b</h2><h3>c</h3><h5>d</h5>')).toBe('<h2>a</h2><h3>b</h3><h4>c</h4><h4>d</h4>')
  })

  test('stay where they are when it has none', () => {
    expect(shown('<h2>a</h2><h3>b</h3>')).toBe('<h2>a</h2><h3>b</h3>')
  })
})

describe('figures', () => {
  test('have their caption and credit', () => {
    expect(blocks('<figure><picture><source srcset="x.webp"><img src="known.png" alt=" A  quay "></picture><figcaption>At <b>dawn</b> <span class="credit">Ana Ruiz</span></figcaption></figure>')).toEqual([
      { type: 'figure', attrs: { asset: hash, alt: 'A quay', caption: 'At dawn', credit: 'Ana Ruiz', decorative: false } },
    ])
  })

  test('without alternative text are not taken for decorative: somebody has to say so', () => {
    expect(blocks('<img src="known.png" alt="">')[0]?.attrs).toMatchObject({ decorative: false })
    expect(blocks('<img src="known.png" alt="" role="presentation">')[0]?.attrs).toMatchObject({ decorative: true })
  })

  test('that load late are found, and those that count visitors are not', () => {
    expect(blocks('<img src="data:image/gif;base64,x" data-src="known.png" alt="A"><img src="known-pixel.gif" width="1" height="1">')).toHaveLength(1)
  })
})

describe('links to files', () => {
  test('that stand alone become attachments', () => {
    expect(blocks('<p><a href="known/plan.pdf">The plan (PDF)</a></p>')).toEqual([{ type: 'attachment', attrs: { asset: hash, name: 'plan.pdf', label: 'The plan (PDF)' } }])
  })

  test('among words leave their words, and the file follows', () => {
    expect(shown('<p>Read <a href="known/plan.pdf">the plan</a> now.</p>')).toBe('<p>Read the plan now.</p><p class="attachment"><a href="file" download="plan.pdf">the plan</a></p>')
  })
})

describe('tables', () => {
  test('keep merged cells, and are made rectangular', () => {
    const [table] = blocks('<table><caption>Ports</caption><tr><th rowspan="5">a<td colspan="2">b<tr><td>c</table>')
    expect(table?.attrs?.['caption']).toBe('Ports')
    const cells = table?.content?.map((row) => row.content?.map((cell) => [cell.type, cell.attrs?.['colspan'], cell.attrs?.['rowspan'], plainText(cell)]))
    expect(cells).toEqual([
      [
        ['tableHeader', 1, 2, 'a'],
        ['tableCell', 2, 1, 'b'],
      ],
      [
        ['tableCell', 1, 1, 'c'],
        ['tableCell', 1, 1, ''],
      ],
    ])
  })

  test('show their foot last, and how their columns are aligned', () => {
    expect(shown('<table><tfoot><tr><td>sum</table><table><tbody><tr><td style="text-align:right">1</td></tr></tbody></table>')).toContain('<td style="text-align: right">1</td>')
    expect(plainText(parse('<table><tfoot><tr><td>sum</tr></tfoot><tbody><tr><td>1</table>').body)).toBe('1\nsum')
  })
})

describe('code', () => {
  test('keeps its lines and says its language', () => {
    expect(blocks('<pre class="x"><code class="language-js hl">a\n  <b>b</b>\n</code></pre>')).toEqual([{ type: 'codeBlock', attrs: { language: 'js' }, content: [{ type: 'text', text: 'a\n  b' }] }])
  })
})

describe('footnotes', () => {
  test.each([
    ['of our own pages', '<p>a<sup class="footnote-call"><a href="#fn-1" id="fnref-1">1</a></sup></p><section class="footnotes"><ol><li id="fn-1">Note <b>one</b>. <a href="#fnref-1" class="footnote-back">↩</a></li></ol></section>'],
    ['of Hugo', '<p>a<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p><div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>Note <strong>one</strong>.&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p></li></ol></div>'],
    ['of GitHub', '<p>a<sup><a href="#user-content-fn-1" data-footnote-ref>1</a></sup></p><section data-footnotes class="footnotes"><h2>Footnotes</h2><ol><li id="user-content-fn-1"><p>Note <b>one</b>. <a href="#user-content-fnref-1" data-footnote-backref class="data-footnote-backref">↩</a></p></li></ol></section>'],
  ])('%s are brought back to where they are called', (_whose, html) => {
    expect(blocks(html)).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'a' }, { type: 'footnote', content: [{ type: 'text', text: 'Note ' }, { type: 'text', marks: [{ type: 'bold' }], text: 'one' }, { type: 'text', text: '.' }] }] }])
  })
})
