import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentences } from '../../../src/shared/story/sentences'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })
const asUnicodeTells = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)
const ours = (text: string): string[] => Array.from(sentences(text, noSegmenter), ({ segment }) => segment)
const noSegmenter = (): Intl.Segmenter => {
  throw new Error('Plain text needs no segmenter')
}

test('sentences end where UAX #29 ends them', () => {
  expect(ours('The quay opens at 9.30. Who pays? “The city,” she said. It does not… yet.\nThe U.S. note is here.')).toEqual([
    'The quay opens at 9.30. ',
    'Who pays? ',
    '“The city,” she said. ',
    'It does not… yet.\n',
    'The U.S. note is here.',
  ])
})

test('plain text goes by a pattern, and is cut as the platform cuts it', () => {
  const pieces = fc.constantFrom('.', '.', '!', '?', '. ', '.” ', '…', ',', ' – ', '—', ':', '-', ' ', '\u00a0', '\t', '\n', '\r\n', '\r', '"', '”', '‘', '’', '(', ')', '[', '«', '»', '3', '42', 'a', 'é', 'ab', 'A', 'É', 'U', 'Ward', 'ª', '²', '€', '&', '/', '@', '%', '•')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
      const text = parts.join('')
      expect(ours(text)).toEqual(asUnicodeTells(text))
    }),
    { numRuns: 5_000 },
  )
})

test('any other text is left to the platform, and no letter is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const cut = Array.from(sentences(text))
      expect(cut.map(({ segment }) => segment)).toEqual(asUnicodeTells(text))
      expect(cut.every(({ segment, index }) => text.startsWith(segment, index))).toBe(true)
    }),
  )
})
