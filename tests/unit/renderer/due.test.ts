import { expect, test } from 'vitest'
import { countdown } from '../../../src/renderer/views/publish/countdown'
import { dayFromNow, dueInWords, dueText, isOverdue, urgencyOf } from '../../../src/renderer/views/review/due'

test('a day is overdue from the next day on, by this computer’s calendar', () => {
  const lateOnTheDay = new Date(2026, 2, 6, 23, 59)
  expect(isOverdue('2026-03-06', lateOnTheDay)).toBe(false)
  expect(isOverdue('2026-03-06', new Date(2026, 2, 7, 0, 0))).toBe(true)
  expect(dueText('2026-03-06', lateOnTheDay)).toBe('Due Fri 6 March')
  expect(dueText('2026-03-06', new Date(2026, 2, 9))).toBe('Was due Fri 6 March')
})

test('a list says how soon something is due', () => {
  const monday = new Date(2026, 2, 2, 18, 30)
  expect(['2026-02-24', '2026-03-01', '2026-03-02', '2026-03-03', '2026-03-05', '2026-03-08', '2026-03-09'].map((day) => dueInWords(day, monday))).toEqual([
    'Overdue since Tue 24 Feb',
    'Overdue since yesterday',
    'Due today',
    'Due tomorrow',
    'Due Thursday',
    'Due Sunday',
    'Due Mon 9 Mar',
  ])
  expect(['2026-03-01', '2026-03-02', '2026-03-08', '2026-03-09'].map((day) => urgencyOf(day, monday))).toEqual(['overdue', 'today', 'soon', 'later'])
  expect(['2025-12-31', '2027-01-04'].map((day) => [dueInWords(day, monday), dueText(day, monday)])).toEqual([
    ['Overdue since 31 Dec 2025', 'Was due 31 December 2025'],
    ['Due 4 Jan 2027', 'Due 4 January 2027'],
  ])
  expect(dayFromNow(30, monday)).toBe('2026-04-01')
})

test('what is no day says nothing', () => {
  expect(dueText('soon')).toBe('')
  expect(dueInWords('soon')).toBe('')
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
