import { expect, test } from 'vitest'
import { samePage } from '../../../src/renderer/views/history/same-page'
import type { HistoryPage, KeptVersion } from '../../../src/shared/history/kept-version'
import { Instant, MemberId, RevisionId } from '../../../src/shared/story/ids'

const at = Instant.parse('2026-11-03T09:00:00.000Z')
const version = (letter: string, name = ''): KeptVersion => ({ revision: RevisionId.parse(letter.repeat(64)), began: at, ended: at, by: MemberId.parse('1'.repeat(32)), byName: 'Amina Okafor', why: 'rest', words: 12, added: 1, removed: 0, name })
const page = (...kept: KeptVersion[]): HistoryPage => ({ now: null, kept, total: kept.length })

test('what says the same is the same object; what is new or says something else is not', () => {
  const before = page(version('b'), version('a'))
  const next = samePage(before, page(version('c'), version('b', 'As sent'), version('a')))
  expect(next.kept.map(({ revision, name }) => [revision[0], name])).toEqual([['c', ''], ['b', 'As sent'], ['a', '']])
  expect(next.kept[2]).toBe(before.kept[1])
  expect(next.kept[1]).not.toBe(before.kept[0])
  expect(samePage(null, before)).toBe(before)
})
