import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentPieces, fittingMentions, mentionBeingTyped, mentionsIn, mentionsOffered, writtenComment, type Mentionable } from '../../../src/shared/comments/mentions'
import { MemberId } from '../../../src/shared/story/ids'

const id = (letter: string) => MemberId.parse(letter.repeat(32))
const members: readonly Mentionable[] = [
  { id: id('a'), name: 'Amina Okafor' },
  { id: id('b'), name: 'Amina Okafor Silva' },
  { id: id('c'), name: 'Tomás Ferreira' },
  { id: id('d'), name: 'سارة المنصوري' },
]

test('a name behind a sign mentions who has it; the longest name wins, and letters beside it are another word', () => {
  expect(mentionsIn('@Amina Okafor Silva, ask @tomás ferreira.', members)).toEqual([
    { member: id('b'), from: 0, to: 19 },
    { member: id('c'), from: 25, to: 40 },
  ])
  expect(mentionsIn('mail@Amina Okafor, @Amina Okafors, @ Amina Okafor, @Nobody', members)).toEqual([])
  expect(mentionsIn('(@سارة المنصوري)', members)).toMatchObject([{ member: id('d') }])
})

test('of two members with one name it is the one that was chosen', () => {
  const twins = [{ id: id('e'), name: 'Ana Reis' }, { id: id('f'), name: 'Ana Reis' }]
  expect(mentionsIn('@Ana Reis', twins, [id('f')])).toMatchObject([{ member: id('f') }])
  expect(mentionsIn('@Ana Reis', twins)).toMatchObject([{ member: id('e') }])
})

test('a mention is shown with the name of today', () => {
  const text = 'Ask @Tomás Ferreira about it'
  const mentions = mentionsIn(text, members)
  const renamed = [{ id: id('c'), name: 'Tomás F. Reis' }]
  expect(commentPieces(text, mentions, renamed)).toEqual([
    { kind: 'words', text: 'Ask ' },
    { kind: 'mention', text: '@Tomás F. Reis', member: id('c') },
    { kind: 'words', text: ' about it' },
  ])
  expect(writtenComment(text, mentions, renamed)).toBe('Ask @Tomás F. Reis about it')
  expect(writtenComment(text, mentions, [])).toBe(text)
})

test('whatever mentions a comment claims to have, its pieces are its words', () => {
  const mention = fc.record({ member: fc.constant(id('a')), from: fc.integer({ min: 0, max: 30 }), to: fc.integer({ min: 1, max: 40 }) })
  fc.assert(
    fc.property(fc.array(fc.constantFrom('@', 'a', ' ', '😀', '@Amina Okafor'), { maxLength: 10 }), fc.array(mention, { maxLength: 6 }), (parts, mentions) => {
      const text = parts.join('')
      expect(commentPieces(text, mentions, []).map((piece) => piece.text).join('')).toBe(text)
      const fitting = fittingMentions(text, mentions)
      for (const [index, { from, to }] of fitting.entries()) expect(from >= (fitting[index - 1]?.to ?? 0) && text[from] === '@' && to <= text.length).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('who is being mentioned is what stands between the sign and the cursor', () => {
  expect(mentionBeingTyped('Ask @Tom', 8)).toEqual({ from: 4, prefix: 'Tom' })
  expect(mentionBeingTyped('Ask @', 5)).toEqual({ from: 4, prefix: '' })
  expect(mentionBeingTyped('@Amina Ok', 9)).toEqual({ from: 0, prefix: 'Amina Ok' })
  expect(mentionBeingTyped('a@b', 3)).toBeNull()
  expect(mentionBeingTyped('@ Tom', 5)).toBeNull()
  expect(mentionBeingTyped('@Tom\nnow', 8)).toBeNull()
})

test('members are offered by the start of any of their names, without accents', () => {
  expect(mentionsOffered('tom', members).map(({ name }) => name)).toEqual(['Tomás Ferreira'])
  expect(mentionsOffered('silva', members).map(({ name }) => name)).toEqual(['Amina Okafor Silva'])
  expect(mentionsOffered('', members)).toHaveLength(4)
})
