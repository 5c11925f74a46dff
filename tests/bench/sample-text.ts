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
  const content: DocumentNode[] = []
  let written = 0
  const some = (many: number): string => {
    const text = wordsFrom(written, many).join(' ')
    written += many
    return text
  }
  for (let section = 0; written < count; section++) {
    content.push(
      { type: 'heading', attrs: { level: section % 4 === 0 ? 2 : 3 }, content: [plain(some(6))] },
      paragraph(plain(`${some(75)}.`)),
      paragraph(plain(`${some(40)} `), { ...plain(some(4)), marks: [{ type: 'link', attrs: { href: 'https://example.org/harbours' } }] }, plain(` ${some(30)}.`)),
      { type: 'bulletList', content: [some(14), some(9), some(17)].map((text) => ({ type: 'listItem', content: [paragraph(plain(text))] })) },
      paragraph(plain(`${some(50)} `), { ...plain(some(3)), marks: [{ type: 'bold' }] }, { type: 'footnote', content: [plain(some(12))] }, plain(` ${some(20)}.`)),
    )
    if (section % 5 === 4) content.push({ type: 'blockquote', content: [paragraph(plain(`${some(30)}.`))] })
  }
  return { type: 'doc', content: [...content, paragraph(plain('The text ends here.'))] }
}

const plain = (text: string): DocumentNode => ({ type: 'text', text })
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })

function wordsFrom(start: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => words[((start + index) * 7 + ((start + index) >> 4)) % words.length] ?? '')
}
