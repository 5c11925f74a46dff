import { describe, expect, test } from 'vitest'
import { documentFromHtml, type HtmlSources } from '../../../src/shared/html/parse-html'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { plainText } from '../../../src/shared/story/text'

const hash = 'a'.repeat(64)
const asset = (address: string): string | null => (address.startsWith('known') ? hash : null)
const parse = (html: string, more: HtmlSources = {}) => documentFromHtml(html, { asset, ...more })
const blocks = (html: string, more: HtmlSources = {}): readonly DocumentNode[] => parse(html, more).body.content ?? []
const words = (node: DocumentNode | undefined): string => plainText({ type: 'doc', content: node === undefined ? [] : [node] })
const types = (html: string): string[] => blocks(html).map(({ type }) => type)

describe('pull quotes', () => {
  test.each([
    ['a class on a quotation', '<blockquote class="pullquote"><p>A harbour is a neighbour.</p><cite>— Inês Valadão</cite></blockquote>'],
    ['WordPress', '<figure class="wp-block-pullquote alignright"><blockquote><p>A harbour is a neighbour.</p><cite>Inês Valadão</cite></blockquote></figure>'],
    ['an aside', '<aside class="pull-quote"><p>A harbour is a neighbour.</p><footer>Inês Valadão</footer></aside>'],
  ])('of %s', (_whose, html) => {
    expect(blocks(html)).toEqual([{ type: 'pullQuote', attrs: { attribution: 'Inês Valadão' }, content: [{ type: 'text', text: 'A harbour is a neighbour.' }] }])
  })

  test('that hold more than words stay quotations', () => {
    expect(types('<blockquote class="pullquote"><p>One</p><ul><li>two</li></ul></blockquote>')).toEqual(['blockquote'])
  })
})

describe('callouts', () => {
  test.each([
    ['an aside', '<aside><p>Quay 4 is closed.</p></aside>', 'note', ''],
    ['details with a summary', '<details><summary>Closed</summary><p>Quay 4 is closed.</p></details>', 'note', 'Closed'],
    ['GitHub', '<div class="markdown-alert markdown-alert-warning"><p class="markdown-alert-title"><svg></svg>Warning</p><p>Quay 4 is closed.</p></div>', 'warning', ''],
    ['Sphinx and MkDocs', '<div class="admonition caution"><p class="admonition-title">Closed</p><p>Quay 4 is closed.</p></div>', 'warning', 'Closed'],
    ['Sphinx, with the name of its sort', '<div class="admonition tip"><p class="admonition-title">Tip</p><p>Quay 4 is closed.</p></div>', 'tip', ''],
  ])('of %s', (_whose, html, tone, title) => {
    expect(blocks(html)).toMatchObject([{ type: 'callout', attrs: { tone, title } }])
    expect(words(blocks(html)[0])).toBe('Quay 4 is closed.')
  })

  test('are notes when nothing is known of their classes, whatever those are called', () => {
    expect(blocks('<div class="admonition constructor"><p>Quay 4 is closed.</p></div>')).toMatchObject([{ type: 'callout', attrs: { tone: 'note' } }])
  })

  test('that are empty are nothing', () => {
    expect(types('<p>a</p><aside> <script>x</script></aside>')).toEqual(['paragraph'])
  })
})

describe('tasks', () => {
  test('of GitHub, nested and mixed with other items', () => {
    const html = '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled> Open the fund<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled> Name the engineers</li></ul></li><li>No task</li></ul>'
    const [tasks, others] = blocks(html)
    expect(tasks).toMatchObject({ type: 'taskList', content: [{ attrs: { checked: true }, content: [{ content: [{ text: 'Open the fund' }] }, { type: 'taskList', content: [{ attrs: { checked: false } }] }] }] })
    expect(others).toMatchObject({ type: 'bulletList' })
  })

  test('a box in a nested list makes no task of the item around it', () => {
    expect(blocks('<ul><li>Plain<ul><li><input type="checkbox"> Task</li></ul></li></ul>')[0]).toMatchObject({ type: 'bulletList', content: [{ content: [{}, { type: 'taskList' }] }] })
  })
})

describe('players and posts of known sites become cards, once', () => {
  test.each([
    ['a YouTube player', '<iframe src="https://www.youtube.com/embed/aBcDeFgHiJk" title="YouTube video player"></iframe>', 'https://www.youtube.com/watch?v=aBcDeFgHiJk', ''],
    ['a Vimeo player with a title', '<div><iframe src="//player.vimeo.com/video/123" title="A day at the quay"></iframe></div>', 'https://vimeo.com/123', 'A day at the quay'],
    ['a post on X', '<blockquote class="twitter-tweet"><p lang="en">The engines stopped.</p>— Council (@council) <a href="https://twitter.com/council/status/7?ref_src=x">1 May</a></blockquote><script src="https://platform.twitter.com/widgets.js"></script>', 'https://twitter.com/council/status/7', 'The engines stopped.'],
    ['a post on Instagram', '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Abc/?utm=1"><a href="https://www.instagram.com/p/Abc/">View this post</a></blockquote>', 'https://www.instagram.com/p/Abc/', ''],
    ['WordPress with a caption', '<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">https://youtu.be/aBcDeFgHiJk</div><figcaption>A day</figcaption></figure>', 'https://youtu.be/aBcDeFgHiJk', 'A day'],
  ])('%s', (_what, html, address, title) => {
    const { body, problems } = parse(html + html)
    expect(body.content).toEqual([{ type: 'embed', attrs: { address, title } }])
    expect(problems).toEqual([])
  })

  test('a frame of any other site is left out and told', () => {
    expect(parse('<p>a</p><iframe src="https://ads.example/frame"></iframe>')).toMatchObject({ body: { content: [{ type: 'paragraph' }] }, problems: ['An embedded page was left out: ‘https://ads.example/frame’'] })
    expect(types('<p>a</p><iframe src="https://youtube.com.evil.example/embed/aBcDeFgHiJk"></iframe><iframe src="javascript:youtube.com"></iframe>')).toEqual(['paragraph'])
  })
})

describe('buttons', () => {
  test.each([
    ['a link of that class alone in its line', '<p><a class="btn btn-primary" href="https://example.org/plan">Read the plan</a></p>'],
    ['WordPress', '<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="https://example.org/plan">Read the plan</a></div></div>'],
  ])('%s', (_whose, html) => {
    expect(blocks(html)).toEqual([{ type: 'button', attrs: { label: 'Read the plan', address: 'https://example.org/plan', purpose: 'link' } }])
  })

  test('among words are links, and with an unsafe address they are words', () => {
    expect(blocks('<p>Please <a class="btn" href="https://example.org/">read</a> it.</p>')).toMatchObject([{ type: 'paragraph', content: [{}, { text: 'read', marks: [{ type: 'link' }] }, {}] }])
    expect(blocks('<p><a class="btn" href="javascript:x">Run</a></p>')).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'Run' }] }])
  })
})

describe('pictures', () => {
  test('of a WordPress gallery stand together', () => {
    const item = (name: string): string => `<figure class="wp-block-image"><img src="known-${name}.jpg" alt="${name}"><figcaption>The ${name}</figcaption></figure>`
    expect(blocks(`<figure class="wp-block-gallery has-nested-images">${item('quay')}${item('ferry')}<figcaption class="blocks-gallery-caption">Power</figcaption></figure>`)).toMatchObject([{ type: 'gallery', attrs: { caption: 'Power' }, content: [{ attrs: { alt: 'quay', caption: 'The quay' } }, { attrs: { alt: 'ferry' } }] }])
    expect(blocks('<ul class="blocks-gallery-grid"><li><img src="known-1.jpg" alt="a"></li><li><img src="known-2.jpg" alt="b"></li></ul>')).toMatchObject([{ type: 'gallery', content: [{}, {}] }])
  })

  test('with words between them are no gallery, and no word is lost', () => {
    const html = '<div class="gallery"><img src="known-1.jpg" alt="a"><p>Words between</p><img src="known-2.jpg" alt="b"></div>'
    expect(types(html)).toEqual(['figure', 'paragraph', 'figure'])
  })

  test('of a gallery that are not found are told once', () => {
    expect(parse('<div class="gallery"><img src="lost.jpg"><img src="known.jpg" alt="a"></div>').problems).toEqual(['An image was left out because its file was not found: ‘lost.jpg’'])
  })

  test.each([
    ['alignleft', 'en', { width: 'half', align: 'start' }],
    ['alignright', 'en', { width: 'half', align: 'end' }],
    ['alignleft', 'ar', { width: 'half', align: 'end' }],
    ['alignwide', 'en', { width: 'wide' }],
    ['alignfull', 'en', { width: 'full' }],
  ])('of the class ‘%s’ in ‘%s’ stand where they stood', (name, language, attrs) => {
    expect(blocks(`<div class="wp-block-image"><figure class="${name}"><img src="known.jpg" alt="a"></figure></div>`, { language })).toMatchObject([{ type: 'figure', attrs }])
  })

  test('with the captions of older WordPress have them', () => {
    expect(blocks('<div class="wp-caption alignright"><img src="known.jpg" alt="a"><p class="wp-caption-text">At dawn</p></div>')).toMatchObject([{ type: 'figure', attrs: { caption: 'At dawn', align: 'end' } }])
  })
})

describe('tables', () => {
  test('have their caption, also the one of a figure around them', () => {
    expect(blocks('<table><caption>Ports <b>2031</b></caption><tr><td>a</td></tr></table>')[0]?.attrs?.['caption']).toBe('Ports 2031')
    expect(blocks('<figure class="wp-block-table"><table><tr><td>a</td></tr></table><figcaption>Ports</figcaption></figure>')).toMatchObject([{ type: 'table', attrs: { caption: 'Ports' } }])
  })

  test('whose caption is more than words keep it before them', () => {
    expect(types('<table><caption><img src="known.jpg" alt="a"> Ports</caption><tr><td>a</td></tr></table>')).toEqual(['figure', 'paragraph', 'table'])
  })
})

describe('marks', () => {
  const marks = (html: string, more: HtmlSources = {}): string[] => (blocks(html, more)[0]?.content ?? []).map(({ text, marks: some = [] }) => `${text}:${some.map(({ type, attrs }) => (type === 'language' ? String(attrs?.['lang']) : type)).sort().join('+')}`)

  test.each([
    ['<p><u>a</u><ins>b</ins></p>', ['ab:underline']],
    ['<p>CO<sub>2</sub> m<sup>2</sup></p>', ['CO:', '2:subscript', ' m:', '2:superscript']],
    ['<p><mark>a</mark></p>', ['a:highlight']],
    ['<p><span style="text-decoration:underline">a</span><span style="vertical-align:super">b</span></p>', ['a:underline', 'b:superscript']],
    ['<p><a href="https://example.org/"><span style="text-decoration:underline">a</span></a></p>', ['a:link']],
  ])('%s', (html, expected) => {
    expect(marks(html)).toEqual(expected)
  })

  test('the language of a phrase is kept where it is another than the story’s', () => {
    expect(marks('<p><span lang="en-GB">a</span> <i lang="la">ad hoc</i> <span lang="PT-br">b</span></p>', { language: 'en-GB' })).toEqual(['a :', 'ad hoc:italic+la', ' :', 'b:pt-BR'])
    expect(marks('<p><span lang="x y">a</span></p>')).toEqual(['a:'])
    expect(marks('<p><span lang="fr">un <span lang="de">zwei</span></span></p>')).toEqual(['un :fr', 'zwei:de'])
  })

  test('the raised call of a footnote stays a footnote, with or without brackets', () => {
    const notes = '<section class="footnotes"><ol><li id="fn-1">Note.</li></ol></section>'
    expect(blocks(`<p>a<sup><a href="#fn-1">1</a></sup></p>${notes}`)[0]?.content).toEqual([{ type: 'text', text: 'a' }, { type: 'footnote', content: [{ type: 'text', text: 'Note.' }] }])
    expect(blocks(`<p>6 km<sup>2<a href="#fn-1">1</a></sup></p>${notes}`)[0]?.content?.map(({ type, marks: some = [] }) => [type, some.map((mark) => mark.type)])).toEqual([['text', []], ['text', ['superscript']], ['footnote', ['superscript']]])
  })
})

test('links to a story of the desk are by its id, whatever address it has', () => {
  const story = '00000000-0000-4000-8000-000000000002'
  const sources: HtmlSources = { story: (address) => (address === 'https://example.org/fund/' ? story : null) }
  expect(JSON.stringify(blocks('<p><a href="https://example.org/fund/#who-pays">a</a></p>', sources))).toContain(`"story:${story}#who-pays"`)
  expect(blocks('<p><a class="btn" href="https://example.org/fund/">Read</a></p>', sources)).toMatchObject([{ attrs: { address: `story:${story}` } }])
})

test('hostile pages stay clean in every form', () => {
  const html = '<aside onclick="x()"><p style="position:fixed"><a class="btn" href="java&#10;script:x">a</a></p></aside><p class="embed"><a href="javascript:x"><span class="embed-title">b</span></a></p><nav class="related-stories"><ul><li><a href="javascript:x">c</a></li></ul></nav><figure class="gallery"><img src="javascript:x"><img src="data:image/svg+xml,<svg onload=x>"></figure><span lang="&quot;><script>">d</span><blockquote class="twitter-tweet"><a href="javascript:x.com/a/status/1">e</a></blockquote>'
  expect(JSON.stringify(parse(html).body)).not.toMatch(/javascript|onclick|script|position|data:/i)
})
