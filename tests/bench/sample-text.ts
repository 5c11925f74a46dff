import type { DocumentNode } from '../../src/shared/story/revision'

const words =
  'the council of harbour cities met on Tuesday to agree how newcomers find housing work and schools within a year of arrival mayors from nine ports said that local budgets carry most of the cost while national plans rarely name cities at all'.split(
    ' ',
  )

/** Paragraphs of about 80 words each, `count` words in all; the same text every time. */
export function paragraphs(count: number): string[] {
  const all = wordsFrom(0, count)
  return Array.from({ length: Math.ceil(count / 80) }, (_, index) => `${all.slice(index * 80, index * 80 + 80).join(' ')}.`)
}

/** A long text as people write them: under each heading some paragraphs with a link and a footnote, a list, now and then a quotation. */
export function longStory(count: number): DocumentNode {
  const sections = Array.from({ length: Math.ceil(count / wordsOfSection) }, (_, index) => section(index))
  return { type: 'doc', content: [...sections.flat(), paragraph(plain('The text ends here.'))] }
}

const wordsOfSection = 286

function section(index: number): DocumentNode[] {
  let written = index * wordsOfSection
  const some = (many: number): string => {
    const text = wordsFrom(written, many).join(' ')
    written += many
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  }
  const sentences = (many: number): string => `${Array.from({ length: many }, () => some(15)).join('. ')}.`
  return [
    { type: 'heading', attrs: { level: index % 4 === 0 ? 2 : 3 }, content: [plain(some(6))] },
    paragraph(plain(sentences(5))),
    paragraph(plain(`${sentences(2)} `), { ...plain(some(4)), marks: [{ type: 'link', attrs: { href: `https://example.org/harbours/${index}` } }] }, plain(`. ${sentences(2)}`)),
    { type: 'bulletList', content: [14, 9, 17].map((many) => ({ type: 'listItem', content: [paragraph(plain(some(many)))] })) },
    paragraph(plain(`${sentences(3)} `), { ...plain(some(3)), marks: [{ type: 'bold' }] }, { type: 'footnote', content: [plain(some(12))] }, plain(`. ${sentences(1)}`)),
    ...(index % 5 === 4 ? [{ type: 'blockquote', content: [paragraph(plain(sentences(2)))] }] : []),
  ]
}

const plain = (text: string): DocumentNode => ({ type: 'text', text })
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })

function wordsFrom(start: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => words[((start + index) * 7 + ((start + index) >> 4)) % words.length] ?? '')
}
