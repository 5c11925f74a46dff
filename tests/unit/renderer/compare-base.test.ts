import { describe, expect, test } from 'vitest'
import { baseOptions, optionOf, usualBase, type Versions } from '../../../src/renderer/views/redline/compare-base'
import type { HistoryEntry, RevisionEntry } from '../../../src/shared/ipc'
import { Instant, MemberId, RevisionId } from '../../../src/shared/story/ids'
import type { WorkflowState } from '../../../src/shared/workflow/state'
import { initialState } from '../../../src/shared/workflow/transition'

const by = MemberId.parse('1'.repeat(32))
const reviewer = MemberId.parse('2'.repeat(32))
const id = (letter: string) => RevisionId.parse(letter.repeat(64))
const kept = (letter: string, day: number): RevisionEntry => ({ id: id(letter), createdAt: Instant.parse(`2026-03-0${day}T09:30:00.000Z`), createdBy: by, headline: '', wordCount: 0 })
const submitted = (letter: string): WorkflowState['submitted'] => ({ revision: id(letter), by, at: Instant.parse('2026-03-02T09:30:00.000Z'), note: '', reviewers: [], due: null })
const submission = (letter: string): HistoryEntry => ({ id: letter, type: 'submit', at: '2026-03-02T09:30:00.000Z', by, byName: 'Amina Okafor', text: '', note: '', revision: id(letter), accepted: true })

interface Given {
  readonly workflow?: Partial<WorkflowState>
  readonly kept?: readonly RevisionEntry[]
  readonly submissions?: string
  readonly seen?: string
}

/** A story that stands as the revision f. */
const status = ({ workflow = {}, kept = [], submissions = '', seen }: Given): Versions => ({
  workflow: { ...initialState, ...workflow },
  revisions: [...kept],
  history: [...submissions].map(submission),
  seen: seen === undefined ? null : { revision: id(seen), at: Instant.parse('2026-03-02T09:30:00.000Z') },
  currentRevision: id('f'),
})

describe('A story is compared, unless a person chooses otherwise,', () => {
  test('with nothing before a version was ever kept', () => {
    expect(usualBase(status({}))).toBeNull()
  })

  test('with what was approved, once something was', () => {
    expect(usualBase(status({ workflow: { state: 'inReview', approvedRevision: id('a'), submitted: submitted('c') }, kept: [kept('a', 1), kept('b', 2), kept('c', 3)], submissions: 'ac', seen: 'b' }), reviewer)).toBe(id('a'))
  })

  test('with the version that was sent back, in the next round of the review, whatever was kept in between', () => {
    expect(usualBase(status({ workflow: { state: 'inReview', submitted: submitted('c') }, kept: [kept('c', 3), kept('b', 2), kept('a', 1)], submissions: 'ac' }))).toBe(id('a'))
  })

  test('with what a reviewer last saw, but not with what its writer did', () => {
    const given = status({ workflow: { state: 'inReview', submitted: submitted('c') }, kept: [kept('c', 3), kept('b', 2), kept('a', 1)], submissions: 'ac', seen: 'b' })
    expect(usualBase(given, reviewer)).toBe(id('b'))
    expect(usualBase(given, by)).toBe(id('a'))
  })

  test('with what was submitted, while changes are made to it', () => {
    expect(usualBase(status({ workflow: { state: 'changesRequested', submitted: submitted('b') }, kept: [kept('a', 1), kept('b', 2)], submissions: 'ab', seen: 'a' }), reviewer)).toBe(id('b'))
    expect(usualBase(status({ workflow: { state: 'inReview', submitted: submitted('a') }, kept: [kept('a', 1), kept('b', 2)], submissions: 'a' }))).toBe(id('a'))
  })

  test('with the version submitted last, after a withdrawal', () => {
    expect(usualBase(status({ workflow: { state: 'draft' }, kept: [kept('a', 1), kept('b', 2), kept('c', 3)], submissions: 'ab' }))).toBe(id('b'))
  })

  test('with the version kept last that is another one, while nothing was submitted', () => {
    expect(usualBase(status({ kept: [kept('a', 1), kept('b', 2), kept('f', 3)] }))).toBe(id('b'))
  })
})

test('the versions to compare with stand newest first, and say what each is, or its name', () => {
  const given = status({ workflow: { approvedRevision: id('a'), submitted: submitted('c') }, kept: [kept('a', 1), kept('c', 3), { ...kept('b', 2), name: 'As sent to the printer' }, kept('d', 4)], seen: 'c' })
  expect(baseOptions(given).map(({ value, label }) => [value, label.replace(/, \d.*$/, '')])).toEqual([
    [id('d'), 'Revision'],
    [id('c'), 'Submitted, last seen by you'],
    [id('b'), '‘As sent to the printer’'],
    [id('a'), 'Approved'],
  ])
  expect((['approved', 'submitted', 'seen', 'published', 'none'] as const).map((base) => optionOf(base, given))).toEqual([id('a'), id('c'), id('c'), '', 'none'])
})
