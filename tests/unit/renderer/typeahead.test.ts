import { describe, expect, test } from 'vitest'
import { nextStartingWith } from '../../../src/renderer/views/story-list/use-typeahead'

const rows = new Map([[0, 'Mayors meet'], [1, 'Night trains'], [2, 'Mayors agree'], [7, 'مدن الموانئ'], [8, 'Ferries']].map(([place, headline]) => [Number(place), { headline: String(headline) }]))

describe('Typing in the list', () => {
  test('goes to the next headline that starts with the letter, and round to the first', () => {
    expect(nextStartingWith(rows, 0, 'm')).toBe(2)
    expect(nextStartingWith(rows, 2, 'm')).toBe(0)
  })

  test('stays where it is while more letters still fit', () => {
    expect(nextStartingWith(rows, 2, 'mayors a')).toBe(2)
    expect(nextStartingWith(rows, 2, 'mayors m')).toBe(0)
  })

  test('begins at the top when nothing is chosen, and finds other scripts', () => {
    expect(nextStartingWith(rows, -1, 'n')).toBe(1)
    expect(nextStartingWith(rows, -1, 'م')).toBe(7)
    expect(nextStartingWith(rows, 0, 'x')).toBeUndefined()
  })
})
