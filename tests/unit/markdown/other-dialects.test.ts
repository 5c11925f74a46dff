import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentSchema } from '../../../src/shared/document/schema'
import { fromMarkdown } from '../../../src/shared/markdown/parse'
import type { DocumentNode } from '../../../src/shared/story/revision'

const hash = 'a'.repeat(64)
const read = (text: string): readonly DocumentNode[] => fromMarkdown(text, { fromElsewhere: true, asset: (address) => (address.endsWith('.png') ? hash : null) }).body.content ?? []
const strictly = (text: string): readonly DocumentNode[] => fromMarkdown(text).body.content ?? []
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const words = (text: string, ...marks: string[]): DocumentNode => ({ type: 'text', text, ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }) })
const callout = (tone: string, title: string, ...content: DocumentNode[]): DocumentNode => ({ type: 'callout', attrs: { tone, title }, content })
const embed = (address: string, title = ''): DocumentNode => ({ type: 'embed', attrs: { address, title } })

describe('a callout', () => {
  test.each<[string, string, DocumentNode]>([
    ['of GitHub', '> [!NOTE]\n> Bring a pass.', callout('note', '', paragraph(words('Bring a pass.')))],
    ['of GitHub in its strongest tone', '> [!CAUTION]\n> Wet quay.', callout('warning', '', paragraph(words('Wet quay.')))],
    ['of Obsidian with a title', '> [!tip]- By boat\n> Take line 4.', callout('tip', 'By boat', paragraph(words('Take line 4.')))],
    ['of GitHub’s first form is a quotation', '> **Note**\n> Bring a pass.', { type: 'blockquote', content: [paragraph(words('Note', 'bold'), words(' Bring a pass.'))] }],
    ['of Docusaurus', ':::warning[Wet quay]\n\nMind the *gap*.\n\n:::', callout('warning', 'Wet quay', paragraph(words('Mind the '), words('gap', 'italic'), words('.')))],
    ['of Docusaurus without empty lines', ':::info Berths\nNine.\n:::', callout('note', 'Berths', paragraph(words('Nine.')))],
    ['of Pandoc', '::: {.tip title="x"}\nNine.\n:::', callout('tip', '', paragraph(words('Nine.')))],
    ['inside of another', '::::note\n:::tip\nNine.\n:::\n::::', callout('note', '', callout('tip', '', paragraph(words('Nine.'))))],
  ])('%s', (_what, text, block) => {
    expect(read(text)).toEqual([block])
  })

  test('whose name is not known gives way to its text', () => {
    expect(read('::: {.columns}\nNine.\n:::')).toEqual([paragraph(words('Nine.'))])
  })

  test('whose marker was escaped is a quotation', () => {
    expect(strictly('> \\[!NOTE]\n> Nine.')).toMatchObject([{ type: 'blockquote' }])
  })
})

describe('a film or a post', () => {
  test.each([
    ['{{< youtube w7Ft2ymGmfc >}}', embed('https://www.youtube.com/watch?v=w7Ft2ymGmfc')],
    ['{{< youtube id="w7Ft2ymGmfc" title="The port at night" >}}', embed('https://www.youtube.com/watch?v=w7Ft2ymGmfc', 'The port at night')],
    ['{{< vimeo 55073825 >}}', embed('https://vimeo.com/55073825')],
    ['{{< x user="harbourcities" id="1453110110599868418" >}}', embed('https://x.com/harbourcities/status/1453110110599868418')],
    ['{{< instagram CxOWiQNP2MO >}}', embed('https://www.instagram.com/p/CxOWiQNP2MO/')],
    ['{% include youtube.html id="w7Ft2ymGmfc" %}', embed('https://www.youtube.com/watch?v=w7Ft2ymGmfc')],
  ])('%s is a card', (text, block) => {
    expect(read(text)).toEqual([block])
    expect(strictly(text)).toMatchObject([{ type: 'paragraph' }])
  })

  test('with an id that is none stays text', () => {
    expect(read('{{< youtube "a/../b?x" >}}')).toMatchObject([{ type: 'paragraph' }])
  })
})

test('a figure of Hugo is an image with its texts', () => {
  expect(read('{{< figure src="quay.png" alt="A [quay]" caption="At *dawn*" attr="Ana Ruiz" >}}')).toEqual([{ type: 'figure', attrs: { asset: hash, alt: 'A [quay]', caption: 'At *dawn*', credit: 'Ana Ruiz', decorative: false } }])
})

test('attributes of kramdown and Pandoc fall away', () => {
  expect(read('## Berths {#berths .wide}\n\nNine.\n{: .lead}\n\n![A quay](quay.png){width=50%}')).toEqual([{ type: 'heading', attrs: { level: 2 }, content: [words('Berths')] }, paragraph(words('Nine.')), { type: 'figure', attrs: { asset: hash, alt: 'A quay', caption: '', credit: '', decorative: false } }])
})

test('words between equals signs are highlighted, in files of others', () => {
  expect(read('All ==nine ports== and `a ==b== c`.')).toEqual([paragraph(words('All '), words('nine ports', 'highlight'), words(' and '), words('a ==b== c', 'code'), words('.'))])
  expect(strictly('All ==nine ports==.')).toEqual([paragraph(words('All ==nine ports==.'))])
})

test('what stands in code stays as it is', () => {
  const code = ':::note\n{{< youtube w7Ft2ymGmfc >}}\n{: .x}'
  expect(read(`\`\`\`\n${code}\n\`\`\``)).toEqual([{ type: 'codeBlock', attrs: { language: null }, content: [words(code)] }])
})

test('any text at all gives a body that the schema allows', () => {
  const piece = fc.oneof(fc.constantFrom(':::', '::::', ':::note', '[x]', ' {.tip}', '{: .x}', '{{< youtube ', ' >}}', '{% ', ' %}', '==', '\n', '\n\n', '> ', '[!NOTE]', '- ', '- [ ] ', '```', '<div class="callout note">', '<div class="gallery">', '<div class="related-stories">', '</div>', '**x**', '*y*', '![](q.png)', '[a](b)'), fc.string({ maxLength: 4 }))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      documentSchema.nodeFromJSON(fromMarkdown(pieces.join(''), { fromElsewhere: true, asset: (address) => (address.endsWith('.png') ? hash : null) }).body).check()
    }),
    { numRuns: 500 },
  )
}, 60_000)
