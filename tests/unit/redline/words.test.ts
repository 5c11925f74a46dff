import { describe, expect, test } from 'vitest'
import { stepFrom, walked } from '../../../src/renderer/views/redline/walk-changes'
import { formChange } from '../../../src/shared/redline/form-words'
import { markChange } from '../../../src/shared/redline/mark-words'
import { redline } from '../../../src/shared/redline/redline'
import type { DocumentNode } from '../../../src/shared/story/revision'
import { bold, doc, h, italic, link, list, p, revision } from './stories'

describe('how words look otherwise is told by name', () => {
  test.each([
    [[], [bold], 'bold added'],
    [[bold], [], 'bold removed'],
    [[bold], [italic], 'bold removed, italic added'],
    [[], [link('https://a.example/')], 'link to https://a.example/ added'],
    [[link('https://a.example/')], [link('https://b.example/')], 'link led to https://a.example/, leads to https://b.example/ now'],
    [[link('story:0b9f2a3c-5f0e-4a4e-9d0b-8f6f5b1f7a10#power')], [], 'link to another story (0b9f2a3c#power) removed'],
    [[{ type: 'language', attrs: { lang: 'fr' } }], [{ type: 'language', attrs: { lang: 'pt' } }], 'in Portuguese, before in French'],
    [[{ type: 'link', attrs: { href: 'https://a.example/', title: null } }], [{ type: 'link', attrs: { href: 'https://a.example/', title: 'The plan' } }], 'link to https://a.example/ changed'],
  ])('%j → %j', (before, after, words) => {
    expect(markChange(before, after)).toBe(words)
  })
})

describe('how a block stands otherwise is told in words', () => {
  const forms = (before: DocumentNode, after: DocumentNode): string[] => redline(revision(before), revision(after)).blocks.flatMap((block) => formChange(block) ?? [])
  const items = (type: string, ...content: DocumentNode[][]): DocumentNode => ({ type, content: content.map((inside) => ({ type: 'listItem', content: inside })) })
  const [power, nights] = [p('clean power at every berth'), p('quiet nights for the crews')]

  test.each<[string, DocumentNode, DocumentNode, string[]]>([
    ['another type', doc(p('What was agreed')), doc(h(2, 'What was agreed')), ['Was a paragraph']],
    ['another level', doc(h(2, 'What was agreed')), doc(h(3, 'What was agreed')), ['Was a heading of level 2, is of level 3 now']],
    ['a list that it was put into', doc(power), doc(items('bulletList', [power])), ['Put into a bulleted list']],
    ['a quotation that it was taken out of', doc({ type: 'blockquote', content: [power] }), doc(power), ['Taken out of a quotation']],
    ['another sort of list', doc(items('bulletList', [power])), doc(items('orderedList', [power])), ['Was in a bulleted list, is in a numbered list now']],
    ['deeper in its list', doc(items('bulletList', [power], [nights])), doc(items('bulletList', [power, items('bulletList', [nights])])), ['Indented deeper']],
    ['one list instead of two', doc(items('bulletList', [power]), items('bulletList', [nights])), doc(items('bulletList', [power], [nights])), ['Belongs to the same bulleted list as what is before it now']],
    ['two lists instead of one', doc(list('clean power at every berth', 'quiet nights for the crews')), doc(items('bulletList', [power]), items('bulletList', [nights])), ['Begins another bulleted list now']],
    ['code of another language', doc({ type: 'codeBlock', attrs: { language: 'yaml' }, content: [{ type: 'text', text: 'a: 1' }] }), doc({ type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: 'a: 1' }] }), ['Language of the code: yaml before, none now']],
  ])('%s', (_, before, after, words) => {
    expect(forms(before, after)).toEqual(words)
  })
})

describe('one walks from change to change', () => {
  const changes = ['field', 'number', 'wording', 'number', 'move'] as const

  test('in the order of the text, over and over', () => {
    const all = walked(changes, new Set())
    expect([null, 0, 3, 4].map((from) => stepFrom(all, from, 1))).toEqual([0, 1, 4, 0])
    expect([null, 0, 3].map((from) => stepFrom(all, from, -1))).toEqual([4, 4, 2])
  })

  test('or only through some classes, from wherever one is', () => {
    const numbers = walked(changes, new Set(['number']))
    expect(numbers).toEqual([1, 3])
    expect([2, 4].map((from) => stepFrom(numbers, from, 1))).toEqual([3, 1])
    expect(stepFrom(walked(changes, new Set(['image'])), null, 1)).toBeNull()
  })
})
