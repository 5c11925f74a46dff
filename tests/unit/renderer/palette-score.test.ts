import { describe, expect, test } from 'vitest'
import { score } from '../../../src/renderer/views/palette/score'

describe('What is typed into the palette', () => {
  test('finds a name by its start, by the starts of its words in any order, and by what is inside, in this order', () => {
    const [start, words, inside] = [score('Dark appearance', 'dark'), score('Dark appearance', 'app da'), score('Dark appearance', 'pear')]
    expect(start).toBeGreaterThan(words)
    expect(words).toBeGreaterThan(inside)
    expect(inside).toBeGreaterThan(0)
  })

  test('does not find a name that merely has its letters', () => {
    expect(score('My drafts', 'mds')).toBe(0)
    expect(score('Approved', 'ver')).toBe(0)
  })

  test('is compared without regard to case, in any script', () => {
    expect(score('Act as ΔΗΜΗΤΡΑ', 'δημ')).toBeGreaterThan(0)
    expect(score('New Press release', 'new PRESS')).toBe(1)
  })

  test('that is empty leaves everything in its place', () => {
    expect(score('Anything', '')).toBe(1)
  })
})
