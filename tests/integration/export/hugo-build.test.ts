import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { documentFromHtml } from '../../../src/shared/html/parse-html'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { approved, linkTo, paragraph, planFile, quayPicture, words } from './approved'
import { exportTo, newFolder, read } from './folder'
import { provide } from './generators'

const missing = provide('hugo')
if (missing !== null) console.warn(missing)

const cell = (type: 'tableHeader' | 'tableCell', text: string): DocumentNode => ({ type, attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null }, content: [paragraph(text)] })
const row = (type: 'tableHeader' | 'tableCell', ...texts: string[]): DocumentNode => ({ type: 'tableRow', content: texts.map((text) => cell(type, text)) })
const item = (...content: DocumentNode[]): DocumentNode => ({ type: 'listItem', content })

const body: DocumentNode[] = [
  paragraph('Ships will ', words('switch off', 'bold'), ' their ', words('engines', 'italic'), ' at ', linkTo('the quay', 'https://example.org/quay'), '.', { type: 'footnote', content: [words('A survey of 42 cities.')] }),
  { type: 'heading', attrs: { level: 2 }, content: [words('What was agreed {for now} #')] },
  { type: 'bulletList', content: [item(paragraph('Power at every berth')), item(paragraph('A fund'), { type: 'orderedList', attrs: { start: 1, type: null }, content: [item(paragraph('for small ports'))] })] },
  { type: 'table', content: [row('tableHeader', 'Port', 'Berths | all'), row('tableCell', 'Merrow', '12')] },
  { type: 'figure', attrs: { asset: quayPicture.hash, alt: 'A quay', caption: 'The quay at dawn', credit: 'Ana Ruiz', decorative: false } },
  paragraph('1. not a list, * no star, _no_ line, ', words('{{< no shortcode >}}', 'code'), ' and ~~nothing~~ struck.'),
  { type: 'codeBlock', attrs: { language: null }, content: [words('a line\n  of code {{% x %}}')] },
  { type: 'blockquote', content: [paragraph('We breathe the same air.')] },
]

function newSite(): string {
  const site = newFolder()
  mkdirSync(path.join(site, 'layouts/_default'), { recursive: true })
  writeFileSync(path.join(site, 'hugo.toml'), 'baseURL = "https://example.org/"\ntitle = "Site"\n[markup.goldmark.extensions]\ntypographer = false\n')
  writeFileSync(path.join(site, 'layouts/_default/single.html'), '<title>{{ .Title }}</title><time>{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}</time><i>{{ .Lastmod.Format "2006-01-02" }}</i><meta content="{{ .Description }}"><main>{{ .Content }}</main>')
  writeFileSync(path.join(site, 'layouts/_default/list.html'), '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}')
  return site
}

function build(site: string): void {
  const built = spawnSync('hugo', ['--source', site, '--panicOnWarning'], { encoding: 'utf8' })
  expect(built.stderr + built.stdout).not.toMatch(/error/i)
  expect(built.status).toBe(0)
}

test.skipIf(missing !== null)('Hugo builds the exported folder, and its page says what was approved', async () => {
  const site = newSite()
  const stories = [approved({ kind: 'publication', body, files: [quayPicture, planFile], fields: { report: { asset: planFile.hash, name: planFile.name } } }), approved({ number: 2, fields: { language: 'ar', headline: 'مدن الموانئ', slug: 'مدن-الموانئ' }, body: [paragraph('وافق رؤساء البلديات على الخطة.')] })]
  expect(await exportTo(site, { stories, all: true })).toMatchObject({ stories: 2, problems: [] })

  build(site)

  const page = read(site, 'public/publications/shore-power-1/index.html')
  expect(page).toContain('<title>Shore power for port 1</title><time>2026-03-02T09:30:00Z</time><i>2026-03-02</i>')
  const shown = documentFromHtml(page.slice(page.indexOf('<main>')), { asset: (address) => (address.endsWith('.png') ? quayPicture.hash : address.endsWith('.pdf') ? planFile.hash : null) }).body.content ?? []
  expect(shown.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'bulletList', 'table', 'figure', 'paragraph', 'paragraph', 'codeBlock', 'blockquote', 'attachment'])
  expect(shown.slice(0, 4)).toMatchObject(body.slice(0, 4))
  expect(shown[5]).toMatchObject(paragraph(words('The quay at dawn', 'italic'), ' (Ana Ruiz)'))
  expect(shown[6]).toMatchObject(body[5] ?? {})
  expect(shown.slice(7, 9)).toMatchObject(body.slice(6, 8))
  expect(read(site, 'public/publications/shore-power-1/shore-power-plan.pdf')).toContain('%PDF')
  expect(read(site, 'public/press-releases/مدن-الموانئ/index.html')).toContain('<p>وافق رؤساء البلديات على الخطة.</p>')
})

test.skipIf(missing !== null)('Hugo shows the words of every block, though it leaves out all HTML', async () => {
  const site = newSite()
  const figure = (caption: string, more: Record<string, unknown> = {}): DocumentNode => ({ type: 'figure', attrs: { asset: quayPicture.hash, alt: 'A quay', caption, credit: 'Ana Ruiz', decorative: false, ...more } })
  const ferries = approved({ number: 2, kind: 'statement', fields: { slug: 'ferries' }, body: [{ type: 'heading', attrs: { level: 2 }, content: [words('What it costs: €9 (now)')] }, paragraph('Nine.'), { type: 'heading', attrs: { level: 2 }, content: [words('What it costs: €9 (now)')] }, paragraph('Ten.')] })
  const { story } = ferries.revision
  const everything: DocumentNode[] = [
    { type: 'heading', attrs: { level: 2 }, content: [words('Nine ports')] },
    paragraph('CO', words('2', 'subscript'), ' fell by 10', words('6', 'superscript'), ' ', words('tonnes', 'underline', 'highlight'), ' in ', { type: 'text', text: 'le port', marks: [{ type: 'language', attrs: { lang: 'fr' } }] }, ', see ', linkTo('the ports', '#nine-ports'), ' and ', linkTo('costs', `story:${story}#what-it-costs-9-now-2`), '.'),
    { type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph('Signed')] }, { type: 'taskItem', attrs: { checked: false }, content: [paragraph('Paid')] }] },
    { type: 'callout', attrs: { tone: 'warning', title: '' }, content: [paragraph('Wet quay'), { type: 'bulletList', content: [item(paragraph('Mind the gap'))] }] },
    { type: 'pullQuote', attrs: { attribution: 'Mayor Lindqvist' }, content: [words('We breathe the same air')] },
    { type: 'gallery', attrs: { caption: 'Two mornings' }, content: [figure('At six', { width: 'wide', source: 'https://example.org/six' }), figure('At seven')] },
    { type: 'table', attrs: { caption: 'Berths by port' }, content: [row('tableHeader', 'Port', 'Berths'), row('tableCell', 'Merrow', '12')] },
    { type: 'button', attrs: { label: 'Get the letter', address: 'https://example.org/letter', purpose: 'subscribe' } },
    { type: 'embed', attrs: { address: 'https://youtu.be/abc', title: 'The port at night' } },
    { type: 'relatedStories', attrs: { title: '' }, content: [{ type: 'relatedStory', attrs: { story, headline: 'Ferries go electric' } }] },
  ]
  expect(await exportTo(site, { stories: [approved({ body: everything, files: [quayPicture], fields: { language: 'en' } }), ferries], all: true })).toMatchObject({ stories: 2, problems: [] })
  build(site)

  const page = read(site, 'public/press-releases/shore-power-1/index.html')
  const shown = page.slice(page.indexOf('<main>')).replace(/<!--.*?-->/g, '')
  expect(shown).toContain('CO₂ fell by 10⁶ tonnes in le port, see <a href="#nine-ports">the ports</a> and <a href="/statements/ferries/#what-it-costs-9-now-1">costs</a>.')
  expect(shown).toContain('<h2 id="nine-ports">Nine ports</h2>')
  expect(read(site, 'public/statements/ferries/index.html')).toContain('<h2 id="what-it-costs-9-now-1">')
  for (const part of ['<strong>Warning</strong>', 'Wet quay', 'Mind the gap', 'We breathe the same air', '— Mayor Lindqvist', 'At six', 'At seven', '<a href="https://example.org/six">Ana Ruiz</a>', 'Two mornings', 'Berths by port', '<td>Merrow</td>', '<a href="https://example.org/letter">Get the letter</a>', '<a href="https://youtu.be/abc">The port at night</a>', '<strong>Related stories</strong>', '<a href="/statements/ferries/">Ferries go electric</a>']) expect(shown).toContain(part)
  expect(shown.match(/type="checkbox"/g)).toHaveLength(2)
  expect(shown).not.toMatch(/\[!|class="|:::|\{#/)
})
