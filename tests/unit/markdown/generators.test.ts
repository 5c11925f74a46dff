import { describe, expect, test } from 'vitest'
import { fromMarkdown } from '../../../src/shared/markdown/parse'
import { presetNamed } from '../../../src/shared/markdown/presets/preset-named'
import { toMarkdown } from '../../../src/shared/markdown/serialize'
import type { PresetName } from '../../../src/shared/presets'
import type { DocumentNode } from '../../../src/shared/story/revision'

const words = (text: string, ...marks: (string | NonNullable<DocumentNode['marks']>[number])[]): DocumentNode => ({ type: 'text', text, marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)) })
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const linkTo = (href: string, title: string | null = null) => ({ type: 'link', attrs: { href, target: null, rel: null, class: null, title } })
const item = (...content: DocumentNode[]): DocumentNode => ({ type: 'listItem', content })
const list = (type: 'bulletList' | 'orderedList', attrs: Record<string, unknown>, ...texts: string[]): DocumentNode => ({ type, attrs, content: texts.map((text) => item(text === '' ? { type: 'paragraph' } : paragraph(words(text)))) })
const task = (checked: boolean, text: string): DocumentNode => ({ type: 'taskItem', attrs: { checked }, content: [text === '' ? { type: 'paragraph' } : paragraph(words(text))] })
const note = (text: string): DocumentNode => ({ type: 'footnote', content: [words(text)] })
const figure = (alt: string, caption = ''): DocumentNode => ({ type: 'figure', attrs: { asset: 'a'.repeat(64), alt, caption, credit: '', decorative: false } })
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })

const writtenFor = (name: PresetName, ...content: DocumentNode[]): string => toMarkdown(doc(...content), { assetAddress: () => 'quay.png', flavour: presetNamed(name).flavour, language: 'en' })

/** Each of these was shown otherwise, or not at all, by the parser that the generator has. */
describe('for Jekyll', () => {
  test.each<[string, DocumentNode[], string]>([
    ['Markdown in marked words is asked for', [paragraph(words('a*b', 'highlight'), words('c', 'underline', 'bold'))], '<mark markdown="span">a\\*b</mark>**<u markdown="span">c</u>**\n'],
    ['a comment parts lists', [list('bulletList', {}, 'One'), list('bulletList', {}, 'Two')], '- One\n\n<!-- -->\n\n+ Two\n'],
    ['numbers have one sign, and say where they start', [list('orderedList', { start: 1 }, 'One'), list('orderedList', { start: 7 }, 'Seven', 'Eight')], '1. One\n\n<!-- -->\n\n7. {:value="7"} Seven\n8. Eight\n'],
    ['an item without words has a comment', [list('bulletList', {}, 'One', '')], '- One\n- <!-- -->\n'],
    ['addresses and titles have no backslashes', [paragraph(words('x', linkTo('https://example.org/a_(b)', 'say "so"')))], '[x](https://example.org/a_&#40;b&#41; "say &#34;so&#34;")\n'],
    ['telephones are links with words', [paragraph(words('tel:+31', linkTo('tel:+31')))], '[tel:+31](tel:+31)\n'],
    ['angles, tildes and backticks are numbers', [paragraph(words('<< ~ `'))], '&#60;&#60; &#126; &#96;\n'],
    ['no line is a definition', [paragraph(words('[a]: b', 'italic'))], '*\\[a]\\: b*\n'],
    ['two breaks are a break and an element', [paragraph(words('a'), { type: 'hardBreak' }, { type: 'hardBreak' }, words('b'))], 'a  \n<br>b\n'],
    ['a rule does not end a list', [{ type: 'horizontalRule' }], '<hr>\n'],
    ['a heading of nothing shows no signs', [{ type: 'heading', attrs: { level: 3 } }], '### <!-- -->\n'],
  ])('%s', (_what, content, text) => {
    expect(writtenFor('jekyll', ...content)).toBe(text)
  })
})

describe('for Eleventy', () => {
  test('footnotes are elements that lead to each other', () => {
    expect(writtenFor('eleventy', paragraph(words('Forty'), note('By *count*'), words(' and two'), note('word')))).toBe(
      'Forty<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> and two<sup><a href="#fn-2" id="fnref-2" role="doc-noteref">2</a></sup>\n\n' +
        '<section class="footnotes" role="doc-endnotes">\n\n' +
        '1. <a id="fn-1"></a>By \\*count\\* <a href="#fnref-1" role="doc-backlink" aria-label="Back to the text">↩</a>\n' +
        '2. <a id="fn-2"></a>word <a href="#fnref-2" role="doc-backlink" aria-label="Back to the text">↩</a>\n\n' +
        '</section>\n',
    )
  })

  test('tasks have boxes that are elements', () => {
    expect(writtenFor('eleventy', { type: 'taskList', content: [task(true, 'Signed'), task(false, '')] })).toBe('- <input type="checkbox" checked disabled> Signed\n- <input type="checkbox" disabled> <!-- -->\n')
  })

  test('an image whose words need escapes is an element', () => {
    expect(writtenFor('eleventy', figure('A quay', 'At dawn'))).toBe('![A quay](quay.png)\\\n*At dawn*\n')
    expect(writtenFor('eleventy', figure('"A" [quay] | b', 'At dawn'))).toBe('<img src="quay.png" alt="&quot;A&quot; [quay] &#124; b">\\\n*At dawn*\n')
  })
})

test('a break at the edge of a link is no part of it, whoever it is for', () => {
  expect(writtenFor('astro', paragraph(words('a', linkTo('/x')), { type: 'hardBreak', marks: [linkTo('/x')] }, words('b')))).toBe('[a](/x)\\\nb\n')
  expect(writtenFor('astro', paragraph(words('a', linkTo('/x')), { type: 'hardBreak', marks: [linkTo('/x')] }, words('b', linkTo('/x'))))).toBe('[a\\\nb](/x)\n')
})

test('what a text says of these forms stays its own words', () => {
  const said = '<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> {:value="7"} <input type="checkbox" disabled> x'
  for (const name of ['jekyll', 'eleventy'] as const) {
    const body = doc(list('orderedList', { start: 1, type: null }, `{:value="7"} ${said}`), paragraph(words(said)), list('bulletList', {}, '<input type="checkbox" disabled> x'))
    const plain = (node: DocumentNode): string => (node.text ?? '') + (node.content ?? []).map(plain).join('')
    expect(plain(fromMarkdown(writtenFor(name, ...(body.content ?? []))).body)).toBe(plain(body))
  }
})
