import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentSchema } from '../../../src/shared/document/schema'
import { fromMarkdown } from '../../../src/shared/markdown/parse'
import { toMarkdown } from '../../../src/shared/markdown/serialize'

const hash = 'a'.repeat(64)
const asset = (address: string): string | null => (/^(\.\/)?known/.test(address) ? hash : null)
const parse = (text: string) => fromMarkdown(text, { asset })
const blocks = (text: string) => parse(text).body.content ?? []
/** What is read, written again. */
const again = (text: string): string => toMarkdown(parse(text).body, { assetAddress: () => 'known.png' })

describe('front matter', () => {
  test('is read as names and values', () => {
    expect(parse('---\ntitle: Shore power\ntags: [a, b]\ndate: 2026-03-02\n---\n\nText').frontMatter).toEqual({ title: 'Shore power', tags: ['a', 'b'], date: '2026-03-02' })
    expect(again('---\ntitle: x\n---\nText')).toBe('Text\n')
  })

  test('that can’t be read is told, and the text is kept', () => {
    const { frontMatter, problems } = parse('---\ntitle: [x\n---\n\nText')
    expect(frontMatter).toEqual({})
    expect(problems).toEqual([expect.stringContaining('The front matter could not be read')])
    expect(parse('+++\ntitle = "x"\n+++\n\nText').problems).toEqual(['The front matter was left out: only YAML can be read.'])
  })

  test('is none when it is text between two rules', () => {
    expect(again('---\nText\n---\nMore')).toBe('***\n\n## Text\n\nMore\n')
  })

  test('can’t blow up', () => {
    const bomb = `---\na: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]`).join('\n')}\n---\nText`
    expect(parse(bomb).problems).toEqual([expect.stringContaining('could not be read')])
  })
})

test('headings go one level down together when there is a first one', () => {
  expect(again('# a\n\n## b\n\n#### c')).toBe('## a\n\n### b\n\n#### c\n')
  expect(again('## a\n\n### b')).toBe('## a\n\n### b\n')
})

describe('images', () => {
  test('of others have their title as caption', () => {
    expect(blocks('![A quay](known.png "At dawn")')).toEqual([{ type: 'figure', attrs: { asset: hash, alt: 'A quay', caption: 'At dawn', credit: '', decorative: false } }])
  })

  test('with a line in italics below have it as caption, and a last part in brackets as credit', () => {
    expect(blocks('![A quay](known.png)\n*At dawn* (Ana Ruiz)')).toMatchObject([{ type: 'figure', attrs: { caption: 'At dawn', credit: 'Ana Ruiz' } }])
  })

  test('with other words below part the paragraph', () => {
    expect(blocks('![A quay](known.png)\nA long story begins.').map(({ type }) => type)).toEqual(['figure', 'paragraph'])
  })

  test('without a file are told', () => {
    expect(parse('a ![x](lost.png) b').problems).toEqual(['An image was left out because its file was not found: ‘lost.png’'])
  })
})

describe('links', () => {
  test('to a file of the desk, alone in a paragraph, are attachments', () => {
    expect(blocks('[The plan](known.pdf "plan.pdf")')).toEqual([{ type: 'attachment', attrs: { asset: hash, name: 'plan.pdf', label: 'The plan' } }])
  })

  test('to unsafe addresses are words, and told', () => {
    expect(again('[a](javascript:alert(1)) and [b](../relative)')).toBe('a and b\n')
    expect(parse('[a](javascript:alert(1))').problems).toEqual(['A link was left out because its address is not allowed: ‘javascript:alert(1)’'])
  })

  test('are found by reference, and bare addresses are links', () => {
    expect(again('[a][x], https://example.org/y\n\n[x]: https://example.org/x "T"')).toBe('[a](https://example.org/x "T"), <https://example.org/y>\n')
  })
})

describe('HTML inside', () => {
  test('is cleaned like any other', () => {
    expect(again('<div onclick="x()"><p>a <b>b</b></p><script>alert(1)</script></div>\n\ntext')).toBe('a **b**\n\ntext\n')
    expect(again('a <b>b</b> <i>c</i><br>d <span class="x">e</span> <script>f</script>')).toBe('a **b** *c*\\\nd e f\n')
  })

  test('gives images as well', () => {
    expect(again('<img src="known.png" alt="A quay">')).toBe('![A quay](known.png)\n')
  })
})

describe('footnotes', () => {
  test('are brought to where they are called, each time', () => {
    expect(again('a[^x] b[^x]\n\n[^x]: Note *one*.\n\n    More.')).toBe('a[^1] b[^2]\n\n[^1]: Note *one*. More.\n[^2]: Note *one*. More.\n')
  })

  test('that call themselves end there', () => {
    expect(again('a[^x]\n\n[^x]: n[^x]')).toBe('a[^1]\n\n[^1]: n\n')
  })
})

describe('boxes to tick', () => {
  test('make a task list', () => {
    expect(again('- [ ] a\n- [X] b\n  - c')).toBe('- [ ] a\n- [x] b\n  - c\n')
  })

  test('among other bullets part the list', () => {
    expect(blocks('- a\n- [ ] b\n- [x] c\n- d').map(({ type }) => type)).toEqual(['bulletList', 'taskList', 'bulletList'])
  })

  test('in a numbered list stay the brackets that they are', () => {
    expect(again('1. [ ] a\n2. [x] b')).toBe('1. \\[ ] a\n2. \\[x] b\n')
  })
})

/** Names that every object has, without being asked. */
const namesOfAll = [...Object.getOwnPropertyNames(Object.prototype)]

test.each(namesOfAll)('a box or a tag may be called ‘%s’, and what is in it is kept', (name) => {
  expect(again(`<div class="${name}">\n\nKept\n\n</div>`)).toBe('Kept\n')
  expect(again(`Kept <${name.replaceAll('_', '')}>too</${name.replaceAll('_', '')}>`)).toBe('Kept too\n')
})

test('any text at all gives a body that the schema allows', () => {
  const piece = fc.oneof(fc.constantFrom('# ', '> ', '- ', '1. ', '```', '|', '---', '\n', '\n\n', '    ', '[^1]', '[^1]: ', '![', '](', 'known.png', ')', '*', '**', '_', '~~', '<b>', '<br>', '<table>', '<', '&#0;', '\t', '\\', '[x]: y', 'text'), fc.string({ maxLength: 4 }))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      documentSchema.nodeFromJSON(parse(pieces.join('')).body).check()
    }),
    { numRuns: 400 },
  )
}, 60_000)
