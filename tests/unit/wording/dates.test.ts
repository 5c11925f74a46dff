import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateAndSecond, dateAndTime, dayAndMonth, dayInFull, longDate, mediumDate, shortDayAndMonth, shortWeekday, timeOfDay, weekday, type Clock } from '../../../src/shared/dates'
import { inFigures } from '../../../src/shared/figures'
import { nativeName, offeredLanguages } from '../../../src/renderer/editor/language'

const written: readonly [(date: Date, clock: Clock) => string, Intl.DateTimeFormatOptions][] = [
  [weekday, { weekday: 'long' }],
  [shortWeekday, { weekday: 'short' }],
  [dayAndMonth, { day: 'numeric', month: 'long' }],
  [longDate, { day: 'numeric', month: 'long', year: 'numeric' }],
  [shortDayAndMonth, { day: 'numeric', month: 'short' }],
  [mediumDate, { day: 'numeric', month: 'short', year: 'numeric' }],
  [timeOfDay, { hour: '2-digit', minute: '2-digit' }],
  [dateAndTime, { dateStyle: 'long', timeStyle: 'short' }],
  [dateAndSecond, { dateStyle: 'long', timeStyle: 'medium' }],
]

test('dates are written as British English writes them, by this clock and by UTC', () => {
  const formats = written.map(([ours, options]) => ({ ours, here: new Intl.DateTimeFormat('en-GB', options), utc: new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }) }))
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (date) => {
      for (const { ours, here, utc } of formats) expect([ours(date, 'here'), ours(date, 'utc')]).toEqual([here.format(date), utc.format(date)])
    }),
  )
})

test('a day in full has no comma', () => {
  expect(dayInFull(new Date('2026-03-03T23:30:00Z'), 'utc')).toBe('Tuesday 3 March 2026')
})

test('numbers have a comma before each three figures', () => {
  const format = new Intl.NumberFormat('en-GB')
  expect([0, 7, 999, 1000, 20_000, 1_234_567].map(inFigures)).toEqual(['0', '7', '999', '1,000', '20,000', '1,234,567'])
  fc.assert(fc.property(fc.maxSafeNat(), (count) => void expect(inFigures(count)).toBe(format.format(count))))
})

test('languages that are offered have the names that their speakers give them', () => {
  for (const tag of offeredLanguages) {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? ''
    expect(nativeName(tag)).toBe(name.charAt(0).toLocaleUpperCase(tag) + name.slice(1))
  }
  expect(nativeName('mt')).toBe('Malti')
})
