import { expect, test } from 'vitest'
import { countdown } from '../../../src/renderer/views/publish/countdown'
import { dueText, isOverdue } from '../../../src/renderer/views/review/due'

test('a day is overdue from the next day on, by this computer’s calendar', () => {
  const lateOnTheDay = new Date(2026, 2, 6, 23, 59)
  expect(isOverdue('2026-03-06', lateOnTheDay)).toBe(false)
  expect(isOverdue('2026-03-06', new Date(2026, 2, 7, 0, 0))).toBe(true)
  expect(dueText('2026-03-06', lateOnTheDay)).toBe('Due Fri 6 March')
  expect(dueText('2026-03-06', new Date(2026, 2, 9))).toBe('Was due Fri 6 March')
})

test('what is no day says nothing', () => {
  expect(dueText('soon')).toBe('')
})

test('the next attempt is told in the unit that fits', () => {
  expect([-5, 0, 900, 59_001, 61_000, 3_599_000, 7_200_000].map(countdown)).toEqual([
    'Trying again now.',
    'Trying again now.',
    'Trying again in 1 s.',
    'Trying again in 1 min 0 s.',
    'Trying again in 1 min 1 s.',
    'Trying again in 59 min 59 s.',
    'Trying again in 2 h.',
  ])
})
