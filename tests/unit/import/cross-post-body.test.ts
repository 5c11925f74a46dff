import { expect, test } from 'vitest'
import { crossPostBody } from '../../../src/main/import/cross-post-body'
import type { DocumentMark, DocumentNode } from '../../../src/shared/story/revision'
import { plainText } from '../../../src/shared/story/text'

const text = (words: string, ...marks: DocumentMark[]): DocumentNode => ({ type: 'text', text: words, marks })
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const fields = { origin: 'Delta Forum', language: 'en' }
const made = 'This text is shared for information. Sharing it does not mean that we endorse or agree with all that Delta Forum says.'
const nothing = { summary: 'A survey of nine ports.', given: { kind: 'cross-post', fields: {} } }
const own = 'Shared with the forum’s consent; cross-posting is not an endorsement.'
const story = paragraph(text('Nine ports answered.'))

const imported = (content: DocumentNode[], entry: Parameters<typeof crossPostBody>[1] = nothing): DocumentNode => crossPostBody({ type: 'doc', content }, entry, fields)
const lines = (body: DocumentNode): string[] => plainText(body).split('\n')

test('the note that every page has by itself is not in the text as well', () => {
  expect(lines(imported([paragraph(text(made)), story], { ...nothing, given: { kind: '', fields: { endorsementNote: made } } }))).toEqual(['Nine ports answered.'])
})

test('a note in words of its own stays where it is, without the sentence of origin', () => {
  const italic: DocumentMark = { type: 'italic' }
  const link: DocumentMark = { type: 'link', attrs: { href: 'https://delta.example/ports' } }
  const body = imported([paragraph(text('This brief first appeared on the website of the ', italic), text('Delta Forum', italic, link), text(`. ${own}`, italic)), story])
  expect(body.content?.[0]).toEqual(paragraph(text(own, italic)))
  expect(lines(body)).toEqual([own, 'Nine ports answered.'])
})

test('a note that the source gives as a value, or in its summary, opens the text', () => {
  expect(lines(imported([story], { ...nothing, given: { kind: '', fields: { endorsementNote: own } } }))).toEqual([own, 'Nine ports answered.'])
  expect(lines(imported([story], { ...nothing, summary: `A survey of nine ports. ${own}` }))).toEqual([own, 'Nine ports answered.'])
  expect(lines(imported([paragraph(text(own)), story], { ...nothing, given: { kind: '', fields: { endorsementNote: own } } }))).toEqual([own, 'Nine ports answered.'])
})
