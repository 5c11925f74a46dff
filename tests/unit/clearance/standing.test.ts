import { describe, expect, test } from 'vitest'
import { partsOf } from '../../../src/shared/clearance/parts'
import { clearAll, clearanceOf, paragraph, picture, quote, standing, text } from './a-text'

const before = text(paragraph('“We open the harbour and we keep it open,” the mayor said.'), picture('The quay at night'), paragraph('In all, 42 cities signed it.'))
const cleared = clearAll(before)

describe('A clearance', () => {
  test('of words that were edited goes to what became of them, and the others hold', () => {
    const after = text(paragraph('“We open the harbour and we keep it closed,” the mayor said.'), picture('The quay at night'), paragraph('In all, 42 cities signed it.'))
    expect(standing(after, cleared)).toEqual({
      cleared: ['The quay at night', 'In all, 42 cities signed it.'],
      changed: [['We open the harbour and we keep it open,', 'We open the harbour and we keep it closed,']],
      gone: [],
    })
  })

  test('holds again when the words are put back', () => {
    expect(standing(before, cleared)).toMatchObject({ changed: [], gone: [] })
    expect(standing(before, cleared).cleared).toHaveLength(3)
  })

  test('of words that nobody says any more is of something that is gone, and no other quotation is blamed for it', () => {
    const after = text(paragraph('“Our schools are full of life again,” the mayor said.'), picture('The quay at night'))
    expect(standing(after, cleared)).toEqual({ cleared: ['The quay at night'], changed: [], gone: ['We open the harbour and we keep it open,', 'In all, 42 cities signed it.'] })
  })

  test('of words that stand twice holds for both, and is not lost while one of them stays', () => {
    const twice = text(paragraph('“We open it,” she said.'), quote('We open it,'))
    const [once] = clearAll(twice)
    expect(standing(twice, [once!]).cleared).toEqual(['We open it,', 'We open it,'])
    expect(standing(text(paragraph('“We close it,” she said.'), quote('We open it,')), [once!])).toEqual({ cleared: ['We open it,'], changed: [], gone: [] })
  })

  test('that was taken back holds no longer, and tells of nothing', () => {
    const [part] = partsOf(before, 'en')
    const { event, by, at } = clearanceOf(part!)
    expect(standing(before, [clearanceOf(part!, { takenBack: { event, by, at, reason: 'She changed her mind.' } })])).toEqual({ cleared: [], changed: [], gone: [] })
  })

  test('by two members of the same words goes with both to what became of them', () => {
    const [part] = partsOf(before, 'en')
    const both = [clearanceOf(part!), clearanceOf(part!, { clearedBy: 'Amélie Laurent' })]
    const after = text(paragraph('“We open the harbour and we keep it clean,” the mayor said.'))
    expect(standing(after, both)).toEqual({ cleared: [], changed: [['We open the harbour and we keep it open,', 'We open the harbour and we keep it clean,']], gone: [] })
  })
})
