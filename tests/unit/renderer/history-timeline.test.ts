import { describe, expect, test } from 'vitest'
import { dayHeading, timeRange, wordsWritten } from '../../../src/renderer/views/history/history-words'
import { marksOf, timelineOf } from '../../../src/renderer/views/history/timeline'
import type { HistoryEntry } from '../../../src/shared/ipc'
import type { KeptVersion } from '../../../src/shared/history/kept-version'
import { Instant, MemberId, RevisionId } from '../../../src/shared/story/ids'
import { initialState } from '../../../src/shared/workflow/transition'

const by = MemberId.parse('1'.repeat(32))
const id = (letter: string) => RevisionId.parse(letter.repeat(64))
/** A moment where whoever runs the test is. */
const at = (day: number, hour: number): Instant => Instant.parse(new Date(2026, 10, day, hour).toISOString())
const version = (letter: string, day: number, hour: number): KeptVersion => ({ revision: id(letter), began: at(day, hour), ended: at(day, hour), by, byName: 'Amina Okafor', why: 'rest', words: 40, added: 3, removed: 0, name: '' })
const decision = (name: string, when: Instant, accepted = true): HistoryEntry => ({ id: name, type: 'approve', at: when, by, byName: 'Amina Okafor', text: 'approved', note: '', revision: null, accepted })

const told = (kept: readonly KeptVersion[], history: readonly HistoryEntry[], total = kept.length) =>
  timelineOf({ kept: [...kept], total }, history).map(({ day, items }) => [day, items.map((item) => (item.kind === 'work' ? item.sitting.versions.map(({ revision }) => revision[0]).join('') : item.entry.id))])

describe('The history of a story', () => {
  test('tells work and decisions by day, the latest first', () => {
    expect(told([version('b', 4, 9), version('a', 3, 9)], [decision('second', at(4, 10)), decision('first', at(3, 8))])).toEqual([
      ['2026-11-04', ['second', 'b']],
      ['2026-11-03', ['a', 'first']],
    ])
  })

  test('tells a decision of the same moment after the work that it is about', () => {
    expect(told([version('a', 3, 9)], [decision('first', at(3, 9))])).toEqual([['2026-11-03', ['first', 'a']]])
  })

  test('tells a version that is known only from decisions before the first of them', () => {
    const asked = { ...decision('asked', at(3, 9)), revision: id('a') }
    expect(told([{ ...version('a', 3, 10), why: 'decision' }], [decision('later', at(3, 9)), asked])).toEqual([['2026-11-03', ['later', 'asked', 'a']]])
  })

  test('leaves out decisions that belong to work which is not shown yet, and those that count for nothing', () => {
    const history = [decision('late', at(4, 10)), decision('early', at(2, 9)), decision('forged', at(4, 11), false)]
    expect(told([version('b', 4, 9)], history, 2)).toEqual([['2026-11-04', ['late', 'b']]])
    expect(told([version('b', 4, 9)], history, 1)).toEqual([['2026-11-04', ['late', 'b']], ['2026-11-02', ['early']]])
  })

  test('says of a version what is true of it now', () => {
    const status = { workflow: { ...initialState, approvedRevision: id('a') }, currentRevision: id('b'), seen: { revision: id('a') } }
    expect(marksOf(id('a'), status).map(({ words }) => words)).toEqual(['Approved', 'Last seen by you'])
    expect(marksOf(id('b'), { ...status, seen: { revision: id('b') } }).map(({ words }) => words)).toEqual(['As it is now'])
    expect(marksOf(id('c'), status)).toEqual([])
  })
})

test('a day, a time and an amount as people say them', () => {
  const now = new Date(2026, 10, 4, 12)
  expect(['2026-11-04', '2026-11-03', '2026-11-02', '2025-11-02', ''].map((day) => dayHeading(day, now))).toEqual(['Today', 'Yesterday', 'Monday 2 November', '2 November 2025', 'No date'])
  expect(timeRange(at(3, 9), at(3, 9))).toBe('09:00')
  expect(timeRange(at(3, 9), at(3, 11))).toBe('09:00–11:00')
  expect([[12, 3], [0, 1], [1, 0], [0, 0], [1200, 0]].map(([added, removed]) => wordsWritten({ added: added ?? 0, removed: removed ?? 0, words: 5 }))).toEqual(['+12 −3 words', '−1 word', '+1 word', 'the same words', '+1,200 words'])
  expect(wordsWritten({ added: null, removed: null, words: 1 })).toBe('1 word')
})
