import { describe, expect, test } from 'vitest'
import { hashOfPart, partsOf } from '../../../src/shared/clearance/parts'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { paragraph, picture, quote, table, text, told, words } from './a-text'

const hashes = (body: DocumentNode): string[] => partsOf(body, 'en').map(hashOfPart)

describe('The parts of a text', () => {
  test('are its quotations, pictures, tables, files and sentences with a number', () => {
    const body = text(
      paragraph('“We open the harbour,” said the mayor, “and we keep it open.” Nobody objected.'),
      quote('It took us years.', 'It was worth it.'),
      { type: 'pullQuote', attrs: { attribution: 'Amélie Laurent' }, content: [words('Nobody waits')] },
      picture('The quay at night'),
      { type: 'gallery', attrs: { caption: '' }, content: [picture('One'), picture('Two', 'b'.repeat(64))] },
      table(['City', 'Beds'], ['Solvåg', '120']),
      { type: 'attachment', attrs: { asset: 'c'.repeat(64), name: 'report.pdf', label: 'The report' } },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Nine cities signed. Others will follow.')] }, { type: 'listItem', content: [paragraph('In 2026, 42 % arrived. They came by sea.')] }] },
    )
    expect(told(body)).toEqual([
      'quotation: We open the harbour,',
      'quotation: and we keep it open.',
      'quotation: It took us years.\nIt was worth it.',
      'quotation: Nobody waits',
      'picture: The quay at night',
      'picture: One',
      'picture: Two',
      'table: City\nBeds\nSolvåg\n120',
      'file: The report',
      'number: In 2026, 42 % arrived.',
    ])
  })

  test('are found in the marks of any language, and in single ones, where these are no apostrophes', () => {
    expect(told(text(paragraph('« Nous ouvrons le port », dit-elle.')), 'fr')).toEqual(['quotation: Nous ouvrons le port'])
    expect(told(text(paragraph('»Wir öffnen den Hafen«, sagte er.')), 'de')).toEqual(['quotation: Wir öffnen den Hafen'])
    expect(told(text(paragraph('‘We don’t wait,’ the mayors’ office said.')))).toEqual(['quotation: We don’t wait,'])
    expect(told(text(paragraph('قالت: «نفتح الميناء».')), 'ar')).toEqual(['quotation: نفتح الميناء'])
    expect(told(text(paragraph('It is the mayors’ plan, and the cities’ too.')))).toEqual([])
  })

  test('know where they are, across footnotes and breaks, and those in a footnote are parts too', () => {
    const note: DocumentNode = { type: 'footnote', content: [words('She wrote: “It is agreed.”')] }
    const [inNote, quoted] = partsOf(text(paragraph('So ', note, ' it was ', { type: 'hardBreak' }, '“said”.')), 'en')
    expect(inNote).toMatchObject({ words: 'It is agreed.', path: [0], range: { from: 4 + 'She wrote: “'.length, to: 4 + 'She wrote: “It is agreed.'.length } })
    const before = 3 + note.content!.reduce((sum, { text: said = '' }) => sum + said.length, 2) + ' it was '.length + 1
    expect(quoted).toMatchObject({ words: 'said', range: { from: before + 1, to: before + 5 } })
  })

  test('of which a suggestion is nothing yet: what is cleared is the text without it', () => {
    const suggested: DocumentNode = { type: 'text', text: 'never ', marks: [{ type: 'inserted', attrs: {} }] }
    const going: DocumentNode = { type: 'text', text: 'the ', marks: [{ type: 'deleted', attrs: {} }] }
    const [part] = partsOf(text(paragraph('“We ', suggested, 'open ', going, 'harbour.”')), 'en')
    expect(part).toMatchObject({ words: 'We open the harbour.', range: { from: 1, to: 27 } })
    expect(hashes(text(paragraph('“We ', suggested, 'open ', going, 'harbour.”')))).toEqual(hashes(text(paragraph('“We open the harbour.”'))))
  })
})

describe('A part is the same part', () => {
  test('wherever it stands and however it looks', () => {
    const plain = hashes(text(paragraph('She said: “We open the harbour.”')))
    expect(hashes(text(quote('We open the harbour.')))).toEqual(plain)
    expect(hashes(text(paragraph('“We ', words('open', 'bold', 'italic'), ' the harbour.” So it was.')))).toEqual(plain)
    expect(hashes(text(paragraph('"We open the harbour."')))).toEqual(plain)
    // The stop belongs to the sentence around it.
    expect(hashes(text(paragraph('“We open the harbour,” she said.')))).toEqual(plain)
    expect(hashes(text(paragraph('“We open the harbour!” she said.')))).not.toEqual(plain)
    expect(hashes(text({ ...picture('One'), attrs: { ...picture('One').attrs, width: 'wide', align: 'start', focusX: 3 } }))).toEqual(hashes(text(picture('One'))))
  })

  test('and another one when it says something else', () => {
    const of = (body: DocumentNode): string => hashes(body)[0] ?? ''
    const all = [
      paragraph('“We open the harbour.”'),
      paragraph('“We opened the harbour.”'),
      paragraph('“We ', words('open', 'strike'), ' the harbour.”'),
      quote('We open', 'the harbour.'),
      { type: 'pullQuote', attrs: { attribution: 'Somebody' }, content: [words('We open the harbour.')] },
      picture('One'),
      picture('One', 'b'.repeat(64)),
      table(['1', '2']),
      table(['1'], ['2']),
    ].map((block) => of(text(block)))
    expect(new Set(all).size).toBe(all.length)
  })

  test('by a name that never changes: what was cleared years ago is cleared', () => {
    expect(hashes(text(paragraph('“We open the harbour.” In 2026, 42 % arrived.'), picture('One'), table(['City', 'Beds'])))).toMatchInlineSnapshot(`
      [
        "1b0ebc7b4b74e56c3e3bc30096b1e01400bee18067472d2febe48eb04a8c64ec",
        "9997ff07908ea9b5fd28d3c123d7d128a092ece67f93c9e26039990e327625fa",
        "fa52406c81e6e28fa0915c233e173a661bc79f729af94d160aa4a06e28456e85",
        "d92ea9b58674fe37b47c57e44a688178a1e1a6c0bd275cc9bcc35529eaa588f4",
      ]
    `)
  })
})
