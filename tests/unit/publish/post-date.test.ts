import { expect, test } from 'vitest'
import { dayIn, postDate } from '../../../src/main/publish/wordpress/post-date'

const now = new Date('2026-03-02T20:30:00Z')

test('a day that is over gets its noon by the site’s clock', () => {
  expect(postDate('2026-01-15', 'Europe/Lisbon', now)).toBe('2026-01-15T12:00:00')
  expect(postDate('2026-07-15', 'Europe/Lisbon', now)).toBe('2026-07-14T23:00:00')
  expect(postDate('2026-01-15', 'America/New_York', now)).toBe('2026-01-15T17:00:00')
})

test('the site’s today is now, even where it is tomorrow here', () => {
  expect(postDate('2026-03-03', 'Pacific/Auckland', now)).toBe('2026-03-02T20:30:00')
  expect(dayIn('Pacific/Auckland', now)).toBe('2026-03-03')
})

test('a day to come begins at the site’s midnight', () => {
  expect(postDate('2026-03-10', 'Pacific/Auckland', now)).toBe('2026-03-09T11:00:00')
})

test('a site without a named time zone has an offset', () => {
  expect(postDate('2026-01-15', '+05:30', now)).toBe('2026-01-15T06:30:00')
  expect(postDate('2026-01-15', '-03:00', now)).toBe('2026-01-15T15:00:00')
})

test('a date is always shown as the day that was meant', () => {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata', 'America/St_Johns', 'UTC']) {
    for (const day of ['2025-03-30', '2025-10-26', '2026-02-28', '2026-12-31']) {
      expect(dayIn(zone, new Date(`${postDate(day, zone, now)}Z`))).toBe(day)
    }
  }
})
