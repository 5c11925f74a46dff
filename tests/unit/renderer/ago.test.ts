import { expect, test } from 'vitest'
import { agoText } from '../../../src/renderer/ui/Ago'

const now = new Date('2026-03-02T15:00:00.000Z')
const before = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString()

test('a moment is said as people say it, the longer ago the more exactly', () => {
  expect(agoText(before(0), now)).toBe('just now')
  expect(agoText(before(1), now)).toBe('1 min ago')
  expect(agoText(before(59), now)).toBe('59 min ago')
  expect(agoText(before(60), now)).toBe('1 h ago')
  expect(agoText(before(60 * 24 * 3), now)).toBe('27 Feb')
})

test('a clock that is a little ahead says ‘just now’, and one that is far ahead its own time', () => {
  expect(agoText(before(-0.5), now)).toBe('just now')
  expect(agoText(before(-60 * 24 * 2), now)).toBe('4 Mar')
  expect(agoText('not a moment', now)).toBe('')
})
