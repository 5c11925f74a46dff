import { describe, expect, it } from 'vitest'
import { readMarker } from '../../../src/renderer/editor/paste/list-number'

describe('what stands before an item of a list that is written as text', () => {
  it.each([
    ['3.', 3],
    ['(12)', 12],
    ['1.2.3', 3],
    ['7', 7],
    ['2:', 2],
    ['\u00a0\u00a0\u00a0c.\u00a0', 3],
    ['B)', 2],
    ['iv.', 4],
    ['x.', 10],
  ])('counts %j to %d where nobody says how it counts', (marker, number) => {
    expect(readMarker(marker, null)).toEqual({ ordered: true, number })
  })

  it.each(['·', 'o', '', '§', '–', 'Note'])('takes %j for a bullet where nobody says how it counts', (marker) => {
    expect(readMarker(marker, null)).toEqual({ ordered: false, number: null })
  })

  it('counts as Word says that it does', () => {
    expect(readMarker('i.', 'alpha-lower')).toEqual({ ordered: true, number: 9 })
    expect(readMarker('i.', 'roman-lower')).toEqual({ ordered: true, number: 1 })
    expect(readMarker('BB.', 'alpha-upper')).toEqual({ ordered: true, number: 28 })
    expect(readMarker('MCMXC', 'roman-upper')).toEqual({ ordered: true, number: 1990 })
    expect(readMarker('Part 4 –', 'decimal')).toEqual({ ordered: true, number: 4 })
    expect(readMarker('١.', 'arabic-indic')).toEqual({ ordered: true, number: null })
    expect(readMarker('1.', 'bullet')).toEqual({ ordered: false, number: null })
  })
})
