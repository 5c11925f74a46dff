import { describe, expect, test } from 'vitest'
import { movedMarks, type BoxMark } from '../../../src/renderer/editor/proofing/draw-box-marks'

const text = 'Ports recieve newcommers'
const mark = (words: string): BoxMark => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length, words, kind: 'spelling' })
const marks = [mark('recieve'), mark('newcommers')]
const after = (now: string): string[] => movedMarks(marks, text, now).map(({ from, to }) => now.slice(from, to))

describe('Marks in a text box, while one types', () => {
  test('move along behind a change, and stay before it', () => {
    expect(after('All ports recieve newcommers')).toEqual(['recieve', 'newcommers'])
    expect(after('Ports recieve the newcommers')).toEqual(['recieve', 'newcommers'])
    expect(after(`${text} today`)).toEqual(['recieve', 'newcommers'])
    expect(after('s recieve newcommers')).toEqual(['recieve', 'newcommers'])
  })
  test('are gone where their own words change', () => {
    expect(after('Ports receive newcommers')).toEqual(['newcommers'])
    expect(after('Ports newcommers')).toEqual(['newcommers'])
    expect(after('')).toEqual([])
  })
})
