import type { ApprovedStory } from '../../../src/shared/approved-story'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { everyBlock, everyBlockInArabic } from '../../fixtures/every-block'
import { approved, linkTo, paragraph, planFile, quayPicture, words } from './approved'

const heading = (level: number, text: string): DocumentNode => ({ type: 'heading', attrs: { level }, content: [words(text)] })
const item = (...content: DocumentNode[]): DocumentNode => ({ type: 'listItem', content })
const bullets = (...texts: string[]): DocumentNode => ({ type: 'bulletList', content: texts.map((text) => item(paragraph(...(text === '' ? [] : [text])))) })
const numbers = (start: number, ...texts: string[]): DocumentNode => ({ type: 'orderedList', attrs: { start, type: null }, content: texts.map((text) => item(paragraph(text))) })
const cell = (type: 'tableHeader' | 'tableCell', ...content: DocumentNode[]): DocumentNode => ({ type, attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null }, content })
const row = (...content: DocumentNode[]): DocumentNode => ({ type: 'tableRow', content })
const note = (...content: DocumentNode[]): DocumentNode => ({ type: 'footnote', content })
const line: DocumentNode = { type: 'hardBreak' }

/** What every other story leads to. */
export const ferries = approved({ number: 2, kind: 'statement', fields: { slug: 'ferries', headline: 'Ferries go electric', language: 'en' }, body: [heading(2, 'What it costs: €9 (now)'), paragraph('Nine.'), heading(2, 'What it costs: €9 (now)'), paragraph('Ten.')] })

const parts = { pictures: [quayPicture.hash], file: planFile.hash, story: ferries.revision.story } as const
const hero = { asset: quayPicture.hash, alt: 'A quay', decorative: false, caption: 'The quay at dawn', credit: 'Ana Ruiz' }

export const inEnglish = approved({ body: everyBlock(parts).content ?? [], files: [quayPicture, planFile], fields: { headline: 'yes: {{ x }} #1', summary: '2026-03-02', language: 'en', heroImage: hero, byline: ['Ana Ruiz', 'no'], topics: ['Shore power', 'no', '2026'] } })
export const inArabic = approved({ number: 3, body: everyBlockInArabic(parts).content ?? [], files: [quayPicture, planFile], fields: { language: 'ar', headline: 'مدن الموانئ: اتفاق', slug: 'مدن-الموانئ' } })
export const crossPost = approved({ number: 4, kind: 'cross-post', fields: { origin: 'Coastal Review', originAddress: 'https://example.org/quay', language: 'en' } })

/** Texts that mean something to Markdown, to templates or to one of the parsers. Readers see them as they are. */
export const signs: readonly DocumentNode[] = [
  paragraph('{{ x }} {% raw %} {# c #} <% erb %> ${y} {:.cls} {::nomarkdown} |a|b| $$x$$ $x^2$ :smile: ==hi== ^up^ ~down~ ~~out~~ ++ins++ H~2~O'),
  paragraph('*[HTML]: no abbreviation'),
  paragraph(linkTo('[a link]: of words', 'https://example.org/'), ' and ', linkTo('more', 'https://example.org/')),
  paragraph('<< set apart >> -- dashes --- and ... dots, it’s (c) "quoted" by \'them\' <'),
  paragraph('# no', line, '- no', line, '1. no', line, '> no', line, '| no |', line, ': no', line, '===', line, '***', line, line, 'end'),
  paragraph('12345678901. a number'),
  paragraph('<script>alert(1)</script> & &amp; &lt; \\ \\n @me #tag !![x](y) <!-- x -->'),
  paragraph('Struck ~~ and ', words('a ~~ b', 'strike'), ', ', words('high_light [x] *y*', 'highlight'), ', ', words('under', 'underline'), words('both', 'underline', 'bold'), ' ', words('bold', 'bold'), words('italic', 'italic'), 'plain <', { type: 'text', text: 'il porto', marks: [{ type: 'language', attrs: { lang: 'it' } }] }),
  paragraph(words('a`b', 'code'), ' ', words(' a|b', 'code'), ' ', words('{{ x }}', 'code'), ' ', words('<b>', 'code'), ' and ` alone'),
  paragraph('First', note(words('A note with '), linkTo('a link', 'https://example.org/n'), words(' and: a colon | bar')), ' second', note(words('One', 'bold')), ': after a colon', note(words('word')), '(in brackets)'),
  paragraph(words('Noted', 'highlight'), note(words('In a mark')), words(' and underlined', 'underline', 'highlight'), '.'),
  paragraph(linkTo('brackets', 'https://example.org/a_(b)'), ' ', linkTo('an odd one', 'https://example.org/(<{|"x y&amp;~~'), ' ', linkTo('a telephone', 'tel:+31-20'), ' ', linkTo('tel:+31-20', 'tel:+31-20')),
  bullets('First bullet', '', 'Last bullet'),
  bullets('Another list'),
  { type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(words('Signed', 'bold'), ' off')] }, { type: 'taskItem', attrs: { checked: false }, content: [{ type: 'paragraph' }] }] },
  numbers(7, 'Seven', 'Eight'),
  numbers(1, 'One again', 'Two again'),
  { type: 'bulletList', content: [item(paragraph('Bullets, then numbers'), bullets('a bullet'), numbers(1, 'a number')), item(paragraph('A rule'), { type: 'horizontalRule' }, paragraph('below it'))] },
  { type: 'bulletList', content: [item(paragraph('A callout in a list'), { type: 'callout', attrs: { tone: 'warning', title: 'A * title | {x}' }, content: [paragraph('Deep'), bullets('inside')] })] },
  { type: 'callout', attrs: { tone: 'tip', title: 'Outer' }, content: [{ type: 'codeBlock', attrs: { language: null }, content: [words('{% raw %} {{ }}\n\n</div>\n<b>&amp;</b> | a |')] }, { type: 'callout', attrs: { tone: 'note', title: 'Inner' }, content: [paragraph('Within')] }] },
  { type: 'table', content: [row(cell('tableHeader', paragraph(words('a|b', 'code'))), cell('tableHeader', paragraph('l|nk`'))), row(cell('tableCell', paragraph('x`')), cell('tableCell', paragraph(linkTo('c|d', 'https://example.org/?a|b'), note(words('In a cell')))))] },
  { type: 'figure', attrs: { asset: quayPicture.hash, alt: 'The quay [left], *seen* from info@example.org | "north" & <south>', caption: 'A [caption]', credit: '', decorative: false } },
  heading(2, 'Überseehäfen & Co. {now} #'),
  heading(2, 'Überseehäfen & Co. {now} #'),
  heading(3, 'ما اتفق'),
  paragraph(linkTo('a', '#uberseehafen-co-now'), linkTo('b', '#uberseehafen-co-now-2'), linkTo('c', '#ما-اتفق')),
]
export const withSigns = approved({ number: 5, body: signs, files: [quayPicture], fields: { slug: 'signs', language: 'en' } })

export const siteStories: readonly ApprovedStory[] = [inEnglish, ferries, inArabic, crossPost, withSigns]
