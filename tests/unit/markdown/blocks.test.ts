import { describe, expect, test } from 'vitest'
import { headingAnchors } from '../../../src/shared/markdown/heading-anchors'
import { markdownForm } from '../../../src/shared/markdown/normal-form'
import { presetNamed } from '../../../src/shared/markdown/presets/preset-named'
import { toMarkdown, type MarkdownOptions } from '../../../src/shared/markdown/serialize'
import type { DocumentNode } from '../../../src/shared/story/revision'

const hash = 'a'.repeat(64)
const story = '11111111-1111-4111-8111-111111111111'
const words = (text: string, ...marks: (string | NonNullable<DocumentNode['marks']>[number])[]): DocumentNode => ({ type: 'text', text, marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)) })
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const linkTo = (href: string) => ({ type: 'link', attrs: { href, target: null, rel: null, class: null, title: null } })
const figure = (attrs: Record<string, unknown> = {}): DocumentNode => ({ type: 'figure', attrs: { asset: hash, alt: 'A quay', caption: 'At dawn', credit: 'Ana Ruiz', decorative: false, ...attrs } })
const heading = (text: string): DocumentNode => ({ type: 'heading', attrs: { level: 2 }, content: [words(text)] })
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })
const write = (content: readonly DocumentNode[], options: Partial<MarkdownOptions> = {}): string => toMarkdown(doc(...content), { assetAddress: () => 'quay.png', ...options })
const flavourOf = (name: 'hugo' | 'jekyll' | 'eleventy' | 'astro') => ({ flavour: presetNamed(name).flavour })

const callout: DocumentNode = { type: 'callout', attrs: { tone: 'warning', title: 'Wet quay' }, content: [paragraph(words('Mind the gap.'))] }
const untitled: DocumentNode = { ...callout, attrs: { tone: 'tip', title: '' } }

describe('a callout', () => {
  test('is GitHub’s alert, with its title right below the marker', () => {
    expect(write([callout])).toBe('> [!WARNING]\n> **Wet quay**\n>\n> Mind the gap.\n')
    expect(write([untitled], { language: 'fr' })).toBe('> [!TIP]\n>\n> Mind the gap.\n')
  })

  test('is a box where HTML is shown, headed in the story’s language', () => {
    expect(write([callout], flavourOf('astro'))).toBe('<div class="callout warning">\n\n<div class="callout-title">\n\nWet quay\n\n</div>\n\nMind the gap.\n\n</div>\n')
    expect(write([untitled], { ...flavourOf('jekyll'), language: 'fr' })).toBe('<div class="callout tip untitled" markdown="1">\n\n<div class="callout-title" markdown="1">\n\nConseil\n\n</div>\n\nMind the gap.\n\n</div>\n')
  })

  test('is a quotation where HTML is left out', () => {
    expect(write([callout], flavourOf('hugo'))).toBe('<div class="callout warning quoted">\n\n**Wet quay**\n\n> Mind the gap.\n\n</div>\n')
  })
})

describe('a block reads like Markdown, with and without its box', () => {
  test.each<[string, DocumentNode, string]>([
    ['a task list', { type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(words('Signed'))] }, { type: 'taskItem', attrs: { checked: false }, content: [{ type: 'paragraph' }] }] }, '- [x] Signed\n- [ ] <!-- -->\n'],
    ['a pull quote', { type: 'pullQuote', attrs: { attribution: 'Mayor Lindqvist' }, content: [words('We breathe the same air.')] }, '<div class="pull-quote">\n\n> We breathe the same air.\n\n— Mayor Lindqvist\n\n</div>\n'],
    ['a figure that stands apart', figure({ width: 'wide', align: 'start', focusX: 20, focusY: 80 }), '<div class="figure width-wide align-start" data-focus="20 80">\n\n![A quay](quay.png)\\\n*At dawn* (Ana Ruiz)\n\n</div>\n'],
    ['a figure with a source', figure({ source: 'https://example.org/quay' }), '![A quay](quay.png)\\\n*At dawn* ([Ana Ruiz](https://example.org/quay))\n'],
    ['a gallery', { type: 'gallery', attrs: { caption: 'Two mornings' }, content: [figure({ caption: '', credit: '' }), figure({ caption: '', credit: '' })] }, '<div class="gallery">\n\n![A quay](quay.png)\n\n![A quay](quay.png)\n\n*Two mornings*\n\n</div>\n'],
    ['a button', { type: 'button', attrs: { label: 'Get the letter', address: 'https://example.org/letter', purpose: 'subscribe' } }, '<div class="call subscribe">\n\n[Get the letter](https://example.org/letter)\n\n</div>\n'],
    ['an embed', { type: 'embed', attrs: { address: 'https://youtu.be/x', title: '' } }, '<div class="embed">\n\n<https://youtu.be/x>\n\n</div>\n'],
    ['a table with a caption', { type: 'table', attrs: { caption: 'Berths' }, content: [{ type: 'tableRow', content: [{ type: 'tableHeader', attrs: {}, content: [paragraph(words('Port'))] }] }] }, '<div class="captioned-table">\n\n*Berths*\n\n| Port |\n| --- |\n\n</div>\n'],
    ['marks that are HTML', paragraph(words('CO'), words('2', 'subscript'), words(' in '), words('le port', { type: 'language', attrs: { lang: 'FR' } }), words(' and '), words('الميناء', 'underline', { type: 'language', attrs: { lang: 'ar' } })), 'CO<sub>2</sub> in <span lang="fr">le port</span> and <span lang="ar" dir="rtl"><u>الميناء</u></span>\n'],
  ])('%s', (_what, node, text) => {
    expect(write([node])).toBe(text)
  })
})

test('where HTML is left out, raised numbers have characters of their own; what has none is told', () => {
  const line = paragraph(words('10'), words('6', 'superscript'), words(' tonnes of CO'), words('2', 'subscript'), words(' on the 19'), words('th', 'superscript'))
  expect(write([line], flavourOf('hugo'))).toBe('10⁶ tonnes of CO₂ on the 19<sup>th</sup>\n')
  expect(markdownForm(doc(line), flavourOf('hugo')).losses).toEqual(['‘th’ is raised or lowered by HTML, which not every site of this kind shows; it may stand on the line.'])
  expect(markdownForm(doc(line)).losses).toEqual([])
})

describe('a link to a story', () => {
  const line = paragraph(words('See '), words('the ferries', linkTo(`story:${story}#costs`)), words('.'))

  test('leads to where readers find it', () => {
    expect(write([line], { storyAddress: (id, part) => `/news/${id === story ? 'ferries' : ''}/#${part}` })).toBe('See [the ferries](/news/ferries/#costs).\n')
  })

  test('is words where readers do not have it, and that is told', () => {
    expect(write([line], { storyAddress: () => null })).toBe('See the ferries.\n')
    expect(markdownForm(doc(line), { storyAddress: () => null }).losses).toHaveLength(1)
  })

  test('keeps the desk’s own address where nobody asks for readers', () => {
    expect(write([line])).toBe(`See [the ferries](story:${story}#costs).\n`)
  })
})

describe('a heading that a link leads to', () => {
  const body = [heading('Nine ports'), heading('Nine ports'), heading('Überseehäfen'), paragraph(words('a', linkTo('#nine-ports')), words('b', linkTo('#nine-ports-2')), words('c', linkTo('#uberseehafen')))]

  test.each([
    ['hugo', ['nine-ports', 'nine-ports-2', 'uberseehafen']],
    // The site itself gives the first one this id.
    ['astro', [null, 'nine-ports-2', 'uberseehafen']],
    ['eleventy', ['nine-ports', 'nine-ports-2', 'uberseehafen']],
  ] as const)('has its id for %s', (name, ids) => {
    expect(headingAnchors(doc(...body), presetNamed(name).flavour)).toEqual(ids)
  })

  test('has none when nothing leads to it', () => {
    expect(write([heading('Nine ports'), paragraph(words('a', linkTo('#part')))])).toBe('## Nine ports\n\n[a](#part)\n')
  })
})
