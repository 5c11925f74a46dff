import { addAsset } from '../../../src/main/store/assets'
import { createStory, loadStory } from '../../../src/main/store/stories'
import { refreshStory } from '../../../src/main/store/story-index'
import type { AssetHash, StoryId } from '../../../src/shared/story/ids'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { approve, kindOf, type TestDesk } from '../desk/people'
import { picture } from './picture'

export interface EveryBlock {
  readonly id: StoryId
  /** A picture of its own, two of its gallery. */
  readonly pictures: readonly AssetHash[]
}

const words = (text: string, ...marks: (string | { type: string; attrs: Record<string, unknown> })[]): DocumentNode => ({ type: 'text', text, ...(marks.length > 0 && { marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)) }) })
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const link = (href: string) => ({ type: 'link', attrs: { href, target: null, rel: null, class: null, title: null } })
const cell = (type: 'tableHeader' | 'tableCell', text: string, attrs: Record<string, unknown> = {}): DocumentNode => ({ type, attrs: { colspan: 1, rowspan: 1, colwidth: [120], align: null, ...attrs }, content: [paragraph(words(text))] })
const row = (...content: DocumentNode[]): DocumentNode => ({ type: 'tableRow', content })

let stories = 0

/** An approved story with every block and mark, which leads to another story. */
export async function everyBlock(desk: TestDesk, other: StoryId): Promise<EveryBlock> {
  stories += 1
  const pictures: AssetHash[] = []
  for (const name of ['Quay.png', 'Morning.png', 'Evening.png']) pictures.push((await addAsset(desk.desk, { name, bytes: picture() })).hash)
  const figure = (index: number, caption: string, more: Record<string, unknown> = {}): DocumentNode => ({ type: 'figure', attrs: { asset: pictures[index], alt: `Picture ${index}`, caption, credit: 'Ana Ruiz', decorative: false, ...more } })
  const body: DocumentNode[] = [
    { type: 'heading', attrs: { level: 2 }, content: [words('Nine ports')] },
    paragraph(words('CO'), words('2', 'subscript'), words(' fell by 10'), words('6', 'superscript'), words(' tonnes', 'underline'), words(' at last', 'highlight'), words(' in '), words('le port', { type: 'language', attrs: { lang: 'fr' } }), words(' and '), words('الميناء', { type: 'language', attrs: { lang: 'ar' } }), words(', as '), words('the ports', link('#nine-ports')), words(' and '), words('the ferries', link(`story:${other}#what-was-signed`)), words(' say.'), { type: 'footnote', content: [words('By a survey.')] }),
    { type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(words('Signed'))] }, { type: 'taskItem', attrs: { checked: false }, content: [paragraph(words('Paid'))] }] },
    { type: 'callout', attrs: { tone: 'warning', title: 'Wet quay' }, content: [paragraph(words('Mind the gap.'))] },
    { type: 'pullQuote', attrs: { attribution: 'Mayor Lindqvist' }, content: [words('We breathe the same air.')] },
    figure(0, 'The quay', { source: 'https://example.org/quay', width: 'wide', align: 'start', focusX: 20, focusY: 80 }),
    { type: 'gallery', attrs: { caption: 'A day at the quay' }, content: [figure(1, 'At six'), figure(2, 'At ten')] },
    { type: 'table', attrs: { caption: 'Berths by port' }, content: [row(cell('tableHeader', 'Port'), cell('tableHeader', 'Berths')), row(cell('tableHeader', 'Merrow'), cell('tableCell', '12', { align: 'right' })), row(cell('tableCell', 'None elsewhere', { colspan: 2, colwidth: [120, 120] }))] },
    { type: 'button', attrs: { label: 'Get the letter', address: 'https://example.org/letter', purpose: 'subscribe' } },
    { type: 'embed', attrs: { address: 'https://www.youtube.com/watch?v=w7Ft2ymGmfc', title: 'The port at night' } },
    { type: 'relatedStories', attrs: { title: 'More' }, content: [{ type: 'relatedStory', attrs: { story: other, headline: 'Ports and mayors agree' } }] },
  ]
  const id = createStory(desk.desk.db, {
    kind: kindOf(desk.desk, 'press-release'),
    by: desk.amina.member.id,
    headline: 'Every block at the quay',
    fields: { slug: `every-block-${process.pid}-${stories}`, summary: 'A text with every block that a text of ours can have.', date: '2026-02-20', language: 'en' },
    body: { type: 'doc', content: body },
  })
  refreshStory(desk.desk, id, loadStory(desk.desk.db, id))
  approve(desk, id)
  return { id, pictures }
}
