import { expect, test } from 'vitest'
import { pauseBefore, retryAfter, type RetryPace } from '../../../src/main/publish/retry-pace'

const pace: RetryPace = { first: 1000, longest: 60_000, attempts: 10, settle: 0 }

test('the pause doubles with each failed attempt up to the longest', () => {
  expect([1, 2, 3, 4, 9].map((attempts) => pauseBefore(attempts, 0, pace, 0.999_999))).toEqual([1000, 2000, 4000, 8000, 60_000])
})

test('chance takes away up to half of a pause, so that deliveries do not come back together', () => {
  expect(pauseBefore(3, 0, pace, 0)).toBe(2000)
  expect(pauseBefore(3, 0, pace, 0.5)).toBe(3000)
})

test('a target that asks for a longer pause gets it', () => {
  expect(pauseBefore(1, 90_000, pace, 0)).toBe(90_000)
})

test('a target that asks for days is asked again after hours', () => {
  expect(pauseBefore(1, 7 * 24 * 3600_000, pace, 0)).toBe(6 * 3600_000)
})

test('after the last attempt a person is asked', () => {
  expect(pauseBefore(9, 0, pace, 0)).not.toBeNull()
  expect(pauseBefore(10, 0, pace, 0)).toBeNull()
})

const now = new Date('2026-03-02T09:00:00Z')

test('Retry-After is read in seconds and as a date', () => {
  expect(retryAfter('120', now)).toBe(120_000)
  expect(retryAfter('Mon, 02 Mar 2026 09:01:30 GMT', now)).toBe(90_000)
})

test('a Retry-After that is past, missing or unreadable asks for nothing', () => {
  expect(retryAfter('Mon, 02 Mar 2026 08:00:00 GMT', now)).toBe(0)
  expect(retryAfter(null, now)).toBe(0)
  expect(retryAfter('soon', now)).toBe(0)
})
