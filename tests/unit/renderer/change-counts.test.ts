import { expect, test } from 'vitest'
import { changesText, countsByClass } from '../../../src/shared/redline/change-words'

test('changes are counted in words', () => {
  expect([0, 1, 12].map(changesText)).toEqual(['no change', '1 change', '12 changes'])
})

test('only the classes that have changes are named, what matters most first', () => {
  const counts = { wording: 3, number: 1, quotation: 0, name: 0, link: 0, image: 0, field: 2, move: 0, format: 0 }
  expect(countsByClass(counts).map(({ text }) => text)).toEqual(['1 number', '3 wordings', '2 fields'])
})
